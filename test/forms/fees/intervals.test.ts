import { describe, expect, test } from 'vitest'
import { addDays, type FeeRow, intervalFaults } from '../../../forms/fees/index.ts'

const row = (from: string, to?: string, more: Partial<FeeRow> = {}): FeeRow => ({
  id: `r-${from}`,
  item: 'bath',
  unit: '次',
  amount: 6000,
  from,
  ...(to !== undefined && { to }),
  ...more,
})

describe('intervalFaults', () => {
  test('rows that follow each other day by day are well', () => {
    expect(
      intervalFaults([row('2026-07-01'), row('2026-01-01', '2026-03-31'), row('2026-04-01', '2026-06-30')]),
    ).toEqual([])
  })

  test('a new row that contains an old one is an overlap, though neither end lies inside it', () => {
    expect(intervalFaults([row('2026-01-10', '2026-01-20'), row('2026-01-05', '2026-01-25')])).toEqual([
      { kind: 'overlap', earlier: 1, later: 0, from: '2026-01-10', to: '2026-01-20' },
    ])
  })

  test('one shared day is an overlap', () => {
    expect(intervalFaults([row('2026-01-01', '2026-01-31'), row('2026-01-31')])).toEqual([
      { kind: 'overlap', earlier: 0, later: 1, from: '2026-01-31', to: '2026-01-31' },
    ])
  })

  test('two rows without an end overlap for ever, and the first one goes on being compared', () => {
    const faults = intervalFaults([row('2026-01-01'), row('2026-02-01', '2026-02-28'), row('2026-06-01')])
    expect(faults.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['overlap', '2026-02-01', '2026-02-28'],
      ['overlap', '2026-06-01', undefined],
    ])
  })

  test('a hole between rows is a gap, across a leap day too', () => {
    expect(intervalFaults([row('2028-01-01', '2028-02-27'), row('2028-03-01')])).toEqual([
      { kind: 'gap', earlier: 0, later: 1, from: '2028-02-28', to: '2028-02-29' },
    ])
  })

  test('a short row inside a long one hides no gap and makes none', () => {
    const faults = intervalFaults([
      row('2026-01-01', '2026-12-31'),
      row('2026-02-01', '2026-02-10'),
      row('2027-01-01'),
    ])
    expect(faults.map(({ kind }) => kind)).toEqual(['overlap'])
  })

  test('another item, level, class or division is another thing', () => {
    expect(
      intervalFaults([
        row('2026-01-01'),
        row('2026-01-01', undefined, { level: 'partial' }),
        row('2026-01-01', undefined, { objectClass: 'tekun' }),
        row('2026-01-01', undefined, { division: '341722' }),
        row('2026-01-01', undefined, { item: 'haircut' }),
      ]),
    ).toEqual([])
  })

  test('addDays crosses years', () => {
    expect([addDays('2026-12-31', 1), addDays('2026-01-01', -1)]).toEqual(['2027-01-01', '2025-12-31'])
  })
})
