import { describe, expect, test } from 'vitest'
import { quote } from '../../../forms/fees/index.ts'
import { catalogue, fees, lineFor, row } from './example.ts'

const monthly = row('a', 6000, { caps: { month: 20_000 } })

describe('caps', () => {
  test.each([
    [3, 18_000, undefined],
    [4, 20_000, 4000],
  ])('%d times 60 元 under 200 元 a month', (quantity, amount, over) => {
    expect(lineFor(monthly, quantity)).toMatchObject({ amount, ...(over !== undefined && { over }) })
    if (over === undefined) expect(lineFor(monthly, quantity)).not.toHaveProperty('over')
  })

  test('what was used before narrows; used up is zero, not unset', () => {
    expect(lineFor(monthly, 1, { used: { month: 15_000 } })).toMatchObject({ amount: 5000, over: 1000 })
    expect(lineFor(monthly, 1, { used: { month: 14_000 } })).toMatchObject({ amount: 6000 })
    expect(lineFor(monthly, 1, { used: { month: 25_000 } })).toMatchObject({ amount: 0, over: 6000 })
  })

  test('says whether it knew what was used', () => {
    expect(lineFor(monthly, 4).steps.at(-1)).toBe(
      '每月限额 200.00 元（没有已用金额，只按本次核对），还可计 200.00 元，超出的 40.00 元不计',
    )
    expect(lineFor(monthly, 1, { used: { month: 0 } }).steps.at(-1)).toBe(
      '每月限额 200.00 元，本月已用 0.00 元，未超过',
    )
  })

  test('the narrowest of several decides', () => {
    const all = row('a', 6000, { caps: { month: 20_000, household: 15_000, year: 100_000 } })
    expect(lineFor(all, 4).amount).toBe(15_000)
    expect(lineFor(all, 4, { used: { year: 99_000 } })).toMatchObject({ amount: 1000, over: 23_000 })
  })

  test('lines of one row share its cap', () => {
    const result = quote(fees(monthly), catalogue, {
      items: [
        { item: 'bath', quantity: 3 },
        { item: 'bath', quantity: 3 },
      ],
      on: '2026-03-10',
    })
    expect(result.lines.map(({ amount }) => amount)).toEqual([18_000, 2000])
    expect(result.total).toBe(20_000)
  })

  test('the own share is of what is charged, not of what the cap cut off', () => {
    const copay = { ratio: 0.05, rounding: { mode: 'floor', to: 'yuan' } } as const
    expect(lineFor({ ...monthly, copay }, 10)).toMatchObject({ amount: 20_000, copay: 1000 })
  })
})
