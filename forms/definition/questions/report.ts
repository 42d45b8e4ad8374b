import type { Column } from './columns.ts'

/** What is to be said of one row of a question list. `refused`: the row, or all of the list, was not taken. */
export type RowNote = {
  readonly level: 'refused' | 'changed'
  /** Number of the row as the spreadsheet counts it; absent for the list as a whole. */
  readonly row?: number
  readonly column?: Column
  /** Chinese, complete: what was found, what became of it, what to do. */
  readonly message: string
}

export type QuestionReport = {
  /** Questions that were taken. */
  readonly taken: number
  readonly notes: readonly RowNote[]
}
