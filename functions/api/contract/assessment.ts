import type { Period } from '#forms/definition'
import type { Outcome, TraceStep } from '#forms/engine'
export type AssessmentCard = {
  readonly id: string
  readonly form: string
  readonly title: string
  readonly release: number
  readonly status: 'awaiting' | 'confirmed'
  /** Member id of the sender. */
  readonly by: string
  readonly at: string
  readonly person?: string
  readonly case?: string
  readonly byName?: string
}

/** `POST …/households/{id}/assessments` → 201 `Assessment` (200 on a replay); 422 names every field. */
export type AssessmentRequest = {
  /** ULID made on the device. */
  readonly id: string
  readonly case: string
  /** Whom a form about a person is about; may be left out where the case is about one person alone. */
  readonly person?: string
  readonly form: string
  readonly release: number
  readonly answers: Readonly<Record<string, unknown>>
  /** Member ids; two distinct people where the form asks for a team, the sender among them. */
  readonly investigators: readonly string[]
  readonly startedAt: string
  readonly finishedAt: string
}

/** `GET …/households/{id}/assessments/{assessment}`: as it was made, with the form it was made on. */
export type Assessment = AssessmentCard & {
  readonly household: string
  readonly case: string
  readonly investigators: readonly {
    readonly member: string
    readonly name: string
    readonly confirmedAt?: string
  }[]
  readonly startedAt: string
  readonly finishedAt: string
  /** Hash of the form document; `GET …/documents/{sha}` serves it for ever. */
  readonly formSha: string
  readonly answers: Readonly<Record<string, unknown>>
  /** Dotted paths of answers that are masked for this reader. */
  readonly masked: readonly string[]
  readonly outcomes: readonly OutcomeView[]
  readonly recommended: readonly RecommendedItem[]
  readonly quote: Quote
}

/** What a form found out, with why; as the engine says it. */
export type OutcomeView = Outcome
export type { TraceStep }

export type RecommendedItem = {
  readonly item: string
  readonly name: string
  readonly because: string
  readonly quantity?: number
  /** The quantity is that of each week, month or year; absent = of the whole advice. */
  readonly per?: Period
  /** By which rule, and which answers or outcomes made it so; absent in assessments from before it was kept. */
  readonly trace?: readonly TraceStep[]
}

/** `POST …/quotes { items, on }`. Amounts are integer 分; `null` = not set, never zero. */
export type QuoteRequest = {
  readonly items: readonly {
    readonly item: string
    readonly quantity: number
    readonly level?: string
    readonly objectClass?: string
    readonly division?: string
  }[]
  readonly on: string
}
export type Quote = {
  readonly on: string
  readonly release: number
  readonly lines: readonly QuoteLine[]
  /** Sum of the priced lines, 分. */
  readonly total: number
  /** How many lines have no price. */
  readonly unset: number
  readonly demo: boolean
}
export type QuoteLine = {
  readonly item: string
  readonly name: string
  readonly unit: string | null
  readonly quantity: number
  /** Quantity and amounts are those of one week, month or year; absent = of the whole advice. */
  readonly per?: Period
  /** Of one unit; null also where every part of the quantity has a price of its own. */
  readonly price: number | null
  /** By tiers of the quantity, or as a share of another amount; absent = a plain price, or a quote from before. */
  readonly by?: 'tiers' | 'formula'
  /** What is charged, after caps; null = not set. */
  readonly amount: number | null
  /** What a cap keeps from being charged; there only where it does. */
  readonly over?: number
  /** The person's own share of the amount; absent = the standard asks for none. */
  readonly copay?: number
  /** What a provider gets beforehand, and who bears the rest of the amount after the own share. */
  readonly advance?: number
  readonly funding?: readonly { readonly fund: string; readonly amount: number }[]
  /** How the amount comes about, one Chinese sentence a step; absent in quotes from before it was told. */
  readonly steps?: readonly string[]
  /** The fee row that decided, with its interval. */
  readonly row?: { readonly id: string; readonly from: string; readonly to?: string }
  readonly words: string
}
