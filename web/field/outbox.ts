import { cityPath, send } from '../app/client.ts'
import { type ApiProblem, isProblem, Unreachable } from '../app/problem.ts'
import { queries } from '../app/queries.ts'
import { forgetDraft, forgetOutgoing, keepDraft, keepOutgoing, recallOutbox } from './draft.ts'
import { isNewHousehold, type Refused, type Sending } from './work.ts'

export type Sent =
  | { readonly state: 'sent' }
  /** No answer, or the server asks to wait: it stays on the device and is tried again. */
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly refused: Refused }

/** Answers that say "not now" instead of "not so". */
const later = (error: unknown): boolean =>
  error instanceof Unreachable ||
  (isProblem(error) && ['busy', 'internal', 'unauthenticated'].includes(error.problem.code))

/** A refusal as it is kept beside what was typed. */
export const refusedBy = ({ problem }: ApiProblem): Refused => ({
  message: problem.detail || problem.title,
  code: problem.code,
  errors: problem.errors ?? [],
})

const pathOf = (one: Sending): string =>
  isNewHousehold(one)
    ? cityPath(one.draft.city, 'households')
    : cityPath(one.draft.city, `households/${encodeURIComponent(one.draft.household)}/assessments`)

/**
 * Sends one record. What the server takes leaves the device; what it refuses goes back to its draft with the
 * reasons; everything else stays in the outbox under the same ULID.
 */
export async function sendOne(owner: string, outgoing: Sending): Promise<Sent> {
  const { request, draft } = outgoing
  await keepOutgoing(owner, outgoing)
  try {
    await send('POST', pathOf(outgoing), request)
    await forgetOutgoing(owner, request.id)
    await forgetDraft(owner, draft)
    await queries.invalidateQueries({ predicate: ({ queryKey }) => isWorkOf(draft.city, queryKey[0]) })
    return { state: 'sent' }
  } catch (error) {
    if (later(error)) {
      await keepOutgoing(owner, { ...outgoing, tries: outgoing.tries + 1 })
      return { state: 'waiting' }
    }
    const refused: Refused = isProblem(error) ? refusedBy(error) : { message: String(error), errors: [] }
    await keepDraft(owner, { ...draft, refused })
    await forgetOutgoing(owner, request.id)
    return { state: 'refused', refused }
  }
}

const isWorkOf = (city: string, key: unknown): boolean =>
  typeof key === 'string' && key.startsWith(`/api/cities/${city}/`) && !key.includes('/releases')

let running: Promise<void> | undefined

/** Sends what waits, one after the other, oldest first; stops at the first that gets no answer. */
export function sendAll(owner: string): Promise<void> {
  running ??= (async () => {
    for (const { value } of await recallOutbox(owner))
      if ((await sendOne(owner, value)).state === 'waiting') break
  })().finally(() => {
    running = undefined
  })
  return running
}
