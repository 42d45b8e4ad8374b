import { describe, expect, test } from 'vitest'
import { checkCap, fees, formatMoney, formatPrice, share } from '../../../forms/fees/index.ts'

describe('formatMoney', () => {
  test.each([
    [0, '0.00'],
    [1, '0.01'],
    [1999, '19.99'],
    [12_000, '120.00'],
    [123_456_789, '1,234,567.89'],
    [999_999_999_999, '9,999,999,999.99'],
  ])('%d 分 is %s', (amount, text) => expect(formatMoney(amount)).toBe(text))

  test.each([0.5, -1, 1_000_000_000_000, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (amount) => {
    expect(() => formatMoney(amount)).toThrow(RangeError)
  })

  test('a price drops empty decimals only', () => {
    expect([6000, 6050, 5, 100_000].map(formatPrice)).toEqual(['60', '60.50', '0.05', '1,000'])
  })
})

describe('share', () => {
  test.each([
    [1000, 0.3, 'up', 300],
    [999, 0.3, 'up', 300],
    [10, 0.3, 'up', 3],
    [3, 0.3, 'up', 1],
    [1, 0.3, 'up', 1],
    [0, 0.3, 'up', 0],
    [8_000_000_000, 0.01, 'down', 80_000_000],
    [99, 0.01, 'down', 0],
    [9_007_199_254_740_991, 1, 'up', 9_007_199_254_740_991],
  ] as const)('%d × %d rounded %s is %d', (whole, ratio, rounding, result) =>
    expect(share(whole, ratio, rounding)).toBe(result),
  )

  test.each([
    [-1, 0.3],
    [1.5, 0.3],
    [10, 1.1],
    [10, -0.1],
    [10, 0.00001],
    [10, Number.NaN],
  ])('refuses %d × %d', (whole, ratio) => expect(() => share(whole, ratio, 'up')).toThrow(RangeError))
})

describe('checkCap', () => {
  const cap = { ratio: 0.01, of: '社会救助资金总额', total: 8_000_000_000 }
  test('1 分 decides (S2-02)', () => {
    expect(checkCap(cap, 79_999_999).state).toBe('within')
    expect(checkCap(cap, 80_000_000)).toMatchObject({ state: 'within', limit: 80_000_000 })
    expect(checkCap(cap, 80_000_001)).toMatchObject({ state: 'over' })
    expect(checkCap(cap, 80_000_001).words).toContain('800,000.01 元，超过限额 800,000.00 元')
  })
  test('a total that is not set judges nothing', () => {
    expect(checkCap({ ...cap, total: null }, 1)).toMatchObject({ state: 'unset' })
  })
})

describe('the schema of fees', () => {
  const one = (row: object) => ({
    schema: 1,
    title: '收费标准',
    demo: true,
    rows: [{ id: 'a', item: 'bath', unit: '次', amount: 6000, from: '2026-01-01', ...row }],
  })
  test('takes 分, and null for not set', () => {
    expect(fees.safeParse(one({})).success).toBe(true)
    expect(fees.safeParse(one({ amount: null })).success).toBe(true)
  })
  test.each([
    [{ amount: 60.5 }],
    [{ amount: -1 }],
    [{ amount: 1_000_000_000_000 }],
    [{ amount: '6000' }],
    [{ amount: undefined }],
    [{ from: '2026-02-30' }],
    [{ from: '2026-05-01', to: '2026-04-30' }],
    [{ id: '__proto__' }],
    [{ extra: 1 }],
    [{ unit: '' }],
  ])('refuses %j', (row) => expect(fees.safeParse(one(row)).success).toBe(false))
})
