import { describe, expect, test } from 'vitest'
import type { Tiers } from '../../../forms/fees/index.ts'
import { lineFor, row } from './example.ts'

/** The slabs of a published water tariff, in 元: a sum that took the wrong slab at its ends came to 57.50 and 133. */
const slabs = (method: Tiers['method'], last: number | null = null) =>
  row('slabs', null, {
    tiers: {
      method,
      steps: [
        { upTo: 10, amount: 200 },
        { upTo: 20, amount: 250 },
        { upTo: 30, amount: 800 },
        { upTo: last, amount: 1200 },
      ],
    },
  })

describe('tiers', () => {
  test.each([
    [25, 8500],
    [31, 13_700],
    [10, 2000],
    [10.01, 2003],
    [20, 4500],
    [30, 12_500],
    [0.5, 100],
  ])('slice: every part of %d at its own price is %d 分', (quantity, amount) => {
    expect(lineFor(slabs('slice'), quantity).amount).toBe(amount)
  })

  test.each([
    [10, 2000, 200],
    [10.01, 2503, 250],
    [25, 20_000, 800],
    [31, 37_200, 1200],
  ])('each: all of %d at the price of its tier is %d 分', (quantity, amount, price) => {
    expect(lineFor(slabs('each'), quantity)).toMatchObject({ amount, price })
  })

  test('a sliced amount has no single price, and tells its slices', () => {
    const line = lineFor(slabs('slice'), 25)
    expect(line).toMatchObject({ price: null, words: '助浴 25 次分段计价 = 85.00 元' })
    expect(line.steps).toEqual([
      '适用自 2026-01-01 起的收费标准',
      '第 1 档（不超过 10 次）：2 元/次 × 10 次 = 20.00 元',
      '第 2 档（超过 10 至 20 次）：2.50 元/次 × 10 次 = 25.00 元',
      '第 3 档（超过 20 至 30 次）：8 元/次 × 5 次 = 40.00 元',
      '各档合计 85.00 元',
    ])
    expect(lineFor(slabs('slice'), 3).price).toBe(200)
  })

  test('above the last tier nothing is set, which is no zero', () => {
    for (const method of ['each', 'slice'] as const) {
      expect(lineFor(slabs(method, 40), 40).amount).toBeGreaterThan(0)
      const line = lineFor(slabs(method, 40), 40.01)
      expect(line).toMatchObject({ amount: null, price: null, row: { id: 'slabs' } })
      expect(line.words).toBe('助浴：收费标准未设定（数量超过最后一档的 40 次）')
    }
  })

  test('refuses an amount past twelve digits instead of losing 分', () => {
    const dear = row('dear', null, {
      tiers: { method: 'slice', steps: [{ upTo: null, amount: 999_999_999_999 }] },
    })
    expect(lineFor(dear, 1).amount).toBe(999_999_999_999)
    expect(() => lineFor(dear, 1.01)).toThrow(RangeError)
  })
})

describe('formula', () => {
  const wage = (percent: number, more: object = {}) =>
    row('wage', null, {
      item: 'care',
      unit: '月',
      formula: { base: { label: '最低工资标准', amount: 172_000 }, percent, ...more },
    })

  test.each([
    [0.02, 3500],
    [0.3, 51_600],
    [0.6, 103_200],
  ])('1,720 元 × %d goes up to whole 元: %d 分', (percent, amount) => {
    expect(lineFor(wage(percent, { rounding: { mode: 'ceil', to: 'yuan' } }), 1).amount).toBe(amount)
  })

  test('tells base, share and rounding', () => {
    expect(lineFor(wage(0.02, { rounding: { mode: 'ceil', to: 'yuan' } }), 2).steps).toEqual([
      '适用自 2026-01-01 起的收费标准',
      '最低工资标准 1,720 元 × 2% = 34.40 元，不足 1 元的部分进一，即每月 35 元',
      '35 元/月 × 2 月 = 70.00 元',
    ])
    expect(lineFor(wage(0.3333), 1)).toMatchObject({ price: 57_328, amount: 57_328 })
    expect(lineFor(wage(0.3333), 1).steps[1]).toContain('= 573.276 元，四舍五入到分，')
  })

  test('without a base there is no price', () => {
    const open = row('open', null, {
      formula: { base: { label: '最低工资标准', amount: null }, percent: 0.3 },
    })
    expect(lineFor(open, 2)).toMatchObject({
      amount: null,
      price: null,
      words: '助浴：收费标准未设定（最低工资标准未设定）',
    })
  })
})
