import type { CellValue, Sheet, SheetCell } from '#forms/sheet'

/** A sheet from plain values; a cell may be given whole. */
export const sheetOf = (
  rows: readonly (readonly (CellValue | SheetCell)[])[],
  more: Partial<Sheet> = {},
): Sheet => ({
  name: '表',
  merged: [],
  lines: rows.map((row, at) => ({
    line: at + 1,
    cells: row.map((cell) => (cell === null ? undefined : typeof cell === 'object' ? cell : { value: cell })),
  })),
  ...more,
})
