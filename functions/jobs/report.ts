import type { Link } from '../store/index.ts'

/** Told of each thing that could not be done: which job, where, and what kind of error. */
export type Failed = (job: string, place: Readonly<Record<string, unknown>>, error: unknown) => void

/** What every job is given. It holds no keys: what it carries is public, or counted, or names nobody. */
export type JobDeps = {
  readonly link: Link
  readonly failed?: Failed
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')

/** One line to the log. The message of an error may quote data, so that only its kind is said. */
export const logFailure: Failed = (job, place, error) =>
  console.error(JSON.stringify({ job, failed: place, error: nameOf(error) }))

/**
 * Middy's last word where a job could not go on: the platform logs whatever leaves a function, so that nothing but the
 * kind of error leaves it.
 */
export const kindOnly = (request: { error: Error | null | undefined }): void => {
  const kind = nameOf(request.error)
  request.error = Object.assign(new Error(kind), { name: kind, stack: '' })
}
