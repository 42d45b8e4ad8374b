import { describe, expect, test } from 'vitest'
import { monthsOf, spanOf } from '../../../forms/indicators/index.ts'
import { programmeOf } from './stated.ts'

const none = { programmes: [] }
const of = (period: 'year' | 'half-year' | 'month' | 'programme', month: string) =>
  spanOf({ key: 'own', period }, none, month)

describe('over which months a figure runs', () => {
  test.each([
    ['month', '2026-10', '2026-10', '2026-10'],
    ['half-year', '2026-06', '2026-01', '2026-06'],
    ['half-year', '2026-07', '2026-07', '2026-12'],
    ['year', '2026-01', '2026-01', '2026-12'],
    ['year', '2026-12', '2026-01', '2026-12'],
    ['programme', '2026-03', '2026-01', '2026-12'],
  ] as const)('%s in %s: from %s until %s', (period, month, from, until) =>
    expect(of(period, month)).toEqual({ from, to: month, until }),
  )

  test('S0-28 of a programme from June to December 2024, and not before', () => {
    const programmes = ['bridge-2024', 'bridge-district'].map((key) => programmeOf('310000-bridge', key))
    const span = (month: string) => spanOf({ key: 'households', period: 'programme' }, { programmes }, month)
    expect(span('2024-05')).toBeUndefined()
    expect(span('2024-06')).toEqual({ from: '2024-06', to: '2024-06', until: '2024-12' })
    expect(span('2025-03')).toEqual({ from: '2024-06', to: '2024-12', until: '2024-12' })
  })

  test('every month of it, over the turn of a year', () => {
    expect(monthsOf({ from: '2025-11', to: '2026-02' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsOf({ from: '2026-02', to: '2026-01' })).toEqual([])
  })
})
