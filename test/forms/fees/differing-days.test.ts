import { describe, expect, test } from 'vitest'
import { differingDays, type FeeRow, type Priced } from '../../../forms/fees/index.ts'
import { catalogue, fees, row } from './example.ts'

const priced = (...rows: FeeRow[]): Priced => ({ fees: fees(...rows), catalogue })
const days = (before: Priced, after: Priced) => differingDays(before, after, '2026-11-23')
const old = priced(row('a', 6000))

describe('differingDays', () => {
  test('a price that changes later, and one that differs already', () => {
    const later = priced(row('a', 6000, { to: '2026-12-31' }), row('b', 6500, { from: '2027-01-01' }))
    expect(days(old, later)).toEqual(['2027-01-01'])
    expect(days(old, priced(row('a', 6500)))).toEqual(['2026-11-23'])
  })

  test('ids, remarks and past days do not count', () => {
    expect(days(old, priced(row('renamed', 6000, { note: '含用品' })))).toEqual([])
    const past = row('past', 1, { from: '2025-01-01', to: '2025-12-31' })
    expect(days(old, priced(past, row('a', 6000)))).toEqual([])
    expect(days(old, old)).toEqual([])
  })

  test('a time between two turns is told by its first day', () => {
    const summer = row('s', 5000, { from: '2027-06-01', to: '2027-08-31', level: 'x' })
    expect(days(old, priced(row('a', 6000), summer))).toEqual(['2027-06-01'])
  })

  test('offers of counties and the status of items count', () => {
    const off = { item: 'bath', division: '341702', active: false, from: '2027-02-01' }
    expect(days(old, { ...old, catalogue: { ...catalogue, activations: [off] } })).toEqual(['2027-02-01'])
    const items = catalogue.items.map((item) => ({ ...item, status: 'retired' as const }))
    expect(days(old, { ...old, catalogue: { ...catalogue, items } })).toEqual(['2026-11-23'])
  })

  test('at most 24 of them', () => {
    const rows = Array.from({ length: 60 }, (_, i) =>
      row(`r${i}`, i + 1, { from: `2027-01-${String((i % 28) + 1).padStart(2, '0')}`, level: `l${i}` }),
    )
    expect(days(old, priced(row('a', 6000), ...rows))).toHaveLength(24)
  })
})
