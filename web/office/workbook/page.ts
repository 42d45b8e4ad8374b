import type { CellValue } from '#forms/sheet'

/** How a cell looks: its place here is the number of its style in the file. */
export const LOOKS = [
  'plain',
  'head',
  /** A heading of what must be filled. */
  'must',
  /** Words in text format. */
  'text',
  /** Words in text format that break into lines. */
  'lines',
  /** 1234.50 */
  'amount',
  /** 1,234.50 */
  'sum',
  /** A day number, shown as 2027-01-31. */
  'date',
  'number',
  /** A whole number. */
  'count',
  /** A part of one, shown as 12.5%. */
  'share',
] as const

export type Look = (typeof LOOKS)[number]

export type Cell = { readonly value: CellValue; readonly look: Look }

/** Words that Excel offers for a column: they stand in a column of another page. */
export type Offer = {
  readonly column: number
  readonly page: string
  readonly from: number
  readonly count: number
}

/** One sheet of a workbook to be written. */
export type Page = {
  readonly name: string
  /** Width of each column in characters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly (Cell | null)[])[]
  /** How many rows and columns stay in sight. */
  readonly still?: { readonly rows: number; readonly columns: number }
  readonly offers?: readonly Offer[]
}
