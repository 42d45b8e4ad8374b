/** What a write expected of the row, so that a caller can tell "already there" from "somebody else saved". */
export type Expected = 'absent' | 'present' | 'rev'

/** A condition of a write failed and nothing was written. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  /** Which of the writes, counted from 0. */
  readonly index: number
  readonly expected: Expected
  /** The row that stands, as a read would give it; undefined where there is none. */
  readonly existing: Record<string, unknown> | undefined

  constructor(index: number, expected: Expected, existing?: Record<string, unknown>) {
    super(`write ${index} expected ${expected}`)
    this.index = index
    this.expected = expected
    this.existing = existing
  }
}

/** The table could not take the request now, after retries. Nothing was written; try again later. */
export class Busy extends Error {
  override readonly name = 'Busy'
}
