import { forget, keep, type Place, recall, recallAll } from '../app/device.ts'
import type { Draft, Outgoing } from './work.ts'

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
