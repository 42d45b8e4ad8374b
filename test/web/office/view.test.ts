import { describe, expect, test } from 'vitest'
import { moved, single } from '../../../web/office/grid/move.ts'
import { matching } from '../../../web/office/grid/options.ts'
import { arranged, everything, shownRows, type View } from '../../../web/office/grid/view.ts'
import { columns, type Row, some } from './rows.ts'

const keyOf = ({ key }: Row) => key
const shown = (rows: readonly Row[], view: Partial<View>, later = rows) =>
  shownRows(later, keyOf, arranged(rows, columns, keyOf, { ...everything, ...view })).map(
    (at) => later[at]?.key,
  )

describe('what is shown', () => {
  test('are the rows that hold every word in any column', () => {
    expect(shown(some(12), { query: '第1 次' })).toEqual(['r1', 'r10', 'r11'])
    expect(shown(some(3), { query: '没有' })).toEqual([])
  })

  test('are the rows whose words are let through; the empty one stands for an empty cell', () => {
    const rows = some(3).map(({ unit: _, ...row }, at) => (at === 1 ? row : { ...row, unit: 'month' }))
    expect(shown(rows, { filters: { unit: [''] } })).toEqual(['r1'])
    expect(shown(rows, { filters: { unit: ['月'], name: ['第2项'] } })).toEqual(['r2'])
  })

  test('keeps a row in place while it is edited, and shows new ones behind their neighbour', () => {
    const rows = some(4)
    const view = { query: '第1' }
    const edited = rows.map((row) => (row.key === 'r1' ? { ...row, name: '改了' } : row))
    expect(shown(rows, view, edited)).toEqual(['r1'])
    const sorted = { sort: { column: 'price', down: true } }
    const more = [...rows.slice(0, 2), { key: 'new', name: '新', price: null }, ...rows.slice(2)]
    expect(shown(rows, sorted, more)).toEqual(['r3', 'r2', 'r1', 'new', 'r0'])
  })
})

const size = { rows: 5, columns: 3 }
const key = (name: string, more: object = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
})
const from = (row: number, column: number) => single({ row, column })

describe('the cursor', () => {
  test('moves as in Excel and stays in the table', () => {
    expect(moved(from(0, 0), key('ArrowUp'), size, 3)).toEqual(from(0, 0))
    expect(moved(from(1, 1), key('ArrowDown', { ctrlKey: true }), size, 3)).toEqual(from(4, 1))
    expect(moved(from(1, 1), key('Enter', { shiftKey: true }), size, 3)).toEqual(from(0, 1))
    expect(moved(from(1, 2), key('Tab'), size, 3)).toEqual(from(2, 0))
    expect(moved(from(3, 1), key('PageDown'), size, 3)).toEqual(from(4, 1))
    expect(moved(from(3, 1), key('Home', { ctrlKey: true }), size, 3)).toEqual(from(0, 0))
    expect(moved(from(1, 1), key('ArrowRight', { shiftKey: true }), size, 3)).toEqual({
      at: { row: 1, column: 1 },
      to: { row: 1, column: 2 },
    })
  })

  test('lets Tab leave at both ends, so that nobody is caught', () => {
    expect(moved(from(4, 2), key('Tab'), size, 3)).toBeUndefined()
    expect(moved(from(0, 0), key('Tab', { shiftKey: true }), size, 3)).toBeUndefined()
    expect(moved(from(0, 0), key('x'), size, 3)).toBeUndefined()
  })
})

test('choices that begin with the typed words come first, and other names are known', () => {
  const options = [
    { value: 'a', label: '上门助浴' },
    { value: 'b', label: '助浴' },
    { value: 'c', label: '助行', also: ['陪同出行'] },
  ]
  expect(matching(options, '助').map(({ value }) => value)).toEqual(['b', 'c', 'a'])
  expect(matching(options, '陪同').map(({ value }) => value)).toEqual(['c'])
  expect(matching(options, '无')).toEqual([])
})
