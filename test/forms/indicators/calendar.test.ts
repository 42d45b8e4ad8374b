import { describe, expect, it, test } from 'vitest'
import { inWindow, judge, reportsOwed } from '../../../forms/indicators/index.ts'
import { indicatorOf, programmeOf } from './stated.ts'

const bridge = programmeOf('310000-bridge', 'bridge-2024')
const handedIn = (key: string, ...periods: string[]) => periods.map((period) => ({ key, period }))
const owed = (today: string, done: readonly { key: string; period: string }[] = []) =>
  reportsOwed(bridge, done, today)

describe('the reports of the bridge plan', () => {
  it('S0-04 are monthly from June to December, and a missing month is listed', () => {
    const months = ['2024-06', '2024-07', '2024-09', '2024-10', '2024-11', '2024-12']
    const monthly = owed('2025-01-02', handedIn('monthly', ...months)).filter(({ key }) => key === 'monthly')
    expect(monthly).toHaveLength(7)
    expect(monthly.filter(({ state }) => state === 'overdue').map(({ period }) => period)).toEqual([
      '2024-08',
    ])
    const kpi = indicatorOf('310000-bridge', 'monthly-reports')
    expect(judge(kpi, { numerator: months.length }).state).toBe('short')
    expect(judge(kpi, { numerator: monthly.length }).state).toBe('met')
  })

  it('S0-05 are complete with a mid-term report, a final one and a survey', () => {
    const three = ['mid-term', 'survey', 'final']
    expect(
      owed('2024-06-01')
        .filter(({ period }) => period === '')
        .map(({ key }) => key),
    ).toEqual(three)
    const kpi = indicatorOf('310000-bridge', 'evidence')
    expect(judge(kpi, { numerator: 2 }).state).toBe('short')
    expect(judge(kpi, { numerator: three.length }).state).toBe('met')
  })

  it('S0-29 end with the final one, late from 1 February 2025', () => {
    const final = (today: string, done: readonly { key: string; period: string }[] = []) =>
      owed(today, done).find(({ key }) => key === 'final')
    expect(final('2025-01-31')).toMatchObject({ state: 'open', due: '2025-01-31' })
    expect(final('2025-02-01')?.state).toBe('overdue')
    expect(final('2025-02-01', handedIn('final', ''))?.state).toBe('done')
  })

  test('a month is not late before it ends, and a foreign period counts for nothing', () => {
    const june = (today: string) => owed(today, handedIn('monthly', '2023-06'))[0]
    expect(june('2024-06-30')).toMatchObject({ period: '2024-06', state: 'open' })
    expect(june('2024-07-01')?.state).toBe('overdue')
  })
})

it('S0-28 a service counts from June to December 2024', () => {
  expect(inWindow(bridge, '2024-06-01') && inWindow(bridge, '2024-12-31')).toBe(true)
  expect(inWindow(bridge, '2024-05-31') || inWindow(bridge, '2025-01-02')).toBe(false)
})

it('S1-19 the advisors prepare from May, begin in August and are evaluated in December', () => {
  const { phases, window } = programmeOf('310118-advisor', 'advisor')
  expect(phases.map(({ from, to }) => [from.slice(5), to.slice(5)])).toEqual([
    ['05-01', '07-31'],
    ['08-01', '11-30'],
    ['12-01', '12-31'],
  ])
  expect(window).toBeNull()
})

describe('other rhythms', () => {
  const window = { from: '2024-03-01', to: '2025-02-28' }
  const report = { key: 'r', name: '报告', due: null, by: 'provider' } as const
  const periods = (every: 'month' | 'half-year' | 'year') =>
    reportsOwed({ window, reports: [{ ...report, every }] }, [], '2024-01-01').map(({ period, due }) => [
      period,
      due,
    ])

  test('half-years and years end with the calendar, the last with the window', () => {
    expect(periods('half-year')).toEqual([
      ['2024-H1', '2024-06-30'],
      ['2024-H2', '2024-12-31'],
      ['2025-H1', '2025-02-28'],
    ])
    expect(periods('year')).toEqual([
      ['2024', '2024-12-31'],
      ['2025', '2025-02-28'],
    ])
    expect(periods('month')).toHaveLength(12)
  })

  test('without a window only a stated day is owed', () => {
    const open = { window: null, reports: [{ ...report, every: 'year' as const, due: '2020-12-31' }] }
    expect(reportsOwed(open, [], '2021-01-01')).toMatchObject([{ period: '', state: 'overdue' }])
    expect(reportsOwed({ window: null }, [], '2021-01-01')).toEqual([])
    expect(inWindow({ window: null }, '1999-01-01')).toBe(true)
  })
})
