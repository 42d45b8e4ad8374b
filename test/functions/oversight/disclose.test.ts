import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { disclosedVersion } from '../../../functions/oversight/disclose.ts'

const pack = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../forms/packs/demo/349901/${name}.json`, import.meta.url), 'utf8'))
const release = { n: 3, effectiveFrom: '2026-11-01', at: '2026-11-01T01:00:00.000Z' }
const documents = Object.fromEntries(
  ['profile', 'catalogue', 'fees', 'disclosure', 'form-visit'].map((name) => [
    name.replace('form-', 'form:'),
    pack(name),
  ]),
)

test('what the disclosure document allows is disclosed, with the release it was read from', () => {
  const version = disclosedVersion(release, documents, '340000')
  expect(version).toMatchObject({ release: 3, from: '2026-11-01', name: '演示甲市', demo: true })
  expect(version.items.length).toBeGreaterThan(0)
  expect(version.fees.length).toBeGreaterThan(0)
  expect(version.forms[0]?.elements).toContain('visit.date')
})

test('what it does not allow stays in the city', () => {
  const disclosure = { ...(documents['disclosure'] as object), fees: false, forms: false }
  const version = disclosedVersion(release, { ...documents, disclosure }, '340000')
  expect(version.fees).toEqual([])
  expect(version.forms).toEqual([])
  expect(version.items.length).toBeGreaterThan(0)
  expect(version.parts).toEqual({ catalogue: true, fees: false, forms: false })
})

test.each([undefined, null, { schema: 2 }, 'yes', { catalogue: true, fees: true, forms: true }])(
  'without a valid disclosure document (%j) nothing is disclosed',
  (disclosure) => {
    const version = disclosedVersion(release, { ...documents, disclosure }, '340000')
    expect([version.items, version.fees, version.forms]).toEqual([[], [], []])
  },
)

test('a price in tiers or as a share of another sum is disclosed as one that is set', () => {
  const row = { id: 'a', item: 'bath', unit: '次', amount: null, from: '2026-01-01' }
  const steps = [
    { upTo: 10, amount: 200 },
    { upTo: null, amount: 1200 },
  ]
  const same = steps.map((step) => ({ ...step, amount: 200 }))
  const formula = (amount: number | null) => ({ base: { label: '最低工资', amount }, percent: 0.3 })
  const fees = {
    ...(documents['fees'] as object),
    rows: [
      { ...row, id: 'a', tiers: { method: 'slice', steps } },
      { ...row, id: 'b', tiers: { method: 'each', steps: same } },
      { ...row, id: 'c', formula: formula(172000) },
      { ...row, id: 'd', formula: formula(null) },
      { ...row, id: 'e' },
    ],
  }
  const told = disclosedVersion(release, { ...documents, fees }, '340000').fees
  expect(told.map(({ amount, tiers }) => tiers ?? amount)).toEqual([
    { low: 200, high: 1200 },
    200,
    51600,
    null,
    null,
  ])
})

test('an item that is proposed or retired is not part of what the city does', () => {
  const catalogue = structuredClone(documents['catalogue']) as { items: { status: string }[] }
  for (const item of catalogue.items) item.status = 'retired'
  expect(disclosedVersion(release, { ...documents, catalogue }, '340000').items).toEqual([])
})

test('a disclosure to another province is none to this one', () => {
  const version = disclosedVersion(release, documents, '330000')
  expect(version.parts).toEqual({ catalogue: false, fees: false, forms: false })
  expect([version.items, version.fees, version.forms]).toEqual([[], [], []])
})
