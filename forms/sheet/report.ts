/** Something that was found while a workbook was read. `error` stops the import, `note` does not. */
export type Problem = {
  readonly level: 'error' | 'note'
  /** Row number as Excel shows it; absent when it is about the whole sheet. */
  readonly line?: number
  /** `C`. */
  readonly column?: string
  /** Heading of that column. */
  readonly title?: string
  readonly says: string
  /** What to do. */
  readonly remedy?: string
}

/** What an import would do, before anything is done. */
export type Report<R> = {
  readonly problems: readonly Problem[]
  readonly added: readonly R[]
  readonly changed: readonly {
    readonly line: number
    readonly before: R
    readonly after: R
    /** Titles of the columns that differ. */
    readonly titles: readonly string[]
  }[]
  readonly unchanged: number
  /** Rows of the table that the sheet does not have and that this person could remove. */
  readonly missing: readonly R[]
}

/** What was read without an error may be taken over. */
export const isClean = <R>({ problems }: Report<R>): boolean =>
  problems.every(({ level }) => level !== 'error')

/** The table after an import: changed rows in their places, new ones at the end; missing ones go only if asked. */
export function applied<R>(
  rows: readonly R[],
  report: Report<R>,
  rowKey: (row: R) => string,
  removeMissing: boolean,
): readonly R[] {
  const after = new Map(report.changed.map((one) => [rowKey(one.before), one.after]))
  const gone = new Set(removeMissing ? report.missing.map(rowKey) : [])
  const kept = rows.filter((row) => !gone.has(rowKey(row)))
  return [...kept.map((row) => after.get(rowKey(row)) ?? row), ...report.added]
}
