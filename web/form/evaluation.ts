import type { OutcomeView } from '../../functions/api/contract/index.ts'

export type Override = {
  readonly disabled?: boolean
  readonly required?: boolean
  readonly label?: string
  readonly title?: string
  readonly description?: string
  readonly tooltip?: string
  readonly placeholder?: string
}

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
  /** What `logic` rules changed about components, by path. */
  readonly overrides?: Readonly<Record<string, Override>>
}
