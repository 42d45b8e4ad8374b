import type { Band } from '#forms/definition'

/** What an answer or a result can be compared with. */
export type Scalar = string | number | boolean

/** An answer (`data.members`, `row.age` in the same row) or an earlier result (`outcomes.score`). */
export type Ref = { readonly root: 'data' | 'row' | 'outcomes'; readonly path: string }

/** Points for whoever chose one of these. */
export type Points = { readonly values: readonly Scalar[]; readonly points: number }

/**
 * One summand: a number as it was filled in or found out, or the points of what was chosen. With `blank` nobody waits
 * for an answer, as of a question that is not always shown: a number that is not there is 0.
 */
export type Term =
  | { readonly kind: 'number'; readonly of: Ref; readonly weight: number; readonly blank?: true }
  | {
      readonly kind: 'points'
      readonly of: Ref
      readonly rows: readonly Points[]
      /** For every other choice, and where nothing was chosen. */
      readonly otherwise: number
      readonly weight: number
      readonly blank?: true
    }

/** An answer that is counted when it is one of these. */
export type Match = { readonly of: Ref; readonly values: readonly Scalar[]; readonly blank?: true }

/**
 * How the value of an outcome comes about. With `whole` there is no result before every question is answered.
 * `own` is a rule of any other shape: it is shown and kept, and changed in the source alone.
 */
export type Measure =
  | { readonly kind: 'sum' | 'max' | 'min'; readonly whole: boolean; readonly terms: readonly Term[] }
  | { readonly kind: 'count'; readonly whole: boolean; readonly matches: readonly Match[] }
  | {
      readonly kind: 'lookup'
      readonly of: Ref
      readonly rows: readonly { readonly values: readonly Scalar[]; readonly result: number }[]
      /** Null: no result. */
      readonly otherwise: number | null
    }
  | {
      readonly kind: 'steps'
      readonly of: Ref
      /** From the highest down: whoever reaches `least` gets `result`. */
      readonly rows: readonly { readonly least: number; readonly result: number }[]
      readonly otherwise: number | null
    }
  | { readonly kind: 'same'; readonly of: Ref }
  | { readonly kind: 'own'; readonly rule: unknown }

export type ClauseTest =
  | 'any'
  | 'none'
  | 'more'
  | 'atLeast'
  | 'less'
  | 'atMost'
  | 'filled'
  | 'blank'
  | 'includes'
  | 'level'

/** One comparison; `values` are what it compares with: none for `filled` and `blank`, several for `any` and `none`. A box is asked whether it is any of `true`, or of `false`. */
export type Clause = { readonly of: Ref; readonly test: ClauseTest; readonly values: readonly Scalar[] }

/** Groups of which one must hold; in a group every clause must. */
export type Groups = readonly (readonly Clause[])[]

export type When =
  | { readonly kind: 'always' }
  | { readonly kind: 'groups'; readonly groups: Groups }
  | { readonly kind: 'own'; readonly rule: unknown }

/** What reading and writing must know of the form around a rule. */
export type Scene = {
  /** Whether an answer is a number, of which 0 is one. */
  readonly isNumber: (ref: Ref) => boolean
  /** Whether there is always an answer, as with a box that is ticked or not. */
  readonly isSure: (ref: Ref) => boolean
  /** The levels of an earlier result. */
  readonly bandsOf: (outcome: string) => readonly Band[]
}
