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
