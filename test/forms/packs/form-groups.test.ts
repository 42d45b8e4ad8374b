import { describe, expect, test } from 'vitest'
import { type Answers, filler } from './fill.ts'

/** A group whose members attended so often, of `sessions` meetings. */
const groupOf = (attended: readonly number[], sessions: number): Answers => ({
  members: attended.map((times, i) => ({ name: `组员${i + 1}`, attended: times })),
  sessions: Array.from({ length: sessions }, () => ({
    date: '2026-02-01',
    theme: '活动',
    present: 0,
  })),
})

describe('groups', () => {
  const haicheng = filler('210381-station', 'group')

  test('S3-06 attendance of 60 %: 14 of 24 seats are 58.33 %, 15 are 62.5 %', () => {
    const below = haicheng(groupOf([4, 4, 3, 1, 1, 1], 4))
    expect([below.value('attendance'), below.level('attendance'), below.level('qualified')]).toEqual([
      58.33,
      'below',
      'below',
    ])
    const met = haicheng(groupOf([4, 4, 3, 2, 1, 1], 4))
    expect([met.value('attendance'), met.level('attendance'), met.level('qualified')]).toEqual([
      62.5,
      'met',
      'met',
    ])
  })

  test('S3-06 the share is exact at its edge: 18 of 30 is met, 1,199 of 2,000 is not', () => {
    expect(haicheng(groupOf([3, 3, 3, 3, 3, 3], 5)).level('attendance')).toBe('met')
    const most = Array.from({ length: 50 }, (_, i) => (i === 0 ? 23 : 24))
    const near = haicheng(groupOf(most, 40))
    expect([near.errors, near.value('attendance'), near.level('qualified')]).toEqual([[], 59.95, 'below'])
  })

  test('S3-06 six people and four sessions: five and three are kept, and judged below', () => {
    expect(haicheng(groupOf([4, 4, 4, 4, 4], 4)).level('size')).toBe('below')
    expect(haicheng(groupOf([4, 4, 4, 4, 4, 4], 4)).level('size')).toBe('met')
    const three = haicheng(groupOf([3, 3, 3, 3, 3, 3], 3))
    expect([three.errors, three.level('held'), three.level('qualified')]).toEqual([[], 'below', 'below'])
  })

  test('S0-03 each group of the bridge needs four sessions, whatever others have', () => {
    const bridge = filler('310000-bridge', 'group')
    expect(bridge(groupOf([3, 3], 3)).level('held')).toBe('below')
    expect(bridge(groupOf([4, 4], 4)).level('held')).toBe('met')
  })

  test('what a device claims about attendance is not believed', () => {
    const { answers } = haicheng({ ...groupOf([1, 1, 1, 1, 1, 1], 4), attendance: 100, size: 60 })
    expect([answers['attendance'], answers['size']]).toEqual([25, 6])
  })

  test('nobody attends more often than the group met', () => {
    expect(haicheng(groupOf([5, 4, 4, 4, 4, 4], 4)).errors).toContain('members[0].attended')
  })
})
