import { describe, expect, test } from 'vitest'
import { type FeeRow, type Priced, quote, type WhatIfCase, whatIf } from '../../../forms/fees/index.ts'
import { catalogue, fees, row } from './example.ts'

const priced = (...rows: FeeRow[]): Priced => ({ fees: fees(...rows), catalogue })
const old = priced(row('bath', 6000), row('full', 100_000, { item: 'care', unit: '月', level: 'full' }))
const names: Readonly<Record<string, string>> = { '341702': '贵池区', '341721': '东至县' }
const options = { on: '2026-12-01', divisionName: (code: string) => names[code] ?? '' }

const bath = (household: string, quantity: number, path = ['341702', '341702-01']): WhatIfCase => ({
  household,
  path,
  lines: [{ item: 'bath', quantity }],
})
const run = (after: Priced, cases: readonly WhatIfCase[], before = old) =>
  whatIf(before, after, cases, options)

describe('whatIf', () => {
  test('says who pays more and who less, by item and by county', () => {
    const after = priced(row('bath', 6500), row('gc', 5000, { division: '341702' }))
    const result = run(after, [bath('a', 2), bath('a', 1), bath('b', 4, ['341721', '341721-01'])])
    expect(result).toMatchObject({
      lines: 3,
      total: { before: 42_000, after: 41_000 },
      own: { before: 0, after: 0 },
      households: { all: 2, more: 1, less: 1, same: 0, ownMore: 0, ownLess: 0 },
      newlyUnset: { lines: 0, amount: 0 },
      stillUnset: 0,
      items: [{ item: 'bath', name: '助浴', lines: 3, before: 42_000, after: 41_000 }],
      counties: [
        {
          division: '341702',
          name: '贵池区',
          households: 1,
          before: 18_000,
          after: 15_000,
          more: 0,
          less: 1,
        },
        {
          division: '341721',
          name: '东至县',
          households: 1,
          before: 24_000,
          after: 26_000,
          more: 1,
          less: 0,
        },
      ],
      largest: [
        {
          household: 1,
          name: '贵池区',
          lines: ['助浴 2 次：120.00 元 → 100.00 元', '助浴 1 次：60.00 元 → 50.00 元'],
        },
        { household: 2, name: '东至县', lines: ['助浴 4 次：240.00 元 → 260.00 元'] },
      ],
    })
    expect(result.words).toEqual([
      '共 2 户、3 项服务，都按 2026-12-01 当天的标准计价。',
      '合计 420.00 元 → 410.00 元，减少 10.00 元（2.38%）。',
      '1 户的费用增加，1 户减少，0 户不变。',
    ])
  })

  test('what loses or gets its price is told apart, and is never a saving or a cost', () => {
    const help = { item: 'help', quantity: 1 }
    const cases = [
      { ...bath('a', 2), lines: [{ item: 'bath', quantity: 2 }, help] },
      { ...bath('b', 1), lines: [help] },
    ]
    const lost = run(priced(row('bath', null)), cases)
    expect(lost).toMatchObject({
      total: { before: 0, after: 0 },
      households: { all: 2, more: 0, less: 0, same: 0 },
      newlyUnset: { lines: 1, amount: 12_000 },
      newlySet: { lines: 0, amount: 0 },
      stillUnset: 2,
      largest: [],
    })
    expect(lost.words.slice(-2)).toEqual([
      '1 项现在有价，草稿中没有价格（120.00 元），没有计入以上金额。',
      '2 项现在和草稿中都没有价格，没有计入。',
    ])
    const got = run(priced(row('bath', 6000), row('help', 500, { item: 'help' })), cases)
    expect(got).toMatchObject({
      total: { before: 12_000, after: 12_000 },
      households: { same: 1 },
      newlySet: { lines: 2, amount: 1000 },
    })
    expect(got.items.find(({ item }) => item === 'help')).toMatchObject({ newlySet: 2, before: 0, after: 0 })
  })

  test('own shares and funds', () => {
    const copay = (ratio: number) => ({ ratio, rounding: { mode: 'floor', to: 'yuan' } as const })
    const funding = [{ fund: 'city', ratio: 1 }]
    const before = priced(row('a', 10_000, { copay: copay(0.05), funding }))
    const after = {
      ...priced(row('a', 10_000, { copay: copay(0.16), funding })),
      funds: { schema: 1 as const, funds: [{ key: 'city', name: '福彩公益金' }], rules: [] },
    }
    const result = run(after, [bath('a', 1), bath('b', 1)], before)
    expect(result).toMatchObject({
      total: { before: 20_000, after: 20_000 },
      own: { before: 1000, after: 3200 },
      households: { same: 2, ownMore: 2, ownLess: 0 },
      funds: [{ fund: 'city', name: '福彩公益金', before: 19_000, after: 16_800 }],
    })
    expect(result.words).toContain('其中个人自付 10.00 元 → 32.00 元，2 户多付，0 户少付。')
  })

  test('prices by the level that the item knows, and what the county does not offer is unset', () => {
    const care = {
      ...bath('a', 1),
      lines: [{ item: 'care', quantity: 1, levels: ['full', 'other'] }],
    }
    const after = priced(row('other', 90_000, { item: 'care', unit: '月', level: 'other' }))
    expect(run(after, [care])).toMatchObject({ total: { before: 100_000, after: 90_000 } })
    const off = {
      ...old,
      catalogue: {
        ...catalogue,
        activations: [{ item: 'bath', division: '341702', active: false, from: '2026-12-01' }],
      },
    }
    expect(run(off, [bath('a', 1)])).toMatchObject({ newlyUnset: { lines: 1, amount: 6000 } })
  })

  test('comes to what quote says, caps over the lines of one case included', () => {
    const rows = [row('a', 6000, { caps: { month: 20_000 } })]
    const one = {
      ...bath('a', 3),
      lines: [
        { item: 'bath', quantity: 3 },
        { item: 'bath', quantity: 3 },
      ],
    }
    const said = quote(fees(...rows), catalogue, { items: one.lines, on: options.on, path: one.path })
    expect(run(priced(...rows), [one]).total).toEqual({ before: 36_000, after: said.total })
  })

  test('at most ten households, the largest change first, none by its mark', () => {
    const cases = Array.from({ length: 25 }, (_, i) => bath(`household-${i}`, i + 1))
    const result = run(priced(row('bath', 6500)), cases)
    expect(result.largest.map(({ household, after, before }) => [household, after - before])).toEqual(
      Array.from({ length: 10 }, (_, i) => [i + 1, (25 - i) * 500]),
    )
    expect(JSON.stringify(result)).not.toContain('household-')
  })

  test('of nothing there is nothing to say, and an amount past twelve digits is refused', () => {
    expect(run(old, [])).toMatchObject({ lines: 0, items: [], words: ['没有可以重新计价的服务。'] })
    expect(() => run(priced(row('bath', 999_999_999_999)), [bath('a', 2)])).toThrow(RangeError)
  })

  test('a month of 2,000 cases over 10,000 rows does not read every row for every line', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => row(`r${i}`, 100, { item: `item-${i % 500}` }))
    const reads = { count: 0 }
    const watched = many.map(
      (one) =>
        new Proxy(one, {
          get: (target, key) => {
            if (key === 'from') reads.count++
            return Reflect.get(target, key)
          },
        }),
    )
    const cases = Array.from({ length: 2000 }, (_, i) => bath(`h${i}`, 1))
    run(priced(...watched, row('bath', 6500)), cases)
    expect(reads.count).toBeLessThan(100_000)
  })
})
