import type { Disclosure } from '#forms/catalogue'
import { type Indicators, type Measured, measure, type Tally } from '#forms/indicators'
import { type SmallCells, shownCount, shownRate } from './small-cell.ts'

/** What a city disclosed of one closed month, after small-cell control. `P#<province>` / `MONTH#<yyyymm>` / `<city>`. */
export type DisclosedMonth = {
  readonly schema: 1
  readonly city: string
  readonly month: string
  readonly figures: readonly DisclosedFigure[]
  /** What each figure was counted from when the month was closed (`countedFrom`); absent in rows of former releases. */
  readonly sources?: Readonly<Record<string, string>>
  /** How the figures were blurred; absent in rows of former releases. */
  readonly smallCells?: SmallCells
}

/** Both `null`: hidden because few persons stand behind it. An indicator without a denominator is a plain count. */
export type DisclosedFigure = {
  readonly indicator: string
  readonly numerator: number | null
  readonly denominator: number | null
}

/** Names what an indicator is counted from, in words that change when that does. */
export const countedFrom = ({
  numerator,
  denominator,
}: Pick<Indicators['indicators'][number], 'numerator' | 'denominator'>): string =>
  `${numerator.metric} ${denominator?.metric ?? ''}`

export const monthPk = (month: string): string => `MONTH#${month}`

/** `202611` of a local date. */
export const monthOf = (day: string): string => day.slice(0, 4) + day.slice(5, 7)

/** The month before: `202601` → `202512`. */
export const monthBefore = (month: string): string => {
  const [year, one] = [Number(month.slice(0, 4)), Number(month.slice(4))]
  return one === 1 ? `${year - 1}12` : `${year}${String(one - 1).padStart(2, '0')}`
}

/**
 * The monthly indicators that the city discloses, over the whole city and never by place; nothing that adds months up,
 * because the difference of two such sums would be a month by itself. One that nobody counts is left out.
 */
export const monthFigures = (
  tallies: readonly Tally[],
  { indicators }: Indicators,
  { indicators: allowed, smallCells }: Disclosure,
  measured: Measured,
): readonly DisclosedFigure[] =>
  indicators
    .filter(({ key, period }) => period === 'month' && allowed.includes(key))
    .flatMap((indicator): readonly DisclosedFigure[] => {
      const { numerator, denominator } = measure(indicator, tallies, measured)
      const own = { indicator: indicator.key }
      if (numerator === null) return []
      if (indicator.denominator === null)
        return [{ ...own, numerator: shownCount(numerator, smallCells), denominator: null }]
      return denominator === null ? [] : [{ ...own, ...shownRate(numerator, denominator, smallCells) }]
    })
