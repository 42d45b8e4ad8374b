import type { Plan } from '#forms/engine'
import type { AssessmentRequest, FieldError } from '../../functions/api/contract/index.ts'
import type { Draft } from './work.ts'

/** What is sent: the answers as the engine cleaned them, both investigators, and when the visit was. */
export const requestOf = (
  draft: Draft,
  answers: Readonly<Record<string, unknown>>,
  me: string,
  now: Date,
): AssessmentRequest => ({
  id: draft.id,
  case: draft.case,
  ...(draft.person === undefined ? {} : { person: draft.person }),
  form: draft.form,
  release: draft.release,
  answers,
  investigators: draft.second === undefined ? [me] : [me, draft.second],
  startedAt: draft.startedAt,
  finishedAt: now.toISOString(),
})

/** Splits the server's errors into those of questions of this form (paths without `answers.`) and all others. */
export function byField(
  errors: readonly FieldError[],
  plan: Plan,
): { readonly fields: readonly FieldError[]; readonly others: readonly FieldError[] } {
  const local = errors.map((error) => ({ ...error, path: error.path.replace(/^answers\.?/, '') }))
  const known = ({ path }: FieldError) => {
    const bare = path.replaceAll(/\[\d+\]/g, '')
    return [...plan.fields.keys()].some((field) => field === bare || bare.startsWith(`${field}.`))
  }
  return { fields: local.filter(known), others: local.filter((error) => !known(error)) }
}
