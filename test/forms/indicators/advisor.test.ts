import { describe, expect, it, test } from 'vitest'
import { indicators, judge, mayLeave, outreachShare, reportsOwed } from '../../../forms/indicators/index.ts'
import { json } from '../packs/disk.ts'
import { indicatorOf, profileOf, programmeOf } from './stated.ts'

const qingpu = profileOf('310118-advisor')
const shanghai = profileOf('310000-bridge')
const asked = (profile: typeof qingpu, rule: string) => {
  const stages = profile.stages.filter(({ source, forms }) => source?.rule === rule && forms)
  expect(stages.length, rule).toBeGreaterThan(0)
  return stages.flatMap((stage) => {
    expect(mayLeave(stage, [], new Map()).allowed, rule).toBe(false)
    expect(mayLeave(stage, stage.forms ?? [], new Map()).allowed, rule).toBe(true)
    return stage.forms ?? []
  })
}

describe('how cases are found', () => {
  it('S1-01 outreach is told from those who ask, and no share is called too small', () => {
    const sources = ['self', 'neighbour', 'community', 'community', 'wechat', 'nobody']
    const figures = outreachShare(qingpu, sources)
    expect(figures).toEqual({ numerator: 3, denominator: 5 })
    const share = judge(indicatorOf('310118-advisor', 'outreach'), figures)
    expect(share.state).toBe('unset')
    expect(share.words).toContain('60%')
    expect(share.words).toContain('目标值未设定')
  })

  test('of no case there is no share', () => {
    const share = indicatorOf('310118-advisor', 'outreach')
    const figures = outreachShare(qingpu, ['constructor'])
    expect(figures).toEqual({ numerator: 0, denominator: 0 })
    expect(judge({ ...share, target: { op: '>=', value: 0.5 } }, figures).state).toBe('none')
  })
})

describe('a stage is not done without what it makes', () => {
  it('S1-02 a plan', () => expect(asked(qingpu, 'S1-02')).toEqual(['plan']))
  it('S1-05 an assessment of the needs', () => expect(asked(qingpu, 'S1-05')).toEqual(['assessment']))
  it('S1-15 a referral', () => expect(asked(qingpu, 'S1-15')).toEqual(['referral']))
  it('S1-26 a visit', () => expect(asked(qingpu, 'S1-26')).toEqual(['visit']))
  it('S0-32 an assessment of the household', () =>
    expect(asked(shanghai, 'S0-32')).toEqual(['visit', 'assessment']))
  it('S0-44 a referral', () => expect(asked(shanghai, 'S0-44')).toEqual(['referral']))
  it('S0-46 a plan for each household', () => expect(asked(shanghai, 'S0-46')).toEqual(['plan']))
})

it('S1-13 every December the work is evaluated, by checks on the spot and a survey', () => {
  const programme = programmeOf('310118-advisor', 'advisor')
  const evaluation = (today: string) =>
    reportsOwed(programme, [], today).find(({ key }) => key === 'evaluation')
  expect(evaluation('2020-12-31')).toMatchObject({ state: 'open', due: '2020-12-31' })
  expect(evaluation('2021-01-01')?.state).toBe('overdue')
  expect(asked(qingpu, 'S1-13')).toEqual(['satisfaction', 'station-check', 'spot-check'])
  for (const key of ['satisfaction', 'station-checks'])
    expect(judge(indicatorOf('310118-advisor', key), { numerator: 1, denominator: 2 }).state).toBe('unset')
})

it('S1-07 S1-08 S1-12 signs, follow-up and publicity are counted, and wait for the targets of the district', () => {
  for (const [key, metric] of [
    ['signs', 'stations.signed'],
    ['followed', 'follow-ups.done'],
    ['publicity', 'activities.publicity'],
  ] as const) {
    const measure = indicatorOf('310118-advisor', key)
    expect(measure.numerator.metric).toBe(metric)
    expect(judge(measure, { numerator: 3, denominator: 4 }).state).toBe('unset')
  }
})

it('S1-14 the yearly set has a place for every target; once set, they are judged and only warn', () => {
  const { indicators: all } = indicators.parse(json('310118-advisor/indicators.json'))
  const { indicators: yearly } = programmeOf('310118-advisor', 'advisor')
  expect(yearly).toEqual(all.map(({ key }) => key))
  for (const one of all.filter(({ target }) => target === null)) {
    const set = { ...one, target: { op: '>=' as const, value: 1 } }
    expect(judge(set, { numerator: 0, denominator: 4 }).state, one.key).toBe('warn')
  }
})
