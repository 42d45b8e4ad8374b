import { addDays } from '../../fees/index.ts'

type Days = { readonly from: string; readonly to?: string | undefined }
export type Numbered<T> = { readonly row: T; readonly index: number }

/** Days in a row on which what holds before and after stay what they are. `index`: of the row that decides. */
export type Span = {
  readonly from: string
  readonly to?: string
  readonly old: string
  readonly now: string
  /** What was said on the day before. */
  readonly eve: string
  readonly index: number
}

/** Rows by what they speak of, each with its place in the document. */
export const byThing = <T>(
  rows: readonly T[],
  thing: (row: T) => readonly unknown[],
): ReadonlyMap<string, readonly Numbered<T>[]> =>
  Map.groupBy(
    rows.map((row, index) => ({ row, index })),
    ({ row }) => JSON.stringify(thing(row)),
  )

/** Of rows that overlap (a draft may hold such), the one that began last. */
export const rowOn = <T extends Days>(rows: readonly Numbered<T>[], day: string): Numbered<T> | undefined =>
  rows
    .filter(({ row }) => row.from <= day && (row.to === undefined || day <= row.to))
    .toSorted((x, y) => (x.row.from < y.row.from ? 1 : -1))[0]

/** Days on which either side may turn, oldest first. */
const turns = <T extends Days>(rows: readonly Numbered<T>[]): readonly string[] =>
  [
    ...new Set(rows.flatMap(({ row }) => [row.from, ...(row.to === undefined ? [] : [addDays(row.to, 1)])])),
  ].sort()

/**
 * Where two lists of dated rows say something else on the same day. A row that ran out the day before is what the new
 * one follows: `old` then is what that row said.
 */
export const differingSpans = <T extends Days>(
  before: readonly Numbered<T>[],
  after: readonly Numbered<T>[],
  words: (row: T | undefined) => string,
): readonly Span[] => {
  const days = turns([...before, ...after])
  const spans: Omit<Span, 'eve'>[] = []
  for (const [i, from] of days.entries()) {
    const [then, next] = [rowOn(before, from), rowOn(after, from)]
    const [old, now] = [words(then?.row), words(next?.row)]
    if (old === now) continue
    const until = days[i + 1]
    const to = until === undefined ? {} : { to: addDays(until, -1) }
    const last = spans.at(-1)
    const runsOn = last?.to !== undefined && addDays(last.to, 1) === from
    if (last !== undefined && runsOn && last.old === old && last.now === now) {
      spans.splice(-1, 1, { from: last.from, ...to, old, now, index: last.index })
    } else {
      spans.push({ from, ...to, old, now, index: (next ?? then)?.index ?? 0 })
    }
  }
  return spans.map((span) => {
    const eve = words(rowOn(before, addDays(span.from, -1))?.row)
    return span.old === words(undefined) && eve !== span.now ? { ...span, eve, old: eve } : { ...span, eve }
  })
}

export const termWords = ({ from, to }: Days): string => `自 ${from}${to === undefined ? '' : ` 至 ${to}`}`
