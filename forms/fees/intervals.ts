import type { FeeRow } from './schema.ts'

/** Two rows of the same thing whose days meet (`overlap`), or leave days without a price between them (`gap`). */
export type IntervalFault = {
  readonly kind: 'overlap' | 'gap'
  readonly earlier: number
  readonly later: number
  /** First and last day concerned; no `to` = for ever. */
  readonly from: string
  readonly to?: string
}

const day = 86_400_000
/** The local date `days` after `date`. Dates are calendar days without a clock, so UTC arithmetic is exact. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

const sameThing = (row: FeeRow) =>
  JSON.stringify([row.item, row.level ?? null, row.objectClass ?? null, row.division ?? null])

/**
 * Compares whole intervals, not end points: a new [5,25] over an old [10,20] is an overlap. `earlier` and `later`
 * are indexes into `rows`. Each row is compared with the one that reaches furthest before it, so containment and
 * chains are found too.
 */
export const intervalFaults = (rows: readonly FeeRow[]): readonly IntervalFault[] => faultsOf(rows, sameThing)

/** The same for anything that holds for whole days; `thing` names what may not have two of them on one day. */
export const faultsOf = <T extends { readonly from: string; readonly to?: string | undefined }>(
  rows: readonly T[],
  thing: (row: T) => string,
): readonly IntervalFault[] => {
  const groups = Map.groupBy(
    rows.map((row, index) => ({ row, index })),
    ({ row }) => thing(row),
  )
  const faults: IntervalFault[] = []
  for (const group of groups.values()) {
    group.sort((a, b) => (a.row.from < b.row.from ? -1 : a.row.from > b.row.from ? 1 : a.index - b.index))
    let reach = group[0]
    for (const next of group.slice(1)) {
      if (!reach) break
      const end = reach.row.to
      if (end === undefined || next.row.from <= end) {
        const last =
          end === undefined ? next.row.to : next.row.to === undefined || next.row.to > end ? end : next.row.to
        faults.push({
          kind: 'overlap',
          earlier: reach.index,
          later: next.index,
          from: next.row.from,
          ...(last !== undefined && { to: last }),
        })
      } else if (addDays(end, 1) < next.row.from) {
        faults.push({
          kind: 'gap',
          earlier: reach.index,
          later: next.index,
          from: addDays(end, 1),
          to: addDays(next.row.from, -1),
        })
      }
      if (end !== undefined && (next.row.to === undefined || next.row.to > end)) reach = next
    }
  }
  return faults
}
