import type { TFunction } from 'i18next'
import type { IndicatorComparison } from '../../../functions/api/contract/index.ts'

export type IndicatorRow = IndicatorComparison['rows'][number]
export type IndicatorCell = IndicatorRow['cells'][number]

/** Per cent; `null` while either part is not shown or nothing is divided by. */
const rateOf = (cell: IndicatorCell): number | null =>
  cell && cell.numerator !== null && cell.denominator !== null && cell.denominator > 0
    ? (cell.numerator / cell.denominator) * 100
    : null

/** Whether the row counts things instead of comparing them with others. */
export const isCount = ({ counted }: IndicatorRow): boolean => counted?.of === null

/** What is compared: per cent, or how many; `null` where it is not shown. */
export const figureOf = (row: IndicatorRow, cell: IndicatorCell): number | null =>
  isCount(row) ? (cell?.numerator ?? null) : rateOf(cell)

/** The figure as it is spoken, with the parts it is made of: `75%（30/40）`. */
export const spoken = (row: IndicatorRow, cell: IndicatorCell): string => {
  const figure = figureOf(row, cell)
  if (figure === null) return ''
  if (isCount(row)) return cell?.value ?? String(figure)
  return `${cell?.value ?? `${figure.toFixed(1)}%`}（${cell?.numerator}/${cell?.denominator}）`
}

/** Why there is no figure, in words; undefined where there is one. A city that does not disclose is not a city without figures. */
export function silenceOf(
  t: TFunction<'oversight'>,
  row: IndicatorRow,
  cell: IndicatorCell,
): string | undefined {
  if (cell === null) return t('undisclosed')
  if (figureOf(row, cell) !== null) return undefined
  return cell.note ?? (cell.denominator === 0 ? t('indicators.nothing') : t('indicators.suppressed'))
}

/** Cities that show a figure for this row. */
export const shown = (row: IndicatorRow): number =>
  row.cells.filter((cell) => figureOf(row, cell) !== null).length

/** Cities that disclose the indicator at all. */
export const disclosing = ({ cells }: IndicatorRow): number => cells.filter((cell) => cell !== null).length
