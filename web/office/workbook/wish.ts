/** The largest file, bytes. */
export const mostBytes = 10_000_000

/** What is wanted of a workbook. */
export type Wish = {
  /** Names of the sheet to read, best first; else the first one that is not hidden. */
  readonly names: readonly string[]
  /** The most lines below the headings. */
  readonly most: number
}
