import type { FieldError } from '../../functions/api/contract/index.ts'
import type { PersonEntry } from './registration.ts'

/** Why the server would not take a record; `code` is the problem's. */
export type Refused = {
  readonly message: string
  readonly code?: string
  readonly errors: readonly FieldError[]
}

/** Whether the server had it before, with other content: no change of what is typed mends that. */
export const isTaken = (refused: Refused | undefined): boolean => refused?.code === 'key-reused'

/** A refusal after this path was mended: what was said about it is not true any more; nothing left, no refusal. */
export const mended = (refused: Refused | undefined, path: string): Refused | undefined => {
  if (!refused) return undefined
  const about = (one: string) =>
    one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`) || path.startsWith(`${one}[`)
  const errors = refused.errors.filter((error) => !about(error.path))
  return errors.length > 0 || isTaken(refused) ? { ...refused, errors } : undefined
}

/** Whose number the server found on file: the person it names, else everybody who has a number. */
export const takenNumbers = (
  refused: Refused | undefined,
  people: readonly PersonEntry[],
): readonly string[] => {
  const errors = refused?.errors.filter(({ code }) => code === 'id-number-taken') ?? []
  if (errors.length === 0) return []
  const named = people.filter((_, at) => errors.some(({ path }) => path.endsWith(`[${at}].idNumber`)))
  return (named.length > 0 ? named : people).map(({ idNumber }) => idNumber.trim()).filter(Boolean)
}
