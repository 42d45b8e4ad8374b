import type { AssessmentRequest } from '../../functions/api/contract/index.ts'
import type { Refused } from './refused.ts'
import type { NewHousehold, Registration } from './registration.ts'

export type { Refused }

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

/** A finished record on its way; the draft stays beside it until the server has answered. */
export type Outgoing = {
  readonly draft: Draft
  readonly request: AssessmentRequest
  readonly tries: number
  readonly refused?: Refused
}

/** Whatever may be in work here, and whatever may be on its way. */
export type Work = Draft | Registration
export type Sending = Outgoing | NewHousehold

export const isRegistration = (work: Work): work is Registration => 'kind' in work
export const isNewHousehold = (one: Sending): one is NewHousehold => isRegistration(one.draft)
