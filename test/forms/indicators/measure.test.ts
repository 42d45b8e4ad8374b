import { describe, expect, test } from 'vitest'
import { type Indicator, measure, type Tally } from '../../../forms/indicators/index.ts'
import { indicatorOf, programmeOf } from './stated.ts'

const tally = (counts: Tally['counts'], programme?: string, township = 't1'): Tally => ({
  month: '2026-10',
  township,
  counts,
  ...(programme !== undefined && { programme }),
})
const none = { programmes: [] }
const share = (
  numerator: string,
  denominator: string,
): Pick<Indicator, 'key' | 'numerator' | 'denominator'> => ({
  key: 'own',
  numerator: { metric: numerator, label: numerator },
  denominator: { metric: denominator, label: denominator },
})

describe('what is counted', () => {
  test('S1-01 is added up over places, and none stands for none once anything was counted', () => {
    const outreach = indicatorOf('310118-advisor', 'outreach')
    const tallies = [tally({ cases: 5, outreach: 3 }, 'advisor'), tally({ cases: 2 }, 'advisor', 't2')]
    expect(measure(outreach, tallies, none)).toEqual({ numerator: 3, denominator: 7 })
    expect(measure(outreach, [tally({ cases: 2 }, 'advisor')], none)).toEqual({
      numerator: 0,
      denominator: 2,
    })
  })

  test('is unknown, not zero, where nothing at all was counted', () =>
    expect(measure(indicatorOf('310118-advisor', 'outreach'), [], none)).toEqual({
      numerator: null,
      denominator: null,
    }))

  test('S0-34 in the programmes that name the indicator, and in no other', () => {
    const households = indicatorOf('310000-bridge', 'households')
    const programmes = ['bridge-2024', 'bridge-district'].map((key) => programmeOf('310000-bridge', key))
    const tallies = [
      tally({ 'confirmed.households': 19 }, 'bridge-2024'),
      tally({ 'confirmed.households': 30 }, 'bridge-district'),
    ]
    expect(measure(households, tallies, { programmes }).numerator).toBe(19)
    expect(measure(households, tallies, none).numerator).toBe(49)
  })

  test('S3-08 of households whatever the programme, because they are in none', () => {
    const programmes = [programmeOf('210381-station', 'station')]
    const tallies = [tally({ households: 9, persons: 20 }), tally({ 'visited.new': 4 }, 'station')]
    expect(measure(indicatorOf('210381-station', 'new-visited'), tallies, { programmes })).toEqual({
      numerator: 4,
      denominator: 9,
    })
  })

  test('S3-08 S2-12 of a household and its people in whichever programme they were visited first', () => {
    const other = { programmes: [{ key: 'station', indicators: ['new-visited', 'cases'] }] }
    const tallies = [tally({ households: 1 }), tally({ 'visited.new': 1, confirmed: 1 }, 'another')]
    const visited = indicatorOf('210381-station', 'new-visited')
    expect(measure(visited, tallies, other)).toEqual({ numerator: 1, denominator: 1 })
    expect(measure(indicatorOf('210381-station', 'cases'), tallies, other).numerator).toBe(0)
  })

  test('S0-23 S0-08 never makes a zero of what no source can tell', () => {
    const tallies = [tally({ 'confirmed.households': 20 }, 'bridge-2024')]
    for (const key of ['paired-tests', 'budget-per-household'])
      expect(measure(indicatorOf('310000-bridge', key), tallies, none), key).toEqual({
        numerator: null,
        denominator: 20,
      })
  })

  test('takes a source that comes later by its own name', () => {
    expect(
      measure(share('settlements.on-time', 'settlements.due'), [tally({ 'settlements.due': 3 })], none),
    ).toEqual({ numerator: 0, denominator: 3 })
    expect(measure(share('settlements.on-time', 'settlements.due'), [tally({ cases: 3 })], none)).toEqual({
      numerator: null,
      denominator: null,
    })
  })

  test('knows no counter that an object has by birth', () =>
    expect(measure(share('constructor', 'to.string'), [tally({ cases: 1 })], none)).toEqual({
      numerator: null,
      denominator: null,
    }))
})
