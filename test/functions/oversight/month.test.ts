import { describe, expect, test } from 'vitest'
import type { Disclosure } from '#forms/catalogue'
import type { Indicators } from '#forms/indicators'
import { indicatorRows } from '../../../functions/oversight/indicators.ts'
import { monthBefore, monthFigures, monthOf } from '../../../functions/oversight/month.ts'
import { tallyOf } from '../../../functions/oversight/tally.ts'
import { city } from './city.ts'

const indicator = (key: string, numerator: string, denominator: string | null, period = 'month') =>
  ({
    key,
    name: key,
    scope: 'city',
    numerator: { metric: numerator, label: numerator },
    denominator: denominator === null ? null : { metric: denominator, label: denominator },
    target: null,
    period,
    soft: false,
  }) as Indicators['indicators'][number]
const defined: Indicators = {
  schema: 1,
  indicators: [
    indicator('rate', 'done', 'due'),
    indicator('count', 'visits', null),
    indicator('secret', 'done', 'due'),
    indicator('yearly', 'done', 'due', 'year'),
  ],
}
const disclosure: Disclosure = {
  schema: 1,
  to: '340000',
  catalogue: true,
  fees: true,
  forms: true,
  indicators: ['rate', 'count', 'yearly'],
  smallCells: { hideBelow: 8, roundTo: 5 },
}

describe('the figures of a month', () => {
  const of = (...rows: Record<string, unknown>[]) =>
    monthFigures(
      rows.map((row, at) => tallyOf({ ...row, sk: `COUNT#202610#${at}` })),
      defined,
      disclosure,
      { programmes: [] },
    )

  test('are sums over the townships, of monthly indicators that the city discloses', () =>
    expect(of({ done: 20, due: 30, visits: 3 }, { done: 21, due: 31, visits: 9 })).toEqual([
      { indicator: 'rate', numerator: 40, denominator: 60 },
      { indicator: 'count', numerator: 10, denominator: null },
    ]))

  test('are hidden after the sum, not before: two small townships make a large one', () =>
    expect(of({ visits: 4 }, { visits: 5 })).toEqual([
      { indicator: 'count', numerator: 10, denominator: null },
    ]))

  test('are absent where nobody counts, and zero where somebody counted none', () => {
    expect(of()).toEqual([])
    expect(of({ households: 90 })).toEqual([])
    expect(of({ due: 30 })).toEqual([{ indicator: 'rate', numerator: 0, denominator: 30 }])
  })

  test('ignore what is no number', () =>
    expect(of({ due: '30', visits: null }, { visits: 9 })).toEqual([
      { indicator: 'count', numerator: 10, denominator: null },
    ]))
})

describe('side by side', () => {
  const rate = { indicator: 'rate', name: '按时率' }
  const month = (code: string, numerator: number | null) => ({
    schema: 1 as const,
    city: code,
    month: '202610',
    figures: [{ indicator: 'rate', numerator, denominator: 60 }],
  })

  test('a city that does not disclose, has no data, or hides is told apart', () => {
    const cities = [
      city('1', { indicators: [rate] }),
      city('2', { indicators: [rate] }),
      city('3', { indicators: [rate] }),
      city('4'),
    ]
    const rows = indicatorRows(cities, [month('1', 50), month('2', null), month('4', 50)], '202610')
    expect(rows).toMatchObject([{ indicator: 'rate', name: '按时率', period: '2026-10' }])
    const [shown, hidden, none, silent] = rows[0]?.cells ?? []
    expect(shown).toEqual({ numerator: 50, denominator: 60 })
    expect(hidden).toMatchObject({ numerator: null, note: expect.stringContaining('较少') })
    expect(none).toMatchObject({ numerator: null, denominator: null, note: expect.stringContaining('没有') })
    // What it disclosed before it withdrew is shown no more.
    expect(silent).toBeNull()
  })
})

describe('figures of one name that are counted from different things', () => {
  const stated = (numerator: string, more: object = {}) => {
    const definition = {
      ...indicator('rate', numerator, 'due'),
      target: { op: '>=' as const, value: 0.5 },
      ...more,
    }
    return { indicators: [{ indicator: 'rate', name: 'rate', definition }] }
  }
  const figures = [{ indicator: 'rate', numerator: 30, denominator: 40 }]
  const { smallCells } = disclosure
  const months = ['1', '2'].map((code) => ({
    schema: 1 as const,
    city: code,
    month: '202610',
    figures,
    smallCells,
  }))

  test('stand in rows of their own, and each city in one', () => {
    const rows = indicatorRows([city('1', stated('done')), city('2', stated('asked'))], months, '202610')
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.numerator ?? null))).toEqual([
      [30, null],
      [null, 30],
    ])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2)
    expect(rows[0]?.cells[1]?.note).toContain('口径不同')
  })

  test('stand in one row where only names and targets differ, each by its own target', () => {
    const strict = stated('done', { target: { op: '>=', value: 0.9 }, name: '另一个名称' })
    const [row, ...others] = indicatorRows([city('1', stated('done')), city('2', strict)], months, '202610')
    expect(others).toEqual([])
    expect(row?.cells.map((cell) => [cell?.state, cell?.target])).toEqual([
      ['met', '≥ 50%'],
      ['short', '≥ 90%'],
    ])
  })

  test('are not judged over the whole city where each place must reach the number by itself', () => {
    const each = stated('done', { scope: 'county', kind: 'floor' })
    const [row] = indicatorRows([city('1', each)], months, '202610')
    expect(row?.cells[0]).toMatchObject({ state: 'none', words: expect.stringContaining('分别考核') })
  })

  test('that the city counts from something else since are not shown under the new name', () => {
    const [first] = months as [(typeof months)[number]]
    const of = (sources: Record<string, string>) =>
      indicatorRows([city('1', stated('done'))], [{ ...first, sources }], '202610')[0]?.cells[0]
    expect(of({ rate: 'done due' })).toMatchObject({ numerator: 30, state: 'met' })
    expect(of({ rate: 'asked due' })).toEqual({
      numerator: null,
      denominator: null,
      note: expect.stringContaining('口径'),
    })
  })

  test('get no verdict where nobody knows how they were rounded', () => {
    const [{ smallCells: _, ...old }] = months as [(typeof months)[number]]
    const [row] = indicatorRows([city('1', stated('done'))], [old], '202610')
    expect(row?.cells[0]).toMatchObject({
      value: '75%',
      state: 'none',
      words: expect.stringContaining('取整'),
    })
  })

  test('that no source can tell say what is missing, not that the month is empty', () => {
    const unpaid = stated('settlements.on-time')
    const [row] = indicatorRows([city('3', unpaid)], months, '202610')
    expect(row?.cells[0]?.note).toContain('结算单')
  })
})

test.each([
  ['2026-11-23', '202611', '202610'],
  ['2026-01-01', '202601', '202512'],
])('%s lies in %s, after %s', (day, month, before) => {
  expect(monthOf(day)).toBe(month)
  expect(monthBefore(month)).toBe(before)
})
