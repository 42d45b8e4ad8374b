import type { TFunction } from 'i18next'
import { commonServiceOf } from '#forms/elements'
import type { FeeComparison } from '../../../functions/api/contract/index.ts'
import { yuan } from '../../app/money.ts'

export type FeeRow = FeeComparison['rows'][number]
export type FeeCell = FeeRow['cells'][number]
export type Category = NonNullable<ReturnType<typeof commonServiceOf>>['category']

export const categoryOf = (row: FeeRow): Category | undefined => commonServiceOf(row.common)?.category

/** The price of a city that counts in the row's figures, in 分. */
export const countedPrice = (cell: FeeCell): number | null => (cell?.comparable ? cell.price : null)

/** Cities that have the item at all, priced or not. */
export const offered = ({ cells }: FeeRow): number => cells.filter((cell) => cell !== null).length

/** Rows that a picture can compare: two prices at least. */
export const isDrawn = ({ figures }: FeeRow): boolean => (figures?.n ?? 0) >= 2

/** The row that most cities can be compared in: what is shown before anybody has chosen. */
export const mostCompared = (rows: readonly FeeRow[]): FeeRow | undefined =>
  rows.toSorted((a, b) => (b.figures?.n ?? 0) - (a.figures?.n ?? 0))[0]

/** Why a city's price does not count, in words; undefined where it does. No item and no price are different things. */
export function reasonOf(t: TFunction<'oversight'>, cell: FeeCell, unit: string): string | undefined {
  if (cell === null) return t('absent')
  if (cell.comparable && cell.price !== null) return undefined
  const other = cell.price !== null && cell.unit !== unit
  const head = other ? t('fees.otherUnit') : cell.note
  return head ?? t('fees.unpriced')
}

/** A price with its unit, e.g. `45.00 元/小时`. */
export const priceText = (t: TFunction<'oversight'>, price: number, unit: string | null): string =>
  unit === null ? `${yuan(price)} 元` : `${yuan(price)} ${t('fees.per', { unit })}`

/** How far a price is from the median, in words. */
export function distance(t: TFunction<'oversight'>, price: number, median: number): string {
  if (price === median || median === 0) return price === median ? t('fees.equal') : ''
  const share = (Math.abs(price / median - 1) * 100).toFixed(1)
  return t(price > median ? 'fees.above' : 'fees.below', { share })
}
