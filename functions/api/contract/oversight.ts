import type { IndicatorState } from './indicators.ts'

/** `GET /api/provinces/{code}/cities`. */
export type CityCard = {
  readonly code: string
  readonly name: string
  readonly release: number
  readonly disclosedAt: string
  readonly demo: boolean
}

/** `GET /api/provinces/{code}/comparison/catalogue`: one row a common item, one cell a city. */
export type CatalogueComparison = {
  readonly cities: readonly CityCard[]
  readonly rows: readonly {
    /** Code in the shared dictionary. */
    readonly common: string
    readonly name: string
    readonly category: string
    /** One for each city in the order of `cities`; null = this city does not have it. */
    readonly cells: readonly ({
      readonly item: string
      readonly name: string
      readonly unit: string | null
    } | null)[]
    readonly coverage: { readonly numerator: number; readonly denominator: number }
  }[]
  /** Local items that are mapped to no common code, by city. */
  readonly unmapped: readonly {
    readonly city: string
    readonly items: readonly string[]
    readonly share: number
  }[]
}

/** `…/comparison/fees`: one row a common item and unit; figures only over what can be compared. */
export type FeeComparison = {
  readonly cities: readonly CityCard[]
  /** The local date of which the prices are read. */
  readonly on: string
  readonly rows: readonly {
    readonly common: string
    readonly name: string
    /** Unit in which cities are compared; a city with another unit is shown and left out of the figures. */
    readonly unit: string
    readonly cells: readonly ({
      /** 分; null = not set. */
      readonly price: number | null
      readonly unit: string | null
      readonly comparable: boolean
      readonly note?: string
      readonly demo: boolean
    } | null)[]
    /** 分 over the `n` comparable prices; absent when n = 0. */
    readonly figures?: {
      readonly n: number
      readonly min: number
      readonly median: number
      readonly max: number
    }
  }[]
}

/** `…/comparison/forms`: which city asks which shared data element. */
export type FormComparison = {
  readonly cities: readonly CityCard[]
  readonly rows: readonly {
    readonly element: string
    readonly name: string
    readonly cells: readonly boolean[]
    readonly coverage: { readonly numerator: number; readonly denominator: number }
  }[]
}

/** `…/comparison/indicators`: closed months only, after small-cell control; `null` = not disclosed or suppressed. */
export type IndicatorComparison = {
  readonly cities: readonly CityCard[]
  readonly rows: readonly {
    /** Names the row: cities that count the same indicator from other figures have a row of their own. */
    readonly id: string
    readonly indicator: string
    readonly name: string
    readonly period: string
    /** What is counted, of what; absent where no city says it. `of`: null = a plain count. */
    readonly counted?: { readonly what: string; readonly of: string | null; readonly unit?: string }
    readonly source?: { readonly paper: string; readonly rule: string }
    readonly cells: readonly ({
      /** Rounded. */
      readonly numerator: number | null
      readonly denominator: number | null
      readonly note?: string
      /** The city's own target, as it is spoken; null = it has set none. */
      readonly target?: string | null
      /** As it is spoken, with its verdict: both by the rounded figures, so that they say no more than these. */
      readonly value?: string
      readonly state?: IndicatorState
      readonly words?: string
    } | null)[]
  }[]
}
