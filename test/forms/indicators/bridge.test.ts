import { describe, expect, it } from 'vitest'
import { judge, tallyVisits } from '../../../forms/indicators/index.ts'
import { indicatorOf, profileOf } from './stated.ts'

const bridge = (key: string) => indicatorOf('310000-bridge', key)
const households = (n: number, visits: number) => ({ numerator: visits, denominator: n })

describe('what the paper of Shanghai asks of a district', () => {
  it('S0-01 19 households warn, 20 are enough', () => {
    expect(judge(bridge('households'), { numerator: 19 }).state).toBe('warn')
    expect(judge(bridge('households'), { numerator: 20 })).toMatchObject({ state: 'met', needed: 20 })
  })

  it('S0-02 visits are a mean over households: 100 of 20 are enough though one had two, 99 are not', () => {
    const visits = bridge('visits-per-household')
    expect(judge(visits, households(20, 99))).toMatchObject({ state: 'short', needed: 100 })
    const each = [2, 8, ...Array.from({ length: 18 }, () => 5)].map((numerator, i) => ({
      name: `第 ${i + 1} 户`,
      numerator,
      denominator: 1,
    }))
    const { state, words } = judge(visits, { each })
    expect(state).toBe('met')
    expect(words).toContain('其中最低 第 1 户 2 次')
  })

  it('S0-03 every group meets four times, whatever the mean', () => {
    const group = bridge('sessions-per-group')
    const each = [7, 5, 3].map((numerator, i) => ({ name: `第 ${i + 1} 组`, numerator }))
    expect(judge(group, { each })).toMatchObject({ state: 'short', failing: ['第 3 组'] })
    expect(judge(group, { each: each.map((one) => ({ ...one, numerator: 4 })) }).state).toBe('met')
  })

  it('S0-08 20 households take 100,000.00 元 and not one 分 more', () => {
    const budget = bridge('budget-per-household')
    expect(judge(budget, households(20, 10_000_000))).toMatchObject({ state: 'met', needed: 10_000_000 })
    expect(judge(budget, households(20, 10_000_001)).state).toBe('short')
    expect(judge(budget, households(19, 10_000_000)).state).toBe('short')
  })

  it('S0-17 every provider puts in three employees; volunteers are none', () => {
    const staff = bridge('staff')
    const each = [
      { name: '甲机构', numerator: 2 },
      { name: '乙机构', numerator: 5 },
    ]
    expect(judge(staff, { each })).toMatchObject({ state: 'short', failing: ['甲机构'] })
    expect(judge(staff, { numerator: 3 }).state).toBe('met')
    expect(staff.numerator.metric).toBe('staff.employed')
  })

  it('S0-18 somebody without a title is pointed out, not forbidden', () => {
    const certified = bridge('certified')
    expect(judge(certified, households(3, 2)).state).toBe('warn')
    expect(judge(certified, households(3, 3)).state).toBe('met')
  })

  it('S0-22 five cases, of which the one that still names somebody does not count', () => {
    const cases = bridge('typical-cases')
    expect(judge(cases, { numerator: 4 }).state).toBe('short')
    expect(judge(cases, { numerator: 5 }).state).toBe('met')
    expect(cases.numerator.metric).toBe('typical-cases.final')
  })

  it('S0-21 a visit of the advisor raises nothing of the project', () => {
    const profile = profileOf('310000-bridge')
    const project = Array.from({ length: 99 }, () => ({ type: 'project' }))
    const more = [...project, { type: 'advisor' }, { type: 'inspection' }, { type: 'unknown' }]
    const tally = tallyVisits(profile, more)
    expect([...tally]).toEqual([
      ['visits.project', 99],
      ['visits.advisor', 1],
      ['visits.inspection', 1],
    ])
    const visits = bridge('visits-per-household')
    const counted = tally.get(visits.numerator.metric) ?? null
    expect(judge(visits, { numerator: counted, denominator: 20 }).state).toBe('short')
  })
})
