import type { Period } from '../definition/index.ts'

/** What `evaluate` says. `answers` is a fresh object; nothing of the input is shared with it. */
export type Evaluation = {
  /** Only what the form allows: unknown keys, hidden, disabled and forged values are gone, calculated values are ours. */
  readonly answers: Readonly<Record<string, unknown>>
  /** In document order, row by row; at most 500. Empty: the answers may be stored. */
  readonly errors: readonly AnswerError[]
  /** Paths of every component that is not shown now, layout components too: `members[0].school`, `panel`. */
  readonly hidden: readonly string[]
  readonly outcomes: readonly Outcome[]
  readonly recommended: readonly Recommended[]
  /** What `logic` rules changed about components, by path: for the renderer. */
  readonly overrides: Readonly<Record<string, Override>>
}

export type Override = {
  readonly disabled?: boolean
  readonly required?: boolean
  readonly label?: string
  readonly title?: string
  readonly description?: string
  readonly tooltip?: string
  readonly placeholder?: string
}

/** `path` is a Form.io data path, e.g. `members[0].idNumber`; `message` a Chinese sentence with the label. */
export type AnswerError = { readonly path: string; readonly code: string; readonly message: string }

export type Outcome = {
  readonly key: string
  readonly title: string
  readonly value: unknown
  readonly level?: string
  readonly label?: string
  /** Version of the rule that decided. */
  readonly rule: string
  readonly trace: readonly TraceStep[]
}

/**
 * One step of why: which rule, in words, from which answers. `from` is what the rule really read this time, in the order of
 * reading: a branch that was not taken adds nothing. `path` is that of the answer (`members[0].cost`, `members[].cost` where
 * several rows were read and `value` is a list, `ills.blind` for one choice) or `outcomes.<key>`; `value` is told with the
 * labels of choices, `null` where nothing was answered. At most 60 sources a step; of a list the first 50 rows are watched.
 * With `of` the step tells how that answer, named by an earlier step, was calculated.
 */
export type TraceStep = {
  readonly rule: string
  readonly text: string
  readonly from: readonly { readonly path: string; readonly label: string; readonly value: unknown }[]
  readonly of?: string
}

/** A service item that the form advises. `trace` says by which rule, and which answers or outcomes made it so. */
export type Recommended = {
  readonly item: string
  readonly because: string
  readonly quantity?: number
  /** The quantity is that of each week, month or year. */
  readonly per?: Period
  readonly trace: readonly TraceStep[]
}
