import { createHash } from 'node:crypto'
import type { HouseholdCard, TaskCard } from '../api/contract/index.ts'

/** A task row: something that one member has to do in one household by a day. Its card is all there is to read. */
export type TaskRow = {
  readonly schema: 1
  readonly id: string
  readonly assignee: string
  readonly card: TaskCardRow
}

/** What the index holds of a task. The household's own card is read beside it, so that it is never out of date. */
export type TaskCardRow = {
  readonly kind: 'assess' | 'confirm'
  readonly household: string
  readonly case: string
  readonly form: string
  readonly title: string
  readonly due: string
  readonly person?: string
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The ULID of the task that a case has for one form (and one person): the case's own time part, then a hash.
 * A submission can so name its task without looking it up, and the same task can never stand twice.
 */
export const taskId = (caseId: string, form: string, person = ''): string => {
  const digest = createHash('sha256').update(`${caseId}\n${form}\n${person}`).digest()
  const tail = Array.from(digest.subarray(0, 16), (byte) => crockford[byte % 32]).join('')
  return caseId.slice(0, 10) + tail
}

/** A task as its reader sees it, beside the household's own card of now. */
export const taskCard = (id: string, card: TaskCardRow, household: HouseholdCard): TaskCard => ({
  ...card,
  id,
  household,
})
