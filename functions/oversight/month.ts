import type { Disclosure } from '#forms/catalogue'
import type { Indicators } from '#forms/indicators'
import { shownCount, shownRate } from './small-cell.ts'

/** What a city disclosed of one closed month, after small-cell control. `P#<province>` / `MONTH#<yyyymm>` / `<city>`. */
export type DisclosedMonth = {
  readonly schema: 1
  readonly city: string
  readonly month: string
  readonly figures: readonly DisclosedFigure[]
}

/** Both `null`: hidden because few persons stand behind it. An indicator without a denominator is a plain count. */
export type DisclosedFigure = {
  readonly indicator: string
  readonly numerator: number | null
  readonly denominator: number | null
}

/** Counters of one month and township: every metric an attribute. */
export type CountRow = Readonly<Record<string, unknown>>

export const monthPk = (month: string): string => `MONTH#${month}`

/** `202611` of a local date. */
export const monthOf = (day: string): string => day.slice(0, 4) + day.slice(5, 7)

/** The month before: `202601` → `202512`. */
export const monthBefore = (month: string): string => {
  const [year, one] = [Number(month.slice(0, 4)), Number(month.slice(4))]
  return one === 1 ? `${year - 1}12` : `${year}${String(one - 1).padStart(2, '0')}`
}

/** The sum over the townships; undefined if no township counts this metric, which is not the same as none. */
const total = (rows: readonly CountRow[], metric: string): number | undefined => {
  const counts = rows.flatMap((row) => (typeof row[metric] === 'number' ? [row[metric]] : []))
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0)
}

/**
 * The monthly indicators that the city discloses, over the whole city and never by township. One whose counters nobody
 * keeps is left out. A denominator that is counted makes an uncounted numerator a zero.
 */
export const monthFigures = (
  rows: readonly CountRow[],
  { indicators }: Indicators,
  { indicators: allowed, smallCells }: Disclosure,
): readonly DisclosedFigure[] =>
  indicators
    .filter(({ key, period }) => period === 'month' && allowed.includes(key))
    .flatMap(({ key, numerator, denominator }): readonly DisclosedFigure[] => {
      const above = total(rows, numerator.metric)
      if (denominator === null)
        return above === undefined
          ? []
          : [{ indicator: key, numerator: shownCount(above, smallCells), denominator: null }]
      const below = total(rows, denominator.metric)
      if (below === undefined) return []
      return [{ indicator: key, ...shownRate(above ?? 0, below, smallCells) }]
    })
