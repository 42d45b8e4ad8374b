import { describe, expect, it, test } from 'vitest'
import {
  effectOf,
  isCertified,
  judge,
  mayBegin,
  mayChoose,
  mayLeave,
  mayPay,
  mayServe,
} from '../../../forms/indicators/index.ts'
import { indicatorOf, profileOf, providersOf } from './stated.ts'

const bridge = providersOf('310000-bridge')
const shanghai = profileOf('310000-bridge')
const stage = (key: string) => {
  const found = shanghai.stages.find((one) => one.key === key)
  if (!found) throw new Error(`no stage ${key}`)
  return found
}

describe('an advisor of Qingpu', () => {
  const { posts = [] } = profileOf('310118-advisor')
  const ready = { trainedOn: '2020-09-01', badge: '青001' }

  it('S1-06 is trained before the first service and wears a badge, of whatever kind', () => {
    expect(posts).toHaveLength(6)
    for (const post of posts) {
      expect(mayServe(post, ready, '2020-09-01').allowed, post.name).toBe(true)
      for (const wrong of [{ trainedOn: null }, { trainedOn: '2020-09-02' }, { badge: ' ' }, { badge: null }])
        expect(mayServe(post, { ...ready, ...wrong }, '2020-09-01').allowed, post.name).toBe(false)
    }
  })

  it('S1-06 nobody serves untrained: 119 of 120 are short', () => {
    const trained = indicatorOf('310118-advisor', 'trained')
    expect(judge(trained, { numerator: 119, denominator: 120 })).toMatchObject({
      state: 'short',
      needed: 120,
    })
    expect(judge(trained, { numerator: 120, denominator: 120 }).state).toBe('met')
  })
})

describe('a provider of the bridge plan', () => {
  it('S0-18 employs people with a title that is still valid', () => {
    const holds = (key: string, until: string | null) =>
      isCertified(bridge, { trainedOn: null, badge: null, certificates: [{ key, until }] }, '2024-07-01')
    expect(holds('social-worker', null) && holds('counsellor', '2024-07-01')).toBe(true)
    expect(holds('counsellor', '2024-06-30') || holds('driver', null)).toBe(false)
    expect(isCertified(bridge, { trainedOn: null, badge: null }, '2024-07-01')).toBe(false)
  })

  it('S0-19 below 3A is chosen only with a reason', () => {
    expect(mayChoose(bridge, 3, '').allowed && mayChoose(bridge, 5, '').allowed).toBe(true)
    for (const rating of [2, null]) {
      expect(mayChoose(bridge, rating, ' ').allowed).toBe(false)
      expect(mayChoose(bridge, rating, '本区没有 3A 级以上机构').allowed).toBe(true)
    }
  })

  it('S0-27 begins when its agreement is filed with the city', () => {
    expect(bridge.filings?.map(({ to }) => to)).toEqual(['admin'])
    expect(mayBegin(bridge, []).allowed).toBe(false)
    expect(mayBegin(bridge, ['agreement']).allowed).toBe(true)
  })

  it('S0-16 is paid after the district has accepted the project', () => {
    expect(shanghai.settlement.by).toBe('county.admin')
    expect(mayPay(shanghai, null).allowed).toBe(false)
    expect(mayPay(shanghai, '2025-01-20').allowed).toBe(true)
    expect(mayPay(profileOf('341700-care'), null).allowed).toBe(true)
  })
})

describe('a household of the bridge plan', () => {
  const titles = new Map([['closure', '结案表']])

  it('S0-25 leaves only with its closure form and the plan changed', () => {
    expect(mayLeave(stage('exit'), [], titles)).toMatchObject({
      allowed: false,
      words: expect.stringContaining('结案表'),
    })
    expect(mayLeave(stage('exit'), ['plan'], titles).allowed).toBe(false)
    expect(mayLeave(stage('exit'), ['closure', 'plan'], titles).allowed).toBe(true)
  })

  it('S0-26 is on the list when the district has confirmed it', () => {
    expect(stage('confirm')).toMatchObject({ actors: ['county.admin'], leadsTo: ['confirmed', 'refused'] })
    expect(indicatorOf('310000-bridge', 'visits-per-household').denominator?.metric).toBe(
      'households.confirmed',
    )
  })

  it('S0-23 has an effect only where the same form was filled before and after', () => {
    const [form = ''] = stage('pre-test').forms ?? []
    expect(form).toBe('pre-post')
    expect(effectOf({ form, score: 12 }, { form, score: 7 })).toEqual({ state: 'measured', change: -5 })
    expect(effectOf(undefined, { form, score: 7 }).state).toBe('none')
    expect(effectOf({ form, score: 12 }, undefined).state).toBe('none')
    expect(effectOf({ form: 'assessment', score: 12 }, { form, score: 7 }).state).toBe('none')
  })
})

test('a city that asks nothing lets everybody begin', () => {
  const care = providersOf('341700-care')
  expect(mayBegin(care, []).allowed && mayChoose(care, null, '').allowed).toBe(true)
})
