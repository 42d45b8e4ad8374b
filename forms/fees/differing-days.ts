import type { Activation } from '../catalogue/lock.ts'
import { canonical } from '../release/canonical.ts'
import { addDays } from './intervals.ts'
import type { Priced } from './line.ts'
import type { FeeRow } from './schema.ts'

type Said = { readonly text: string; readonly from: string; readonly to?: string | undefined }

/** Everything that decides prices and is bound to days, without what only names or explains it. */
const said = ({ fees, catalogue }: Priced): readonly Said[] => [
  ...fees.rows.map(({ id: _, note: __, source: ___, from, to, ...row }: FeeRow) => ({
    text: canonical(row),
    from,
    to,
  })),
  ...(catalogue.activations ?? []).map(({ from, to, ...one }: Activation) => ({
    text: canonical(one),
    from,
    to,
  })),
]

const live = (list: readonly Said[], day: string): string =>
  list
    .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
    .map(({ text }) => text)
    .sort()
    .join('\n')

const statuses = ({ catalogue }: Priced): string =>
  canonical(catalogue.items.map(({ key, status }) => [key, status]).sort())

/** Days that are told, and days that are looked at. */
const [most, farthest] = [24, 400]

/**
 * Days from `since` on which something that decides prices turns, and on which the two standards then differ; at most
 * the first 24. `since` itself is among them where they differ already.
 */
export const differingDays = (before: Priced, after: Priced, since: string): readonly string[] => {
  const [old, now] = [said(before), said(after)]
  const key = ({ text, from, to }: Said) => `${from} ${to} ${text}`
  const [known, kept] = [new Set(old.map(key)), new Set(now.map(key))]
  const gone = old.filter((one) => !kept.has(key(one)))
  const came = now.filter((one) => !known.has(key(one)))
  const turns = [...gone, ...came].flatMap(({ from, to }) => [
    from,
    ...(to === undefined ? [] : [addDays(to, 1)]),
  ])
  const days = [...new Set([since, ...turns.filter((day) => day > since)])].sort().slice(0, farthest)
  const always = statuses(before) !== statuses(after)
  const found: string[] = []
  for (const day of days) {
    if (found.length === most) break
    if (always || live(gone, day) !== live(came, day)) found.push(day)
  }
  return found
}
