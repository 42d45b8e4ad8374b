/** What a column is sorted by; `null` (not set, not comparable) stays at the end in both directions. */
export type SortValue = number | string | null

export type Order = { readonly key: string; readonly descending: boolean }

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN')

/** A sorted copy; rows that are equal keep their order. */
export const ordered = <Row>(
  rows: readonly Row[],
  value: (row: Row) => SortValue,
  descending: boolean,
): readonly Row[] =>
  rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return descending ? compare(b, a) : compare(a, b)
  })

/** Ascending, descending, then as the dictionary has it again. */
export const nextOrder = (order: Order | undefined, key: string): Order | undefined =>
  order?.key !== key ? { key, descending: false } : order.descending ? undefined : { key, descending: true }
