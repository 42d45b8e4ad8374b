import { describe, expect, test } from 'vitest'
import { type Funds, funds as fundsSchema } from '../../../forms/catalogue/index.ts'
import { split } from '../../../forms/fees/exact.ts'
import { quote, type Rounding } from '../../../forms/fees/index.ts'
import { catalogue, fees, lineFor, row } from './example.ts'

const floor: Rounding = { mode: 'floor', to: 'yuan' }

describe('the person’s own share', () => {
  test.each([
    [67_500, 0.05, 3300],
    [67_500, 0.16, 10_800],
    [113_000, 0.16, 18_000],
    [121_000, 0.16, 19_300],
    [67_500, 0, 0],
    [67_500, 1, 67_500],
  ])('%d 分 × %d, cut to 元, is %d 分', (amount, ratio, copay) => {
    expect(lineFor(row('a', amount, { copay: { ratio, rounding: floor } }), 1)).toMatchObject({
      amount,
      copay,
    })
  })

  test.each([
    ['floor', 'fen', 3375],
    ['round', 'yuan', 3400],
    ['ceil', 'yuan', 3400],
    ['round', 'fen', 3375],
  ] as const)('%s to %s', (mode, to, copay) => {
    expect(lineFor(row('a', 67_500, { copay: { ratio: 0.05, rounding: { mode, to } } }), 1).copay).toBe(copay)
  })

  test('never passes the amount, however it is rounded', () => {
    const dear = row('a', 50, { copay: { ratio: 1, rounding: { mode: 'ceil', to: 'yuan' } } })
    expect(lineFor(dear, 1)).toMatchObject({ amount: 50, copay: 50 })
  })

  test('is told with the exact share and what was cut', () => {
    const line = lineFor(row('a', 67_500, { copay: { ratio: 0.05, rounding: floor } }), 1)
    expect(line.words).toBe('助浴 675 元/次 × 1 次 = 675.00 元，其中个人自付 33.00 元')
    expect(line.steps.at(-1)).toBe(
      '个人自付 5%：675.00 元 × 5% = 33.75 元，不足 1 元的部分舍去，自付 33.00 元',
    )
  })

  test('is not there where the standard says nothing of it, and not on what is not set', () => {
    expect(lineFor(row('a', 100), 1)).not.toHaveProperty('copay')
    expect(lineFor(row('a', null, { copay: { ratio: 0.05, rounding: floor } }), 1)).not.toHaveProperty(
      'copay',
    )
  })
})

describe('who bears the rest', () => {
  const funds: Funds = fundsSchema.parse({
    schema: 1,
    funds: [
      { key: 'city', name: '市级福彩公益金' },
      { key: 'county', name: '县级统筹资金' },
    ],
    rules: [],
  })
  const shared = row('a', 10_001, {
    copay: { ratio: 0.1, rounding: { mode: 'floor', to: 'fen' } },
    advance: 0.9,
    funding: [
      { fund: 'city', ratio: 0.5 },
      { fund: 'county', ratio: 0.5 },
    ],
  })

  test('to the 分, after the own share', () => {
    const [line] = quote(
      fees(shared),
      catalogue,
      { items: [{ item: 'bath', quantity: 1 }], on: '2026-03-10' },
      funds,
    ).lines
    expect(line).toMatchObject({
      copay: 1000,
      advance: 8101,
      funding: [
        { fund: 'city', amount: 4501 },
        { fund: 'county', amount: 4500 },
      ],
    })
    expect(line?.steps.slice(-2)).toEqual([
      '预付 90%：90.01 元中先付 81.01 元',
      '其余 90.01 元：市级福彩公益金 50% 承担 45.01 元；县级统筹资金 50% 承担 45.00 元',
    ])
  })

  test('a fund without a name is told by its place, never by its code', () => {
    expect(lineFor(shared, 1).steps.at(-1)).toBe(
      '其余 90.01 元：第 1 项资金 50% 承担 45.01 元；第 2 项资金 50% 承担 45.00 元',
    )
  })

  test('every split makes the whole', () => {
    const thirds = [0.3333, 0.3333, 0.3334]
    for (let amount = 0; amount < 400; amount++)
      expect(split(amount, thirds).reduce((sum, one) => sum + one, 0)).toBe(amount)
    expect(split(100, thirds)).toEqual([33, 33, 34])
    expect(split(999_999_999_999, [0.0001, 0.9999])).toEqual([100_000_000, 999_899_999_999])
    expect(split(1, [0.5, 0.5])).toEqual([1, 0])
  })

  test('an advance of a settlement sheet comes out to the 分', () => {
    const line = lineFor(row('a', 37_182_600, { advance: 0.9 }), 1)
    expect(line.advance).toBe(33_464_340)
  })
})
