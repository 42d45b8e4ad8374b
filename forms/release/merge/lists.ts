import { pointer } from '../canonical.ts'
import { matched } from '../diff/matched.ts'
import { isRecord, same } from '../diff/same.ts'
import { type Merging, mergeValues } from './index.ts'

/** Where one entry stands in each of the three lists; absent where it does not. */
type Entry = { base?: number; mine?: number; theirs?: number }

/**
 * Merges two lists of objects that have grown from one, entry by entry; undefined for lists whose entries nothing tells
 * apart. Order: as in theirs unless only mine was rearranged; what only mine has comes behind its neighbour there.
 */
export const mergeLists = (
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
  at: string,
  merging: Merging,
): readonly unknown[] | undefined => {
  if (![...base, ...mine, ...theirs].every(isRecord)) return undefined
  const entries = paired(base, mine, theirs)
  const list: unknown[] = []
  let place = 0
  for (const { base: b, mine: m, theirs: t } of inOrder(entries)) {
    const here = pointer(at, place)
    let asked = false
    const value = mergeValues(
      b === undefined ? undefined : base[b],
      m === undefined ? undefined : mine[m],
      t === undefined ? undefined : theirs[t],
      here,
      {
        ...merging,
        found: (conflict) => {
          asked ||= conflict.pointer === here
          merging.found(conflict)
        },
      },
    )
    if (value !== undefined) list.push(value)
    // What may yet stand here keeps its place, or a choice made for it would move what follows under its feet.
    if (value !== undefined || asked) place += 1
  }
  return list
}

/** One entry a thing: mine and theirs pair with base, and what both added with each other. */
const paired = (
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
): readonly Entry[] => {
  const entries: Entry[] = base.map((_, at) => ({ base: at }))
  const added = { mine: [] as number[], theirs: [] as number[] }
  for (const side of ['mine', 'theirs'] as const)
    for (const { a, b } of matched(base, side === 'mine' ? mine : theirs)) {
      const entry = a === undefined ? undefined : entries[a]
      if (b === undefined) continue
      if (entry) entry[side] = b
      else added[side].push(b)
    }
  const both = matched(
    added.mine.map((at) => mine[at]),
    added.theirs.map((at) => theirs[at]),
  )
  for (const { a, b } of both) {
    const [m, t] = [
      a === undefined ? undefined : added.mine[a],
      b === undefined ? undefined : added.theirs[b],
    ]
    entries.push({ ...(m !== undefined && { mine: m }), ...(t !== undefined && { theirs: t }) })
  }
  return entries
}

/** Which list leads, and what only the other has put behind the entry that it follows there. */
const inOrder = (entries: readonly Entry[]): readonly Entry[] => {
  const lead: 'mine' | 'theirs' = moved(entries, 'mine') && !moved(entries, 'theirs') ? 'mine' : 'theirs'
  const other = lead === 'mine' ? 'theirs' : 'mine'
  const by = (side: 'mine' | 'theirs') =>
    entries.filter((one) => one[side] !== undefined).toSorted((a, b) => (a[side] ?? 0) - (b[side] ?? 0))
  const order = [...by(lead)]
  let behind: Entry | undefined
  for (const entry of by(other)) {
    if (entry[lead] === undefined) order.splice(behind ? order.indexOf(behind) + 1 : 0, 0, entry)
    behind = entry
  }
  return order
}

/** Whether a side rearranged what stood in the list before. */
const moved = (entries: readonly Entry[], side: 'mine' | 'theirs'): boolean => {
  const kept = entries.filter((one) => one.base !== undefined && one[side] !== undefined)
  const places = kept.map((one) => one[side])
  return !same(
    places,
    places.toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  )
}
