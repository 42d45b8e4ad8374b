/** What every answer of the API shares. Types only: the web client imports them and nothing else from here. */

/** RFC 9457 problem document. `title` and `detail` are Chinese sentences that say what happened and what to do. */
export type Problem = {
  readonly type: string
  readonly status: number
  readonly code: ProblemCode
  readonly title: string
  readonly detail: string
  readonly requestId: string
  readonly errors?: readonly FieldError[]
  /** The current revision, with `stale`. */
  readonly rev?: number
}

/** One thing that is wrong with the input; `path` is dotted, e.g. `answers.members[2].idNumber`. */
export type FieldError = { readonly path: string; readonly code: string; readonly message: string }

export type ProblemCode =
  | 'malformed' // 400 the body or a parameter cannot be read
  | 'unauthenticated' // 401
  | 'forbidden' // 403 your role may not do this
  | 'not-found' // 404 also: another tenant's id, or out of your scope
  | 'method-not-allowed' // 405
  | 'conflict' // 409
  | 'release-too-old' // 409 answers were made under a release that is past its grace days
  | 'stale' // 412 somebody else saved in between
  | 'too-large' // 413
  | 'unsupported-media' // 415
  | 'invalid' // 422 every wrong field is named
  | 'key-reused' // 422 the same idempotency key or ULID with another body
  | 'check-failed' // 422 the configuration has findings that forbid publishing
  | 'precondition-required' // 428 send If-Match
  | 'busy' // 429 or 503, try again
  | 'internal' // 500

export type Page<T> = { readonly items: readonly T[]; readonly next?: string }

export type Role =
  | 'admin'
  | 'county.admin'
  | 'township'
  | 'worker'
  | 'village'
  | 'provider'
  | 'auditor'
  | 'office'
