import { addDays, type FeeRow, formatPrice, intervalFaults } from '#forms/fees'
import { pricing } from '#forms/fees/sheet'

export type Stretch = {
  readonly kind: 'price' | 'gap' | 'overlap'
  readonly from: string
  /** Absent: for ever. */
  readonly to?: string
  /** What it costs, for a price. */
  readonly says: string
  /** Place and width, parts of the whole line from 0 to 1. */
  readonly left: number
  readonly width: number
}

export type Line = {
  readonly key: string
  readonly level?: string | undefined
  readonly objectClass?: string | undefined
  readonly division?: string | undefined
  readonly stretches: readonly Stretch[]
}

const days = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

/**
 * The prices of one item as lines in time, one for each level, object class and division:
 *
 *     |== 60 元/次 ==|   gap   |== 65 元/次 ====>
 *
 * The whole reaches from the first day to a year after the last one that is named, today included.
 */
export function timeline(
  rows: readonly FeeRow[],
  today: string,
): { readonly lines: readonly Line[]; readonly today: number } {
  const dated = rows.filter(({ from, to }) => from && (to === undefined || to >= from))
  const named = [
    today,
    ...dated.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
  ].toSorted()
  const first = days(named[0] ?? today)
  const end = days(addDays(named.at(-1) ?? today, 365))
  const at = (date: string) => (days(date) - first) / (end - first)
  const stretch = (kind: Stretch['kind'], from: string, to: string | undefined, says: string): Stretch => {
    const left = at(from)
    const right = to === undefined ? 1 : Math.min(1, at(addDays(to, 1)))
    return { kind, from, ...(to !== undefined && { to }), says, left, width: Math.max(0.002, right - left) }
  }
  const groups = Map.groupBy(dated, (row) => JSON.stringify([row.level, row.objectClass, row.division]))
  const lines = [...groups].map(([key, group]): Line => {
    const [row] = group
    return {
      key,
      level: row?.level,
      objectClass: row?.objectClass,
      division: row?.division,
      stretches: [
        ...group
          .toSorted((a, b) => (a.from < b.from ? -1 : 1))
          .map((one) => stretch('price', one.from, one.to, priceText(one))),
        ...intervalFaults(group).map((fault) => stretch(fault.kind, fault.from, fault.to, '')),
      ],
    }
  })
  return { lines, today: at(today) }
}

const priceText = (row: FeeRow): string =>
  row.amount === null ? pricing(row) : `${formatPrice(row.amount)} 元/${row.unit}`
