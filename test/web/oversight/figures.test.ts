import { describe, expect, it } from 'vitest'
import { relativeAxis } from '../../../web/oversight/fees/axis.ts'
import { lanes } from '../../../web/oversight/fees/lanes.ts'
import { type FeeRow, isDrawn, mostCompared, offered } from '../../../web/oversight/fees/row.ts'
import { groupLines, groupOf } from '../../../web/oversight/forms/group.ts'
import { nextOrder, ordered } from '../../../web/oversight/table/order.ts'

describe('the order of a table', () => {
  const rows = [{ n: 3 }, { n: null }, { n: 1 }, { n: 10 }]
  const sorted = (descending: boolean) => ordered(rows, ({ n }) => n, descending).map(({ n }) => n)

  it('sorts numbers as numbers and keeps what is not set at the end both ways', () => {
    expect(sorted(false)).toEqual([1, 3, 10, null])
    expect(sorted(true)).toEqual([10, 3, 1, null])
  })

  it('goes up, down and back, and begins anew on another column', () => {
    const up = nextOrder(undefined, 'a')
    const down = nextOrder(up, 'a')
    expect([up, down, nextOrder(down, 'a')]).toEqual([
      { key: 'a', descending: false },
      { key: 'a', descending: true },
      undefined,
    ])
    expect(nextOrder(down, 'b')).toEqual({ key: 'b', descending: false })
  })
})

describe('the picture of the prices', () => {
  it('sets equal prices apart and leaves others in the middle', () => {
    expect(lanes([500, 900, 500, null])).toEqual([-5.5, 0, 5.5, 0])
    expect(lanes([null, null])).toEqual([0, 0])
  })

  it('has whole steps that hold every value', () => {
    for (const values of [[100, 100], [74, 133], [12, 480], [1, 9900], []]) {
      const { min, max, interval } = relativeAxis(values)
      expect(min).toBeLessThanOrEqual(Math.min(...values, 95))
      expect(max).toBeGreaterThanOrEqual(Math.max(...values, 105))
      expect([min % interval, max % interval]).toEqual([0, 0])
    }
  })

  it('draws only what can be compared, and shows first what most cities share', () => {
    const row = (common: string, n: number): FeeRow => ({
      common,
      name: common,
      unit: '次',
      cells: [{ price: null, unit: null, comparable: false, demo: false }, null],
      ...(n > 0 && { figures: { n, min: 1, median: 1, max: 1 } }),
    })
    const rows = [row('none', 0), row('one', 1), row('three', 3)]
    expect(rows.map(isDrawn)).toEqual([false, false, true])
    expect(mostCompared(rows)?.common).toBe('three')
    expect(mostCompared([])).toBeUndefined()
    expect(offered(row('x', 0))).toBe(1)
  })
})

describe('groups of elements', () => {
  const row = (element: string, ...cells: boolean[]) => ({
    element,
    name: element,
    cells,
    coverage: { numerator: cells.filter(Boolean).length, denominator: cells.length },
  })

  it('counts what each city asks of each group', () => {
    const rows = [
      row('person.name', true, false),
      row('person.phone', true, true),
      row('visit.date', false, true),
    ]
    expect(groupLines(rows, 2)).toEqual([
      { group: 'person', of: 2, asked: [2, 1] },
      { group: 'visit', of: 1, asked: [0, 1] },
    ])
  })

  it('puts an unknown or hostile code under 其他', () => {
    for (const element of ['moon.phase', 'constructor.name', '__proto__.x', '', 'toString'])
      expect(groupOf(row(element, true))).toBe('other')
  })
})
