import { expect, it } from 'vitest'
import { isPayable, type Moved } from '../../../forms/catalogue/index.ts'

const moves: readonly Moved[] = [
  { state: 'confirmed', on: '2026-03-01' },
  { state: 'referred', on: '2026-03-02' },
  { state: 'in-service', on: '2026-03-05' },
  { state: 'changing', on: '2026-03-10' },
  { state: 'in-service', on: '2026-03-12' },
  { state: 'stopped', on: '2026-03-20' },
]
const on = (day: string, more: readonly Moved[] = []) => isPayable([...moves, ...more], `2026-03-${day}`)

it('pays from the day on which the service begins to the day on which it stops', () => {
  expect(['04', '05', '11', '20', '21'].map((day) => on(day))).toEqual([false, true, true, true, false])
})

it('pays nothing for a case that is taken up again until it is served again', () => {
  const again: readonly Moved[] = [
    { state: 'awaiting-visit', on: '2026-03-22' },
    { state: 'in-service', on: '2026-03-25' },
  ]
  expect(['22', '24', '25'].map((day) => on(day, again))).toEqual([false, false, true])
})

it('pays a day within which a case was served and stopped, and none without any move', () => {
  expect(
    isPayable(
      [
        { state: 'in-service', on: '2026-03-05' },
        { state: 'closed', on: '2026-03-05' },
      ],
      '2026-03-05',
    ),
  ).toBe(true)
  expect(isPayable([], '2026-03-05')).toBe(false)
})
