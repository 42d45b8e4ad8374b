import type { AssessmentRequest, FieldError } from '../../functions/api/contract/index.ts'
import { forget, keep, type Place, recall, recallAll } from '../app/device.ts'

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

/** One draft a form, case and person: coming back to the task opens the same work. */
export const draftId = (of: Pick<Draft, 'city' | 'household' | 'case' | 'form' | 'person'>): string =>
  [of.city, of.household, of.case, of.form, of.person ?? ''].join('/')

const place = (owner: string, shelf: 'draft' | 'outbox', id: string): Place => ({ owner, shelf, id })

export const keepDraft = (owner: string, draft: Draft) => keep(place(owner, 'draft', draftId(draft)), draft)
export const recallDraft = (owner: string, id: string) => recall<Draft>(place(owner, 'draft', id))
export const recallDrafts = (owner: string) => recallAll<Draft>(owner, 'draft')
export const forgetDraft = (owner: string, draft: Draft) => forget(place(owner, 'draft', draftId(draft)))

export const keepOutgoing = (owner: string, one: Outgoing) =>
  keep(place(owner, 'outbox', one.request.id), one)
export const recallOutgoing = (owner: string, id: string) => recall<Outgoing>(place(owner, 'outbox', id))
export const recallOutbox = (owner: string) => recallAll<Outgoing>(owner, 'outbox')
export const forgetOutgoing = (owner: string, id: string) => forget(place(owner, 'outbox', id))
