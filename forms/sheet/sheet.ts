import type { CellValue } from './column.ts'

/** One cell of a workbook, as it was found. */
export type SheetCell = {
  readonly value: CellValue
  /** It holds a formula; `value` is the result that was stored with it, null where none was. */
  readonly formula?: boolean
  /** A number that its format shows as a day or a time. */
  readonly day?: boolean
  /** An error value such as `#N/A`. */
  readonly error?: string
}

export type SheetLine = {
  /** Row number as Excel shows it. */
  readonly line: number
  readonly hidden?: boolean
  /** By column number from 0; absent where nothing stands. */
  readonly cells: readonly (SheetCell | undefined)[]
}

/** A sheet of a workbook: the lines on which anything stands. */
export type Sheet = {
  readonly name: string
  readonly lines: readonly SheetLine[]
  /** Ranges of merged cells, `B3:B5`. */
  readonly merged: readonly string[]
  /** Its days count from 1904. */
  readonly from1904?: boolean
}

/** `A`, `Z`, `AA` for the column numbers 0, 25, 26. */
export const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

/** The column number of `AA`; -1 for none. */
export const columnNumber = (name: string): number =>
  /^[A-Z]{1,3}$/.test(name) ? [...name].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1 : -1
