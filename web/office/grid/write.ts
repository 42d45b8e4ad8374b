import { type CellValue, readCell } from '#forms/sheet'
import type { GridColumn, Misfit } from './column.ts'
import type { At, Range } from './move.ts'

export type Table<R> = {
  readonly rows: readonly R[]
  /** Indexes into `rows`, in the order shown. */
  readonly shown: readonly number[]
  readonly columns: readonly GridColumn<R>[]
  readonly rowKey: (row: R) => string
  readonly mayWrite: (row: R, column: GridColumn<R>) => boolean
  readonly create?: ((rows: readonly R[]) => R) | undefined
}

/** What a change of several cells did. Nothing is dropped without a word. */
export type Written<R> = {
  readonly rows: readonly R[]
  readonly cells: number
  readonly misfits: readonly Misfit[]
  /** Cells that this person may not change. */
  readonly locked: number
  /** Rows and columns of the block that the table has no room for. */
  readonly beyond: { readonly rows: number; readonly columns: number }
  readonly added: number
  /** The cells it was about, by `cellKey`. */
  readonly touched: ReadonlySet<string>
}

export const cellKey = (row: string, column: string): string => `${row}\n${column}`

type Cell = { readonly row: number; readonly column: number; readonly value: CellValue }

/** Writes cells (indexes into `rows` and `columns`) one by one. */
export function writeCells<R>(table: Table<R>, cells: readonly Cell[]): Written<R> {
  const rows = [...table.rows]
  const wrong: { readonly at: Cell; readonly says: string }[] = []
  let written = 0
  let locked = 0
  for (const cell of cells) {
    const row = rows[cell.row]
    const column = table.columns[cell.column]
    if (row === undefined || !column) continue
    if (!table.mayWrite(row, column)) {
      locked += 1
      continue
    }
    const read = readCell(column, row, cell.value)
    if ('wrong' in read) wrong.push({ at: cell, says: read.wrong })
    else {
      rows[cell.row] = read.row
      written += 1
    }
  }
  const names = ({ row, column }: Cell) => {
    const at = rows[row]
    return { row: at === undefined ? '' : table.rowKey(at), column: table.columns[column]?.id ?? '' }
  }
  const misfits = wrong.map(({ at, says }) => ({ ...names(at), typed: String(at.value ?? ''), says }))
  const touched = new Set(
    cells.map((cell) => {
      const { row, column } = names(cell)
      return cellKey(row, column)
    }),
  )
  return { rows, cells: written, misfits, locked, beyond: { rows: 0, columns: 0 }, added: 0, touched }
}

/**
 * Puts a block of the clipboard into the table from a cell on, as Excel does: a block that fits the selection several
 * times fills it, and rows are added below the last one.
 */
export function paste<R>(table: Table<R>, block: readonly (readonly string[])[], range: Range): Written<R> {
  const height = repeated(block.length, range.bottom - range.top + 1)
  const widest = Math.max(0, ...block.map((row) => row.length))
  const width = repeated(widest, range.right - range.left + 1)
  const rows = [...table.rows]
  const shown = [...table.shown]
  const missing = Math.max(0, range.top + height - shown.length)
  for (let n = 0; table.create && n < missing; n += 1) {
    shown.push(rows.length)
    rows.push(table.create(rows))
  }
  const cells: Cell[] = []
  for (let down = 0; down < height; down += 1) {
    const source = block[down % block.length] ?? []
    const row = shown[range.top + down]
    if (row === undefined) break
    for (let right = 0; right < width; right += 1) {
      const value = source[right % widest]
      if (value !== undefined) cells.push({ row, column: range.left + right, value })
    }
  }
  return {
    ...writeCells({ ...table, rows }, cells),
    beyond: {
      rows: table.create ? 0 : missing,
      columns: Math.max(0, range.left + width - table.columns.length),
    },
    added: table.create ? missing : 0,
  }
}

/** How far a block reaches when it fills a selection a whole number of times. */
const repeated = (size: number, selected: number): number =>
  size > 0 && selected > size && selected % size === 0 ? selected : size

/** The cells of a selection with one value each. */
export function cellsOf<R>(
  { shown }: Table<R>,
  { top, bottom, left, right }: Range,
  value: (at: At) => CellValue,
): readonly Cell[] {
  const cells: Cell[] = []
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const index = shown[row]
      if (index !== undefined) cells.push({ row: index, column, value: value({ row, column }) })
    }
  return cells
}
