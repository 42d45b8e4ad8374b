import type { FeeRow, Fees } from './schema.ts'

/** What a price depends on. `path` runs from the county down, e.g. `[county, township, village]`. */
export type PriceQuestion = {
  readonly item: string
  readonly on: string
  readonly level?: string | undefined
  readonly objectClass?: string | undefined
  readonly path?: readonly string[] | undefined
}

/** `tiered`: the item has prices on that day, but only by level or object class, and none fits. */
export type PriceAnswer = { readonly row?: FeeRow; readonly tiered: boolean }

const live = (row: FeeRow, on: string) => row.from <= on && (row.to === undefined || on <= row.to)

/**
 * The row that decides: live on the day of service (S2-15), of the nearest division, then the most specific one
 * (level before object class). A near row without an amount still wins: a county that has not set its price has none.
 */
export const priceRow = (fees: Fees, question: PriceQuestion): PriceAnswer => {
  const path = question.path ?? []
  const here = fees.rows.filter(
    (row) =>
      row.item === question.item &&
      live(row, question.on) &&
      (row.division === undefined || path.includes(row.division)),
  )
  const rank = (row: FeeRow) =>
    (row.division === undefined ? 0 : path.indexOf(row.division) + 1) * 4 +
    (row.level === undefined ? 0 : 2) +
    (row.objectClass === undefined ? 0 : 1)
  const fitting = here
    .filter((row) => row.level === undefined || row.level === question.level)
    .filter((row) => row.objectClass === undefined || row.objectClass === question.objectClass)
    .toSorted((a, b) => rank(b) - rank(a) || (a.from < b.from ? 1 : -1))
  const row = fitting[0]
  return row ? { row, tiered: false } : { tiered: here.length > 0 }
}
