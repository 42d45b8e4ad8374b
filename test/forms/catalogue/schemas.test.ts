import { describe, expect, test } from 'vitest'
import { type DocumentName, documentSchemas, ratio, source } from '../../../forms/catalogue/index.ts'
import { demoChizhou } from '../packs/disk.ts'

const names = Object.keys(documentSchemas) as DocumentName[]
const accepts = (name: DocumentName, document: unknown) =>
  documentSchemas[name].schema.safeParse(document).success
/** A copy of the document with one value put at a path. */
const withValue = (name: DocumentName, path: readonly (string | number)[], value: unknown): unknown => {
  const copy = structuredClone(demoChizhou[name])
  let at = copy as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>
  at[path.at(-1) ?? ''] = value
  return copy
}

describe.each(names)('the schema of %s', (name) => {
  const document = demoChizhou[name] as object

  test('takes Chizhou', () => expect(accepts(name, document)).toBe(true))
  test('knows its version', () => {
    expect(accepts(name, { ...document, schema: 2 })).toBe(false)
    const { schema: _, ...without } = document as { schema: 1 }
    expect(accepts(name, without)).toBe(false)
  })
  test('refuses a key that it does not know', () => {
    expect(accepts(name, { ...document, more: 1 })).toBe(false)
    expect(accepts(name, JSON.parse(JSON.stringify(document).replace('{', '{"__proto__":{},')))).toBe(false)
  })
  test.each([null, [], 'x', 5, undefined, true])('refuses %j', (value) => {
    expect(accepts(name, value)).toBe(false)
  })
})

describe('values that would mislead', () => {
  test.each<[DocumentName, readonly (string | number)[], unknown]>([
    ['profile', ['divisions', 0, 'code'], '34170'],
    ['profile', ['divisions', 0, 'kind'], 'city'],
    ['profile', ['divisions'], []],
    ['profile', ['spotCheck', 'ratio'], 1.3],
    ['profile', ['spotCheck', 'ratio'], 0.00001],
    ['profile', ['settlement', 'priceOn'], 'settlement-date'],
    ['profile', ['visit', 'team'], [['worker']]],
    ['profile', ['visit', 'team'], [['worker', 'king']]],
    ['profile', ['stages', 0, 'dueDays'], -1],
    ['profile', ['stages', 0, 'dueDays'], 2.5],
    ['profile', ['graceDays'], 365],
    ['catalogue', ['items', 0, 'unit'], ''],
    ['catalogue', ['items', 0, 'key'], 'constructor '],
    ['catalogue', ['items', 0, 'objects'], []],
    ['catalogue', ['items', 0, 'status'], 'paid'],
    ['catalogue', ['items', 0, 'procurement'], 'yes'],
    ['objects', ['classes', 3, 'rule', 'any'], []],
    ['objects', ['classes', 3, 'rule', 'none'], ['x']],
    ['funds', ['funds', 2, 'cap', 'total'], 80_000_000.5],
    ['notice', ['forbidden'], []],
    ['notice', ['columns', 1, 'show'], 'full'],
    ['disclosure', ['smallCells', 'hideBelow'], 3],
    ['disclosure', ['smallCells', 'roundTo'], 1],
    ['indicators', ['indicators', 0, 'target'], { op: '=', value: 1 }],
    ['programmes', ['programmes', 0, 'window'], { from: '2026-01-01' }],
  ])('%s %j may not be %j', (name, path, value) => {
    expect(accepts(name, demoChizhou[name])).toBe(true)
    expect(accepts(name, withValue(name, path, value))).toBe(false)
  })

  test('a rule belongs to its paper', () => {
    expect(source.safeParse({ paper: 'S2', rule: 'S2-03' }).success).toBe(true)
    for (const bad of [
      { paper: 'S2', rule: 'S1-03' },
      { paper: 'S9', rule: 'S9-01' },
      { paper: 'S2', rule: 'S2-3' },
      { paper: 'S2' },
    ])
      expect(source.safeParse(bad).success).toBe(false)
  })

  test('a ratio has at most four decimals', () => {
    expect([0, 1, 0.3, 0.01, 0.0001, 0.7, 0.2999].every((one) => ratio.safeParse(one).success)).toBe(true)
    expect([0.00001, 0.33333, -0.1, 1.01, Number.NaN].some((one) => ratio.safeParse(one).success)).toBe(false)
  })

  test('refusals speak Chinese', () => {
    const issue = documentSchemas.fees.schema.safeParse(withValue('fees', ['rows', 0, 'amount'], 60.5)).error
      ?.issues[0]
    expect(issue?.message).toBe('金额应为整数（单位：分），不能有小数')
  })
})
