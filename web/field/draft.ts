import { forget, keep, type Place, recall, recallAll } from '../app/device.ts'
import type { Registration } from './registration.ts'
import { type Draft, isRegistration, type Outgoing, type Sending, type Work } from './work.ts'

/** One draft a form, case and person: coming back to the task opens the same work. */
export const draftId = (of: Pick<Draft, 'city' | 'household' | 'case' | 'form' | 'person'>): string =>
  [of.city, of.household, of.case, of.form, of.person ?? ''].join('/')

/** One draft a household that is being registered. */
const registrationId = ({ city, id }: Pick<Registration, 'city' | 'id'>): string =>
  [city, 'new', id].join('/')

const idOf = (work: Work): string => (isRegistration(work) ? registrationId(work) : draftId(work))

const place = (owner: string, shelf: 'draft' | 'outbox', id: string): Place => ({ owner, shelf, id })

export const keepDraft = (owner: string, work: Work) => keep(place(owner, 'draft', idOf(work)), work)
export const recallDraft = (owner: string, id: string) => recall<Draft>(place(owner, 'draft', id))
export const recallDrafts = (owner: string) => recallAll<Work>(owner, 'draft')
export const forgetDraft = (owner: string, work: Work) => forget(place(owner, 'draft', idOf(work)))

export const keepOutgoing = (owner: string, one: Sending) => keep(place(owner, 'outbox', one.request.id), one)
export const recallOutgoing = (owner: string, id: string) => recall<Outgoing>(place(owner, 'outbox', id))
export const recallOutbox = (owner: string) => recallAll<Sending>(owner, 'outbox')
export const forgetOutgoing = (owner: string, id: string) => forget(place(owner, 'outbox', id))
