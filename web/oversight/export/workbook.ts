import type { Cell, Page } from '../../office/workbook/page.ts'

/** A cell of a sheet: words, a number, or an amount in 分 that is written as 元 with two decimals. `null` is left empty. */
export type SheetCell = string | number | null | { readonly fen: number } | { readonly share: number }

export type Sheet = {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Width of each column in characters; 14 where absent. */
  readonly widths?: readonly number[]
}

const written = (cell: SheetCell): Cell | null => {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, look: 'lines' }
  if (typeof cell === 'number') return { value: cell, look: 'count' }
  return 'fen' in cell ? { value: cell.fen / 100, look: 'sum' } : { value: cell.share, look: 'share' }
}

/** Sheets as pages of a workbook: a bold head that stays in sight, numbers as numbers. */
export const pagesOf = (sheets: readonly Sheet[]): readonly Page[] =>
  sheets.map(({ name, head, rows, widths }) => ({
    name,
    rows: [head.map((value): Cell => ({ value, look: 'head' })), ...rows.map((row) => row.map(written))],
    widths: head.map((_, at) => widths?.[at] ?? 14),
    still: { rows: 1, columns: 0 },
  }))
