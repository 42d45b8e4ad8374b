import type { IndicatorComparison } from '../../../functions/api/contract/index.ts'

export type IndicatorRow = IndicatorComparison['rows'][number]

/** Per cent; `null` while either part is not shown or nothing is divided by. */
export const rateOf = (cell: IndicatorRow['cells'][number]): number | null =>
  cell && cell.numerator !== null && cell.denominator !== null && cell.denominator > 0
    ? (cell.numerator / cell.denominator) * 100
    : null
