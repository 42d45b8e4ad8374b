import { describe, expect, test } from 'vitest'
import type { Catalogue } from '#forms/catalogue'
import { priceSpan, quote } from '#forms/fees'

const steps = [
  { upTo: 10, amount: 200 },
  { upTo: null, amount: 1200 },
]
const percentOf = (amount: number | null) => ({ base: { label: '最低工资', amount }, percent: 0.3 })

describe('the price of one unit', () => {
  test.each([
    [{ amount: 6000 }, { by: 'flat', low: 6000, high: 6000 }],
    [{ amount: 0 }, { by: 'flat', low: 0, high: 0 }],
    [
      { amount: null, tiers: { method: 'slice' as const, steps } },
      { by: 'tiers', low: 200, high: 1200 },
    ],
    [
      { amount: null, formula: percentOf(172000) },
      { by: 'formula', low: 51600, high: 51600 },
    ],
    [{ amount: null }, undefined],
    [{ amount: null, formula: percentOf(null) }, undefined],
  ])('of %j is %j', (row, span) => expect(priceSpan(row)).toEqual(span))

  test('tiers that fall are read from the lowest to the highest', () =>
    expect(priceSpan({ amount: null, tiers: { method: 'each', steps: steps.toReversed() } })).toEqual({
      by: 'tiers',
      low: 200,
      high: 1200,
    }))

  test('a share beyond any sum of money is refused, not cut', () =>
    expect(() => priceSpan({ amount: null, formula: percentOf(1e15) })).toThrow(RangeError))
})

test('a line of a quote says how its price comes about', () => {
  const row = { id: 'r', item: 'care', unit: '小时', amount: null, from: '2026-01-01' }
  const catalogue = {
    items: [{ key: 'care', name: '照护', unit: '小时', status: 'active' }],
  } as unknown as Catalogue
  const lineOf = (more: object) =>
    quote({ schema: 1, title: '收费', demo: false, rows: [{ ...row, ...more }] }, catalogue, {
      items: [{ item: 'care', quantity: 25 }],
      on: '2026-11-21',
    }).lines[0]
  expect(lineOf({ tiers: { method: 'slice', steps } })).toMatchObject({
    price: null,
    amount: 20000,
    by: 'tiers',
  })
  expect(lineOf({ tiers: { method: 'each', steps } })).toMatchObject({ price: 1200, by: 'tiers' })
  expect(lineOf({ formula: percentOf(172000) })).toMatchObject({ price: 51600, by: 'formula' })
  expect(lineOf({ amount: 6000 })).not.toHaveProperty('by')
  expect(lineOf({})).toMatchObject({ price: null, amount: null })
  expect(lineOf({})).not.toHaveProperty('by')
})
