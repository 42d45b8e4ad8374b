import { describe, expect, test } from 'vitest'
import { spokenTarget, standingOf, type Tally } from '../../../forms/indicators/index.ts'
import { indicatorOf, profileOf, programmeOf } from './stated.ts'

const shanghai = profileOf('310000-bridge')
const [huangpu, xuhui] = shanghai.divisions.filter(({ kind }) => kind === 'county')
const households = indicatorOf('310000-bridge', 'households')
const measured = { programmes: [programmeOf('310000-bridge', 'bridge-2024')] }
const confirmed = (township: string, n: number): Tally => ({
  month: '2024-06',
  township,
  programme: 'bridge-2024',
  counts: { 'confirmed.households': n },
})
const stands = (...tallies: Tally[]) => standingOf(households, tallies, measured, shanghai.divisions)

describe('an indicator that is asked of each district', () => {
  test('S0-01 is kept only where every district keeps it, however many the city has', () => {
    const { value, judgement, places } = stands(
      confirmed(huangpu?.code ?? '', 19),
      confirmed(xuhui?.code ?? '', 60),
    )
    expect(value).toBe('79 户')
    expect(judgement).toMatchObject({ state: 'warn', failing: [huangpu?.name] })
    expect(places.find(({ code }) => code === huangpu?.code)).toMatchObject({
      value: '19 户',
      judgement: { state: 'warn' },
    })
    const everywhere = shanghai.divisions
      .filter(({ kind }) => kind === 'county' || kind === 'zone')
      .map(({ code }) => confirmed(code, 20))
    expect(stands(...everywhere).judgement.state).toBe('met')
    // Nobody counted in one district: it has not reached twenty.
    expect(stands(...everywhere.slice(1)).judgement).toMatchObject({ state: 'none', failing: [] })
  })

  test('says nothing of a district where nobody counted', () => {
    const { places } = stands(confirmed(huangpu?.code ?? '', 20))
    expect(places.find(({ code }) => code === xuhui?.code)).toMatchObject({
      value: null,
      figures: { numerator: null },
      judgement: { state: 'none' },
    })
  })

  test('of nobody, says so', () =>
    expect(stands()).toMatchObject({ value: null, judgement: { state: 'none' } }))

  test('counts a place that is no longer in the tree for the city alone', () => {
    const { value, places } = stands(confirmed('999999', 3))
    expect(value).toBe('3 户')
    expect(places.every((place) => place.value === null)).toBe(true)
  })
})

test('S3-05 the cases of the whole city are one number, in no place by itself', () => {
  const cases = indicatorOf('210381-station', 'cases')
  const tallies: Tally[] = [
    { month: '2026-01', township: '210381-01', programme: 'station', counts: { confirmed: 8, cases: 90 } },
    { month: '2026-02', township: '210381-02', programme: 'station', counts: { confirmed: 7 } },
  ]
  const station = profileOf('210381-station')
  const standing = standingOf(cases, tallies, { programmes: [] }, station.divisions)
  expect(standing).toMatchObject({ value: '15 个', judgement: { state: 'met' }, places: [] })
  expect(standingOf(cases, tallies.slice(1), { programmes: [] }, station.divisions).judgement.state).toBe(
    'short',
  )
})

test('a target is spoken as it is asked, and an unset one is none', () => {
  expect(spokenTarget(indicatorOf('341700-care', 'spot-check'))).toBe('≥ 30%')
  expect(spokenTarget(indicatorOf('310000-bridge', 'budget-per-household'))).toBe('≤ 5,000.00 元')
  expect(spokenTarget(indicatorOf('341700-care', 'new-followed'))).toBeNull()
})
