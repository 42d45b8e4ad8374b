import type { AssessmentRequest, FieldError } from '../../functions/api/contract/index.ts'

/** A form in work on this device, until the server has it. */
export type Draft = {
  /** ULID of the assessment to be; every attempt to send uses the same. */
  readonly id: string
  readonly city: string
  readonly household: string
  /** Masked name of the head, for lists. */
  readonly head: string
  readonly form: string
  readonly title: string
  readonly formSha: string
  readonly release: number
  readonly case: string
  readonly person?: string
  readonly second?: string
  readonly answers: Readonly<Record<string, unknown>>
  /** Instants, ISO 8601. */
  readonly startedAt: string
  readonly savedAt: string
  /** What the server refused at the last attempt. */
  readonly refused?: Refused
}

export type Refused = { readonly message: string; readonly errors: readonly FieldError[] }

/** A finished record on its way; the draft stays beside it until the server has answered. */
export type Outgoing = {
  readonly draft: Draft
  readonly request: AssessmentRequest
  readonly tries: number
  readonly refused?: Refused
}
