/** A part of an indicator: what was counted, and how, or why it cannot be. Exact; it never leaves the city. */
export type CountedPart = {
  readonly label: string
  /** `null` = nothing was counted, which is never zero. 分 where the indicator's unit is 元. */
  readonly value: number | null
  /** How it comes about, or what is missing, one sentence. */
  readonly words: string
  /** Nothing in the system can tell it yet. */
  readonly missing: boolean
}

/** `met`, or what is not: `short` must be kept, `warn` ought to be. `none`: nothing to judge. `unset`: no target. */
export type IndicatorState = 'none' | 'unset' | 'met' | 'short' | 'warn'

export type IndicatorPlace = {
  readonly code: string
  readonly name: string
  readonly numerator: number | null
  readonly denominator: number | null
  /** As it is spoken: `30%`, `12 户`; `null` where nothing can be said. */
  readonly value: string | null
  readonly state: IndicatorState
  /** One sentence. */
  readonly words: string
}

export type CityIndicator = {
  readonly key: string
  readonly name: string
  readonly scope: string
  readonly period: 'year' | 'half-year' | 'month' | 'programme'
  /** Months that are counted, `2026-01`; absent while the programme has not begun. `until`: last of the period. */
  readonly span?: { readonly from: string; readonly to: string; readonly until: string }
  readonly soft: boolean
  /** As it is spoken: `≥ 30%`; `null` = the city has set none. */
  readonly target: string | null
  readonly numerator: CountedPart
  readonly denominator: CountedPart | null
  readonly value: string | null
  readonly state: IndicatorState
  readonly words: string
  /** Where it is asked of each county or township, each of them. */
  readonly places: readonly IndicatorPlace[]
  readonly note?: string
  readonly source?: { readonly paper: string; readonly rule: string }
  /** What the province is shown of this month; absent where the indicator is not disclosed. `null` = hidden. */
  readonly disclosed?: { readonly numerator: number | null; readonly denominator: number | null }
}

/** `GET /api/cities/{city}/indicators?month=`: how the city's indicators stand. */
export type CityIndicators = {
  /** `2026-10`. */
  readonly month: string
  /** The month still runs: its figures move. */
  readonly running: boolean
  /** Release whose indicators and targets these are. */
  readonly release: number
  readonly demo: boolean
  readonly indicators: readonly CityIndicator[]
  /** What the papers leave to the city, in the documents `indicators` and `disclosure`. */
  readonly todo: readonly {
    readonly document: 'indicators' | 'disclosure'
    readonly pointer: string
    readonly message: string
  }[]
}
