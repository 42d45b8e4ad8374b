import type { TFunction } from 'i18next'
import type { IndicatorComparison } from '../../../functions/api/contract/index.ts'

export type IndicatorRow = IndicatorComparison['rows'][number]

/** Per cent; `null` while either part is not shown or nothing is divided by. */
export const rateOf = (cell: IndicatorRow['cells'][number]): number | null =>
  cell && cell.numerator !== null && cell.denominator !== null && cell.denominator > 0
    ? (cell.numerator / cell.denominator) * 100
    : null

/** Why there is no rate, in words; undefined where there is one. A city that does not disclose is not a city without figures. */
export function silenceOf(
  t: TFunction<'oversight'>,
  cell: IndicatorRow['cells'][number],
): string | undefined {
  if (cell === null) return t('undisclosed')
  return rateOf(cell) === null ? (cell.note ?? t('indicators.suppressed')) : undefined
}

/** Cities that show a rate for this row. */
export const shown = ({ cells }: IndicatorRow): number => cells.filter((cell) => rateOf(cell) !== null).length

/** Cities that disclose the indicator at all. */
export const disclosing = ({ cells }: IndicatorRow): number => cells.filter((cell) => cell !== null).length
