import { describe, expect, test } from 'vitest'
import { cellsOf, paste, writeCells } from '../../../web/office/grid/write.ts'
import { some, tableOf } from './rows.ts'

const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right })

describe('pasting', () => {
  test('puts a block in from a cell on, matches words to keys, and adds the rows that are missing', () => {
    const done = paste(
      tableOf(some(2)),
      [
        ['甲', '１２.５', '月'],
        ['乙', '', '次'],
      ],
      at(1, 0),
    )
    expect(done.rows.slice(1)).toEqual([
      { key: 'r1', name: '甲', price: 1250, unit: 'month' },
      { key: 'n2', name: '乙', price: null, unit: 'once' },
    ])
    expect(done).toMatchObject({
      cells: 6,
      added: 1,
      misfits: [],
      locked: 0,
      beyond: { rows: 0, columns: 0 },
    })
  })

  test('leaves what does not fit as it was, and says so with what was typed', () => {
    const done = paste(tableOf(some(2)), [['', '十元', '千克']], at(0, 0))
    expect(done.rows).toEqual(some(2))
    expect(done.misfits.map(({ row, column, typed }) => [row, column, typed])).toEqual([
      ['r0', 'name', ''],
      ['r0', 'price', '十元'],
      ['r0', 'unit', '千克'],
    ])
    expect(done.misfits.every(({ says }) => /[一-龥]/.test(says))).toBe(true)
  })

  test('fills a selection that the block fits several times, as Excel does, and else keeps its own size', () => {
    expect(paste(tableOf(some(4)), [['5']], at(0, 1, 3, 1)).rows.map(({ price }) => price)).toEqual([
      500, 500, 500, 500,
    ])
    const odd = paste(tableOf(some(4)), [['1'], ['2']], at(0, 1, 2, 1)).rows.map(({ price }) => price)
    expect(odd).toEqual([100, 200, 200, 300])
  })

  test('counts what there is no room for, and what is locked, instead of dropping it in silence', () => {
    const table = tableOf(some(2), { create: undefined, mayWrite: (row) => row.key !== 'r0' })
    const done = paste(
      table,
      [
        ['甲', '1'],
        ['乙', '2'],
        ['丙', '3'],
      ],
      at(0, 2),
    )
    expect(done).toMatchObject({ locked: 1, beyond: { rows: 1, columns: 1 }, added: 0 })
    expect(done.misfits.map(({ row }) => row)).toEqual(['r1'])
  })

  test('goes into the rows that are shown, in the order they are shown', () => {
    const done = paste(tableOf(some(4), { shown: [3, 1] }), [['甲'], ['乙']], at(0, 0))
    expect(done.rows.map(({ name }) => name)).toEqual(['第0项', '乙', '第2项', '甲'])
  })

  test('takes 500 rows at once', () => {
    const block = Array.from({ length: 500 }, (_, n) => [`项${n}`, String(n), n % 2 ? '次' : '月'])
    const done = paste(tableOf([]), block, at(0, 0))
    expect(done).toMatchObject({ cells: 1500, added: 500, misfits: [] })
    expect(new Set(done.rows.map(({ key }) => key)).size).toBe(500)
  })
})

test('clearing empties what may be empty and keeps what may not', () => {
  const table = tableOf(some(1))
  const done = writeCells(
    table,
    cellsOf(table, at(0, 0, 0, 2), () => ''),
  )
  expect(done.rows).toEqual([{ key: 'r0', name: '第0项', price: null }])
  expect(done.misfits).toHaveLength(1)
})
