import { cellText } from '#forms/sheet'
import type { GridColumn } from './column.ts'

export type View = {
  readonly query: string
  /** Words that are let through, by column; an empty word stands for an empty cell. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sort?: { readonly column: string; readonly down: boolean }
}

export const everything: View = { query: '', filters: {} }

export const isNarrowed = ({ query, filters }: View): boolean =>
  query.trim() !== '' || Object.keys(filters).length > 0

/** Keys of the rows that a view leaves out, and the rank of the others. Asked anew only when the view changes, so that a row does not vanish under the hand that edits it. */
export function arranged<R>(
  rows: readonly R[],
  columns: readonly GridColumn<R>[],
  rowKey: (row: R) => string,
  { query, filters, sort }: View,
): { readonly hidden: ReadonlySet<string>; readonly rank: ReadonlyMap<string, number> } {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const asked = columns.filter(({ id }) => filters[id])
  const hidden = new Set<string>()
  for (const row of rows) {
    const texts = words.length > 0 ? columns.map((column) => cellText(column, row).toLowerCase()) : []
    const fits =
      words.every((word) => texts.some((text) => text.includes(word))) &&
      asked.every((column) => filters[column.id]?.includes(cellText(column, row)))
    if (!fits) hidden.add(rowKey(row))
  }
  const by = columns.find(({ id }) => id === sort?.column)
  const ordered = by
    ? rows.toSorted((a, b) => (sort?.down ? -1 : 1) * compare(by, cellText(by, a), cellText(by, b)))
    : []
  return { hidden, rank: new Map(ordered.map((row, at) => [rowKey(row), at])) }
}

const compare = <R>({ kind }: GridColumn<R>, a: string, b: string): number =>
  kind === 'number' || kind === 'money' ? Number(a || -1) - Number(b || -1) : a.localeCompare(b, 'zh-CN')

/** Indexes into `rows` in the order they are shown. Rows unknown to the view (new ones) are shown, behind the row before them. */
export function shownRows<R>(
  rows: readonly R[],
  rowKey: (row: R) => string,
  { hidden, rank }: ReturnType<typeof arranged<R>>,
): readonly number[] {
  const shown = rows.flatMap((row, at) => (hidden.has(rowKey(row)) ? [] : [at]))
  if (rank.size === 0) return shown
  let last = -1
  const places = new Map(
    rows.map((row, at) => {
      last = rank.get(rowKey(row)) ?? last
      return [at, last]
    }),
  )
  return shown.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || a - b)
}
