import type { FieldError, ProblemCode } from './api/contract/index.ts'

/** What may be told beside the sentence: every wrong field, or the revision that stands now. */
export type RefusalExtra = { readonly errors?: readonly FieldError[]; readonly rev?: number }

/**
 * A request that is refused for a reason the person can understand. `detail` is a complete Chinese sentence that
 * says what to do. Use cases throw it; `functions/api/errors.ts` alone knows which HTTP status belongs to a code.
 */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: ProblemCode
  readonly detail: string
  readonly errors: readonly FieldError[] | undefined
  readonly rev: number | undefined

  constructor(code: ProblemCode, detail: string, extra: RefusalExtra = {}) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
    this.errors = extra.errors
    this.rev = extra.rev
  }
}
