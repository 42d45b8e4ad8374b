import { useMemo, useState } from 'react'
import type { FeeRow } from '#forms/fees'
import { today } from '../today.ts'

export type When = 'all' | 'now' | 'later' | 'past'

/** Whether a row holds on a day, later, or no more. One without a first day is still to come. */
export const whenOf = ({ from, to }: FeeRow, day: string): Exclude<When, 'all'> =>
  !from || from > day ? 'later' : to !== undefined && to < day ? 'past' : 'now'

/**
 * The rows of a time, and how to put changed ones back among the others: those of another time keep their places. A row
 * that a change moves into another time stays in view until the time is chosen anew.
 */
export function useWhen(rows: readonly FeeRow[]) {
  const [{ when, hidden }, set] = useState<{ when: When; hidden: ReadonlySet<string> }>({
    when: 'all',
    hidden: new Set(),
  })
  const shown = useMemo(
    () => (hidden.size === 0 ? rows : rows.filter(({ id }) => !hidden.has(id))),
    [rows, hidden],
  )
  return {
    when,
    setWhen: (next: When) => {
      const day = today()
      const out = rows.filter((row) => next !== 'all' && whenOf(row, day) !== next)
      set({ when: next, hidden: new Set(out.map(({ id }) => id)) })
    },
    shown,
    put: (next: readonly FeeRow[]): readonly FeeRow[] => {
      if (hidden.size === 0) return next
      const before: FeeRow[] = []
      const after = new Map<string, FeeRow[]>()
      let last: string | undefined
      for (const row of rows) {
        if (!hidden.has(row.id)) last = row.id
        else if (last === undefined) before.push(row)
        else after.set(last, [...(after.get(last) ?? []), row])
      }
      const kept = new Set(next.map(({ id }) => id))
      // Hidden rows behind one that was deleted stand at the end.
      const lost = [...after].flatMap(([id, group]) => (kept.has(id) ? [] : group))
      return [...before, ...next.flatMap((row) => [row, ...(after.get(row.id) ?? [])]), ...lost]
    },
  }
}
