import { describe, expect, test } from 'vitest'
import type { Disclosure } from '#forms/catalogue'
import { type Indicators, judge, measure, type Tally } from '#forms/indicators'
import { indicatorRows } from '../../../functions/oversight/indicators.ts'
import { type DisclosedMonth, monthFigures } from '../../../functions/oversight/month.ts'
import { fc } from '../../chance.ts'
import { city } from './city.ts'

/** Everything that casework counts, as monthly indicators and as sums over longer times. */
const pairs = [
  ['cases.outreach', 'cases.all'],
  ['referrals.accepted', 'referrals.all'],
  ['new-objects.followed', 'new-objects.all'],
  ['cases.in-time', 'cases.visited'],
  ['visits.new', 'objects.new'],
  ['archives.done', null],
  ['households.confirmed', null],
] as const
const periods = ['month', 'half-year', 'year', 'programme'] as const
const counters = [
  ...['cases', 'outreach', 'case.refer', 'case.start', 'objects', 'objects.followed', 'visited'],
  ...['visited.in-time', 'visited.new', 'households', 'persons', 'confirmed.households'],
] as const

const defined: Indicators = {
  schema: 1,
  indicators: periods.flatMap((period) =>
    pairs.map(([above, below]) => ({
      key: `${period}.${above}`,
      name: above,
      scope: 'city' as const,
      numerator: { metric: above, label: above },
      denominator: below === null ? null : { metric: below, label: below },
      target: { op: '>=' as const, value: below === null ? 20 : 0.5 },
      period,
      soft: false,
    })),
  ),
}
const disclosure: Disclosure = {
  schema: 1,
  to: '340000',
  catalogue: true,
  fees: true,
  forms: true,
  indicators: defined.indicators.map(({ key }) => key),
  smallCells: { hideBelow: 8, roundTo: 5 },
}
const disclosed = (tallies: readonly Tally[]) =>
  monthFigures(tallies, defined, disclosure, { programmes: [] })

const counts = fc.record(Object.fromEntries(counters.map((name) => [name, fc.nat({ max: 40 })])))
const township = (at: number) => `341702-${String(at).padStart(2, '0')}`
const tallies = fc
  .array(counts, { minLength: 1, maxLength: 6 })
  .map((rows) => rows.map((row, at): Tally => ({ month: '2026-10', township: township(at), counts: row })))
const isShown = (n: number | null) => n === null || n === 0 || (n >= 10 && n % 5 === 0)

describe('what leaves a city', () => {
  test('is no count of one to seven, and nothing between the steps of five', () =>
    fc.assert(
      fc.property(tallies, (rows) => {
        for (const { numerator, denominator } of disclosed(rows)) {
          expect(isShown(numerator)).toBe(true)
          expect(isShown(denominator)).toBe(true)
        }
      }),
    ))

  test('never adds months up: no sum stands beside its parts, so none can be taken from another', () =>
    fc.assert(
      fc.property(tallies, (rows) => {
        for (const { indicator } of disclosed(rows)) expect(indicator).toMatch(/^month\./)
      }),
    ))

  test('is the same however the city’s people are spread over its townships', () =>
    fc.assert(
      fc.property(tallies, (rows) => {
        const sum = Object.fromEntries(
          counters.map((name) => [name, rows.reduce((all, row) => all + (row.counts[name] ?? 0), 0)]),
        )
        const whole: Tally = { month: '2026-10', township: township(0), counts: sum }
        const programmes = counters.map(
          (name): Tally => ({ ...whole, programme: 'care', counts: { [name]: sum[name] ?? 0 } }),
        )
        expect(disclosed([whole])).toEqual(disclosed(rows))
        expect(disclosed(programmes)).toEqual(disclosed(rows))
      }),
    ))

  test('hides who is left over: a total less all but a few is not shown', () =>
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 200 }), fc.integer({ min: 1, max: 7 }), (cases, rest) => {
        const figure = disclosed([
          { month: '2026-10', township: 'a', counts: { cases: cases + rest, outreach: cases } },
        ]).find(({ indicator }) => indicator === 'month.cases.outreach')
        expect(figure?.numerator).toBeNull()
      }),
    ))

  test('a township that comes or goes with its few people cannot be told by the difference', () => {
    const rest: Tally = { month: '2026-10', township: 'a', counts: { persons: 40 } }
    const shownWith = (few: number) =>
      disclosed([rest, { month: '2026-10', township: 'b', counts: { persons: few } }]).find(
        ({ indicator }) => indicator === 'month.archives.done',
      )?.numerator
    // One to seven people move the figure by none, five or ten: each step stands for several numbers.
    const steps = Map.groupBy([1, 2, 3, 4, 5, 6, 7], shownWith)
    for (const [, behind] of steps) expect(behind.length).toBeGreaterThan(1)
  })

  test('a city with one household shows no figure at all but where there is none', () => {
    const one = Object.fromEntries(counters.map((name) => [name, 1]))
    for (const { numerator, denominator } of disclosed([{ month: '2026-10', township: 'a', counts: one }]))
      expect([numerator, denominator]).toEqual([null, null])
  })
})

describe('the verdict that the province reads', () => {
  const monthly = defined.indicators.filter(({ period }) => period === 'month')
  const of = (tallies: readonly Tally[], smallCells = disclosure.smallCells) => {
    const figures = monthFigures(tallies, defined, { ...disclosure, smallCells }, { programmes: [] })
    const month: DisclosedMonth = { schema: 1, city: '1', month: '202610', figures, smallCells }
    const indicators = monthly.map((definition) => ({
      indicator: definition.key,
      name: definition.name,
      definition,
    }))
    return indicatorRows([city('1', { indicators })], [month], '202610').map(({ cells }) => cells[0])
  }

  test('follows from the shown figures alone: equal ones are never told apart', () =>
    fc.assert(
      fc.property(tallies, fc.nat({ max: 4 }), (rows, more) => {
        const [first, ...others] = rows
        if (!first) return
        const moved = [
          {
            ...first,
            counts: Object.fromEntries(counters.map((name) => [name, (first.counts[name] ?? 0) + more])),
          },
          ...others,
        ]
        const [before, after] = [of(rows), of(moved)]
        before.forEach((cell, at) => {
          const other = after[at]
          if (cell?.numerator === other?.numerator && cell?.denominator === other?.denominator)
            expect(cell).toEqual(other)
        })
      }),
    ))

  test('is never another than the city’s own, however coarse the steps', () =>
    fc.assert(
      fc.property(tallies, fc.integer({ min: 5, max: 40 }), (rows, roundTo) => {
        of(rows, { hideBelow: 8, roundTo }).forEach((cell, at) => {
          const indicator = monthly[at]
          if (!indicator || (cell?.state !== 'met' && cell?.state !== 'short')) return
          expect(judge(indicator, measure(indicator, rows, { programmes: [] })).state).toBe(cell.state)
        })
      }),
    ))

  test('is none where a figure is hidden', () => {
    const [outreach] = of([{ month: '2026-10', township: 'a', counts: { cases: 60, outreach: 3 } }])
    expect(outreach).toEqual({ numerator: null, denominator: 60, note: expect.stringContaining('较少') })
  })

  test('19 and 20 households are one figure, and neither is said to be twenty', () => {
    const ofMany = (n: number) =>
      of([{ month: '2026-10', township: 'a', counts: { 'confirmed.households': n } }]).at(-1)
    expect(ofMany(19)).toEqual(ofMany(20))
    expect(ofMany(20)).toMatchObject({ value: '20', state: 'none', words: expect.stringContaining('取整') })
    expect(ofMany(23)).toMatchObject({ value: '25', state: 'met' })
    expect(ofMany(17)).toMatchObject({ value: '15', state: 'short' })
  })

  test('is sure of all of them, and of a clear share', () => {
    const outreach = (cases: number, found: number) =>
      of([{ month: '2026-10', township: 'a', counts: { cases, outreach: found } }])[0]
    expect(outreach(16, 16)).toMatchObject({ value: '100%', state: 'met' })
    expect(outreach(40, 10)).toMatchObject({ value: '25%', state: 'short' })
    // 8 of 17 is shown as 10 of 15, and is no half.
    expect(outreach(17, 8)).toMatchObject({ numerator: 10, denominator: 15, state: 'none' })
  })
})
