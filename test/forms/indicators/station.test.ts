import { describe, expect, it } from 'vitest'
import { judge } from '../../../forms/indicators/index.ts'
import { indicatorOf } from './stated.ts'

const station = (key: string) => indicatorOf('210381-station', key)

describe('what the paper of Haicheng asks of groups and visits', () => {
  it('S3-06 14 of 24 seats are too few, 15 are enough, group by group', () => {
    const attendance = station('group-attendance')
    const group = (present: number) => ({ name: `${present} 人次`, numerator: present, denominator: 24 })
    expect(judge(attendance, group(14))).toMatchObject({ state: 'short', needed: 15 })
    expect(judge(attendance, group(15)).state).toBe('met')
    expect(judge(attendance, { each: [24, 24, 14].map(group) }).failing).toEqual(['14 人次'])
    expect(judge(attendance, { each: [group(15), { numerator: 0, denominator: 0 }] }).state).toBe('none')
  })

  it('S3-06 six members and four sessions, whatever other groups have', () => {
    const each = (...numbers: number[]) => ({ each: numbers.map((numerator) => ({ numerator })) })
    expect(judge(station('group-members'), each(6, 9, 5)).state).toBe('short')
    expect(judge(station('group-members'), each(6, 6)).state).toBe('met')
    expect(judge(station('group-sessions'), each(9, 3)).state).toBe('short')
    expect(judge(station('group-sessions'), each(4, 4)).state).toBe('met')
  })

  it('S3-08 of 999 known households 200 are visited, and every new one', () => {
    const of = (key: string, numerator: number, denominator: number) =>
      judge(station(key), { numerator, denominator })
    expect(of('existing-visited', 199, 999)).toMatchObject({ state: 'short', needed: 200 })
    expect(of('existing-visited', 200, 999).state).toBe('met')
    expect(of('new-visited', 109, 110).state).toBe('short')
    expect(of('new-visited', 110, 110).state).toBe('met')
    expect(of('new-visited', 0, 0).state).toBe('none')
  })

  it('S3-09 trains forty hours a head in the mean, and shows who had least', () => {
    const each = [
      { name: '甲', numerator: 71, denominator: 1 },
      { name: '乙', numerator: 12, denominator: 1 },
    ]
    const { state, words } = judge(station('training'), { each })
    expect(state).toBe('met')
    expect(words).toContain('其中最低 乙 12 小时')
    expect(judge(station('training'), { numerator: 79.5, denominator: 2 }).state).toBe('short')
  })

  it('S3-10 supervises twenty-four hours a head, counted apart from training', () => {
    expect(judge(station('supervision'), { numerator: 236, denominator: 10 }).state).toBe('short')
    expect(judge(station('supervision'), { numerator: 240, denominator: 10 }).state).toBe('met')
    expect(station('supervision').numerator.metric).not.toBe(station('training').numerator.metric)
  })
})
