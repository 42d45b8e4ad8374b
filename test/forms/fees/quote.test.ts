import { describe, expect, test } from 'vitest'
import { type FeeRow, quote } from '../../../forms/fees/index.ts'
import { catalogue, fees, row } from './example.ts'

const bath = (on: string, rows: FeeRow[], more: object = {}) =>
  quote(fees(...rows), catalogue, { items: [{ item: 'bath', quantity: 2, ...more }], on })

describe('quote', () => {
  test('says price, quantity and amount in words', () => {
    const result = bath('2026-03-10', [row('a', 6000)])
    expect(result).toEqual({
      on: '2026-03-10',
      total: 12_000,
      unset: 0,
      demo: true,
      lines: [
        {
          item: 'bath',
          name: '助浴',
          unit: '次',
          quantity: 2,
          price: 6000,
          amount: 12_000,
          row: { id: 'a', from: '2026-01-01' },
          words: '助浴 60 元/次 × 2 次 = 120.00 元',
          steps: ['适用自 2026-01-01 起的收费标准', '60 元/次 × 2 次 = 120.00 元'],
        },
      ],
    })
  })

  test('takes the price of the day of service, on both sides of a change (S2-15)', () => {
    const rows = [row('old', 6000, { to: '2026-06-15' }), row('new', 6500, { from: '2026-06-16' })]
    expect(bath('2026-06-15', rows).lines[0]).toMatchObject({
      price: 6000,
      row: { id: 'old', from: '2026-01-01', to: '2026-06-15' },
    })
    expect(bath('2026-06-16', rows).lines[0]).toMatchObject({
      price: 6500,
      row: { id: 'new', from: '2026-06-16' },
    })
    expect(bath('2025-12-31', rows)).toMatchObject({ total: 0, unset: 1, lines: [{ price: null }] })
  })

  test('a price that is not set is null and counted, never zero (S2-06)', () => {
    for (const rows of [[], [row('open', null)]]) {
      const result = bath('2026-03-10', rows)
      expect(result).toMatchObject({ total: 0, unset: 1 })
      expect(result.lines[0]).toMatchObject({ price: null, amount: null })
      expect(result.lines[0]?.words).toContain('未设定')
      expect(result.lines[0]?.words).not.toMatch(/\d/)
    }
    expect(bath('2026-03-10', [row('free', 0)])).toMatchObject({ unset: 0, lines: [{ amount: 0 }] })
  })

  test('an unset line adds nothing to the others', () => {
    const result = quote(fees(row('a', 6000)), catalogue, {
      items: [
        { item: 'bath', quantity: 1 },
        { item: 'help', quantity: 3 },
      ],
      on: '2026-03-10',
    })
    expect(result).toMatchObject({ total: 6000, unset: 1 })
  })

  test('the nearest division wins, also when it has not set its price', () => {
    const rows = [
      row('city', 6000),
      row('county', 7000, { division: '341722' }),
      row('town', null, { division: '341722-01' }),
    ]
    const at = (path: string[]) => bath('2026-03-10', rows, { path }).lines[0]
    expect(at([])?.price).toBe(6000)
    expect(at(['341702', '341702-01'])?.price).toBe(6000)
    expect(at(['341722', '341722-02'])?.price).toBe(7000)
    expect(at(['341722', '341722-01'])).toMatchObject({ price: null, amount: null, row: { id: 'town' } })
  })

  test('a path for all lines is used where a line has none', () => {
    const rows = [row('city', 6000), row('county', 7000, { division: '341722' })]
    const result = quote(fees(...rows), catalogue, {
      items: [
        { item: 'bath', quantity: 1 },
        { item: 'bath', quantity: 1, path: ['341702'] },
      ],
      on: '2026-03-10',
      path: ['341722'],
    })
    expect(result.lines.map((line) => line.price)).toEqual([7000, 6000])
  })

  test('level and object class narrow; without the level a tiered item has no price', () => {
    const tier = (id: string, level: string, amount: number) =>
      row(id, amount, { item: 'care', unit: '月', level })
    const rows = [tier('p', 'partial', 50_000), tier('u', 'unable', 100_000)]
    const ask = (more: object) =>
      quote(fees(...rows), catalogue, { items: [{ item: 'care', quantity: 1, ...more }], on: '2026-03-10' })
        .lines[0]
    expect(ask({ level: 'partial' })?.amount).toBe(50_000)
    expect(ask({ level: 'unable' })?.amount).toBe(100_000)
    expect(ask({})?.words).toContain('等级尚未评估')
    expect(ask({ level: 'able' })).toMatchObject({ amount: null })
    const byClass = [row('all', 6000), row('tekun', 3000, { objectClass: 'tekun' })]
    expect(bath('2026-03-10', byClass, { objectClass: 'tekun' }).lines[0]?.price).toBe(3000)
    expect(bath('2026-03-10', byClass, { objectClass: 'dibao' }).lines[0]?.price).toBe(6000)
    expect(bath('2026-03-10', byClass).lines[0]?.price).toBe(6000)
  })

  test('19.99 × 3 is exact, and 半小时 rounds half a 分 up', () => {
    expect(bath('2026-03-10', [row('a', 1999)], { quantity: 3 }).total).toBe(5997)
    expect(bath('2026-03-10', [row('a', 1999)], { quantity: 0.5 }).total).toBe(1000)
    expect(bath('2026-03-10', [row('a', 3)], { quantity: 0.15 }).total).toBe(0)
  })

  test('an item that is not in the catalogue is unset, not an exception', () => {
    const result = quote(fees(), catalogue, { items: [{ item: 'gone', quantity: 1 }], on: '2026-03-10' })
    expect(result).toMatchObject({ unset: 1, lines: [{ name: 'gone', unit: null, amount: null }] })
  })

  test.each([
    [{ item: 'bath', quantity: 0 }],
    [{ item: 'bath', quantity: -1 }],
    [{ item: 'bath', quantity: 1.005 }],
    [{ item: 'bath', quantity: Number.NaN }],
    [{ item: 'bath', quantity: Number.POSITIVE_INFINITY }],
    [{ item: 'bath', quantity: '2' }],
    [{ item: 'bath', quantity: 1, price: 1 }],
    [{ item: 'bath', quantity: 1, used: { month: -1 } }],
    [{ item: 'bath', quantity: 1, used: { week: 1 } }],
    [{ item: '__proto__', quantity: 1 }],
  ])('refuses %j', (line) => {
    expect(() =>
      quote(fees(row('a', 6000)), catalogue, { items: [line as never], on: '2026-03-10' }),
    ).toThrow()
  })

  test.each(['2026-02-30', '2026-3-1', '', '2026-03-10T00:00:00Z'])('refuses the date %j', (on) => {
    expect(() => quote(fees(), catalogue, { items: [], on })).toThrow()
  })

  test('refuses a sum past twelve digits instead of losing 分', () => {
    const rows = [row('a', 999_999_999_999)]
    expect(bath('2026-03-10', rows, { quantity: 1 }).total).toBe(999_999_999_999)
    expect(() => bath('2026-03-10', rows)).toThrow(RangeError)
    expect(() =>
      quote(fees(...rows), catalogue, {
        items: [
          { item: 'bath', quantity: 1 },
          { item: 'bath', quantity: 0.01 },
        ],
        on: '2026-03-10',
      }),
    ).toThrow(RangeError)
  })
})
