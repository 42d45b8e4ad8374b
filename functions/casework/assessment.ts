import type { AssessmentCard, Quote } from '../api/contract/index.ts'
import type { Row } from '../store/index.ts'
import type { StoredReasons } from './stored-trace.ts'

/**
 * An assessment row: never changed but for the second investigator's confirmation. It is its own audit row (`by`,
 * `at`, `request`), its id its own idempotency.
 */
export type AssessmentRow = {
  readonly schema: 1
  readonly formSha: string
  readonly investigators: readonly string[]
  /** Keyed hash of the request. */
  readonly request: string
  /** Instant at which the second investigator confirmed. */
  readonly confirmedAt?: string
  readonly body: Uint8Array
  readonly card: AssessmentCardRow
}

/**
 * What lists read. While it waits for the second investigator the row stands in the index as that member's task,
 * afterwards among the month's assessments: one index entry, no task row to write and to remove again.
 */
export type AssessmentCardRow = {
  readonly case: string
  readonly form: string
  readonly title: string
  readonly release: number
  readonly status: 'awaiting' | 'confirmed'
  readonly by: string
  readonly at: string
  readonly person?: string
}

/** Sealed. Names of the investigators as they were then. */
export type AssessmentBody = StoredReasons & {
  readonly answers: Readonly<Record<string, unknown>>
  readonly quote: Quote
  readonly names: Readonly<Record<string, string>>
  readonly startedAt: string
  readonly finishedAt: string
}

export const assessmentContext = (household: string, id: string): string => `assessment ${household} ${id}`

export const assessmentCard = (id: string, row: Row<AssessmentRow>, byName?: string): AssessmentCard => ({
  id,
  ...row.card,
  ...(byName !== undefined && { byName }),
})
