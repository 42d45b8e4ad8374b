import { pointer } from '../canonical.ts'
import { isRecord, own, same } from '../diff/same.ts'
import { mergeLists } from './lists.ts'

/** Two people gave one place another value. A value is `undefined` where the member is missing. */
export type MergeConflict = {
  /**
   * JSON pointer of the place, the same whatever is chosen here or elsewhere: it leads into the merged document where
   * every entry stands that is asked about, be it taken out or not.
   */
  readonly pointer: string
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

export type Side = 'mine' | 'theirs'

export type Merged = { readonly document: unknown; readonly conflicts: readonly MergeConflict[] }

/** What a merge carries along: the conflicts so far, and whose value stands where both changed. */
export type Merging = {
  readonly found: (conflict: MergeConflict) => void
  readonly choose: (pointer: string) => Side
}

/**
 * Brings together what two people made of one document: what only one of them changed is taken from that one, what
 * both changed in the same way too. Entries of a list are paired by what they are, as in `diff`. Where both changed
 * one place differently there is a conflict, and `choose` says by its pointer whose value stands in the document
 * meanwhile. Nothing of either side is lost: it is in the document or in a conflict. Any JSON is accepted.
 */
export const merge = (
  base: unknown,
  mine: unknown,
  theirs: unknown,
  choose: (pointer: string) => Side = () => 'mine',
): Merged => {
  const conflicts: MergeConflict[] = []
  const document = mergeValues(base, mine, theirs, '', {
    found: (conflict) => conflicts.push(conflict),
    choose,
  })
  return { document, conflicts }
}

/** The value of one place, as `merge` has it. */
export const mergeValues = (
  base: unknown,
  mine: unknown,
  theirs: unknown,
  at: string,
  merging: Merging,
): unknown => {
  if (same(mine, theirs) || same(base, theirs)) return mine
  if (same(base, mine)) return theirs
  if (isRecord(mine) && isRecord(theirs)) return mergeMembers(base, mine, theirs, at, merging)
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const list = mergeLists(Array.isArray(base) ? base : [], mine, theirs, at, merging)
    if (list !== undefined) return list
  }
  merging.found({ pointer: at, base, mine, theirs })
  return merging.choose(at) === 'mine' ? mine : theirs
}

const mergeMembers = (
  base: unknown,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
  at: string,
  merging: Merging,
): unknown => {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
  const members = names.map((name) => [
    name,
    mergeValues(own(base, name), own(mine, name), own(theirs, name), pointer(at, name), merging),
  ])
  return Object.fromEntries(members.filter(([, value]) => value !== undefined))
}
