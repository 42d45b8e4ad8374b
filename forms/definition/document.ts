import type { Definition } from './component.ts'

/** A form of a city's configuration: `form:<key>`. */
export type FormDocument = {
  readonly schema: 1
  readonly key: string
  readonly title: string
  readonly definition: Definition
  readonly outcomes?: readonly OutcomeDefinition[]
  readonly recommends?: readonly RecommendDefinition[]
  readonly samples?: readonly Sample[]
  /** Allowed unordered role pairs of the two investigators; absent: one assessor. */
  readonly team?: readonly (readonly string[])[]
  readonly subject?: 'household' | 'person'
  readonly source?: Source
  /** What is left to the city; `pointer` is a JSON pointer into this document. */
  readonly todo?: readonly { readonly pointer: string; readonly message: string }[]
}

/** Where a rule comes from: a paper and its rule in the register. */
export type Source = { readonly paper: string; readonly rule: string }

/** A level of a score, both ends included; without `to` everything from `from` up. */
export type Band = {
  readonly from: number
  readonly to?: number
  readonly level: string
  readonly label: string
}

/** What a form finds out. `value` is JSON Logic over `data` and earlier `outcomes.<key>` (their values; `levels.<key>` is not there). */
export type OutcomeDefinition = {
  readonly key: string
  readonly title: string
  readonly value: unknown
  readonly bands?: readonly Band[]
  /** Version of the rule that decides, e.g. `民发〔2021〕43号`. */
  readonly rule: string
  readonly source?: Source
}

/** In which time a quantity is meant; without one it is that of the whole advice. */
export const periods = ['week', 'month', 'year'] as const
export type Period = (typeof periods)[number]

/** Which service item is advised, and why. `when` and `quantity` are JSON Logic over `data` and `outcomes.<key>`. */
export type RecommendDefinition = {
  readonly item: string
  readonly when: unknown
  readonly because: string
  readonly quantity?: unknown
  /** The quantity is that of each week, month or year. */
  readonly per?: Period
  readonly source?: Source
}

/** A case with its expected result, stored with the form; must pass before the form can be published. */
export type Sample = {
  readonly title: string
  readonly answers: Readonly<Record<string, unknown>>
  /** Local date, `YYYY-MM-DD`. */
  readonly today: string
  readonly expect: {
    /** Paths of the errors, in any order; absent: not compared. */
    readonly errors?: readonly string[]
    /** Values of the evaluated answers by path, e.g. of calculated ones; null: nothing stands there. */
    readonly answers?: Readonly<Record<string, unknown>>
    /** Paths that must be hidden; others may be hidden as well. */
    readonly hidden?: readonly string[]
    readonly outcomes?: {
      readonly [key: string]: { readonly value?: unknown; readonly level?: string }
    }
    /** Items advised, in any order; absent: not compared. */
    readonly recommended?: readonly string[]
  }
}
