import type { FormDocument } from '#forms/definition'

/** One line of the report of an import. */
export type Line = {
  /** `refused` was left out or must be mended, `lossy` lost something, `changed` says the same in other words. */
  readonly level: 'refused' | 'lossy' | 'changed'
  /** Where: the name of a question, a row. */
  readonly place: string
  readonly message: string
  /** What stood there, and what stands there now, where it can be shown. */
  readonly from?: string
  readonly to?: string
}

/** What was read from a file or a text, before any of it is taken. */
export type Imported = {
  readonly from: 'formio' | 'questions' | 'own'
  readonly form: FormDocument
  readonly taken: number
  readonly lines: readonly Line[]
}

/** Why nothing can be taken at all: a sentence, and what the parser found. */
export type Failure = { readonly failed: string; readonly lines: readonly Line[] }

export const isFailure = (one: Imported | Failure): one is Failure => 'failed' in one
