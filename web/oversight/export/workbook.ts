/** A cell of a sheet: words, a number, or an amount in 分 that is written as 元 with two decimals. `null` is left empty. */
export type SheetCell = string | number | null | { readonly fen: number } | { readonly share: number }

export type Sheet = {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Width of each column in characters; 14 where absent. */
  readonly widths?: readonly number[]
}

const headCell = (value: string) => ({
  value,
  fontWeight: 'bold' as const,
  backgroundColor: '#e9f1fa',
  wrap: true,
  alignVertical: 'center' as const,
})

const written = (cell: SheetCell) => {
  if (cell === null) return null
  if (typeof cell === 'string')
    return { value: cell, type: String, wrap: true, alignVertical: 'top' as const }
  if (typeof cell === 'number') return { value: cell, type: Number, format: '0' }
  return 'fen' in cell
    ? { value: cell.fen / 100, type: Number, format: '#,##0.00' }
    : { value: cell.share, type: Number, format: '0.0%' }
}

/** Sheets as the xlsx writer takes them: a bold head that stays in sight, numbers as numbers. */
export const workbookOf = (sheets: readonly Sheet[]) =>
  sheets.map(({ name, head, rows, widths }) => ({
    sheet: name,
    data: [head.map(headCell), ...rows.map((row) => row.map(written))],
    columns: head.map((_, at) => ({ width: widths?.[at] ?? 14 })),
    stickyRowsCount: 1,
  }))
