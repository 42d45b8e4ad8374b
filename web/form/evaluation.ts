import type { OutcomeView } from '../../functions/api/contract/index.ts'

/** What the renderer needs of `evaluate` of `#forms/engine`. */
export type Evaluation = {
  readonly answers: Readonly<Record<string, unknown>>
  readonly errors: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  readonly hidden: readonly string[]
  readonly outcomes: readonly OutcomeView[]
  readonly recommended: readonly {
    readonly item: string
    readonly because: string
    readonly quantity?: number
  }[]
}
