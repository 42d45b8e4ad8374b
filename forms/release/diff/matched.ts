import { canonical } from '../canonical.ts'
import { isRecord, own } from './same.ts'
import { nameOf } from './show.ts'

export type Matched = {
  readonly id: string
  /** Index in the older and in the newer list; one may be absent, never both. */
  readonly a?: number
  readonly b?: number
}

const identities = [
  'id',
  'key',
  'code',
  'pointer',
  'item',
  'role',
  'level',
  'title',
  'name',
  'value',
] as const

/**
 * Pairs the entries of two lists by what they are, never by where they stand: by the first of id, key, code …
 * that names every entry of both lists once, else by content. Order: as in the newer list, then what was removed.
 */
export const matched = (a: readonly unknown[], b: readonly unknown[]): readonly Matched[] => {
  const identity = identities.find((name) => names(name, a) && names(name, b))
  const idOf = identity === undefined ? content() : () => (entry: unknown) => String(own(entry, identity))
  const pairs = pair(a.map(idOf()), b.map(idOf()))
  return identity === undefined ? withNameless(pairs, a, b) : pairs
}

/** Pairs two lists of ids that are unique within their list. */
export const pair = (a: readonly string[], b: readonly string[]): readonly Matched[] => {
  const before = new Map(a.map((id, i) => [id, i]))
  const after = new Set(b)
  const standing = b.map((id, i) => {
    const old = before.get(id)
    return old === undefined ? { id, b: i } : { id, a: old, b: i }
  })
  const gone = a.flatMap((id, i) => (after.has(id) ? [] : [{ id, a: i }]))
  return [...standing, ...gone]
}

/** Entries that nothing names (the alternatives of a condition) and that changed: paired in order if as many came as went. */
const withNameless = (
  pairs: readonly Matched[],
  a: readonly unknown[],
  b: readonly unknown[],
): readonly Matched[] => {
  const gone = pairs.filter((one) => one.b === undefined)
  const came = pairs.filter((one) => one.a === undefined)
  const nameless = (entry: unknown) => isRecord(entry) && nameOf(entry) === undefined
  const all = [...gone.map((one) => a[one.a ?? 0]), ...came.map((one) => b[one.b ?? 0])]
  if (gone.length === 0 || gone.length !== came.length || !all.every(nameless)) return pairs
  let next = 0
  return pairs.flatMap((one): Matched[] => {
    if (one.b === undefined) return []
    const old = one.a === undefined ? gone[next++]?.a : one.a
    return [old === undefined ? one : { ...one, a: old }]
  })
}

/** Whether those that stand in both lists have another order now. */
export const reordered = (pairs: readonly Matched[]): boolean => {
  const old = pairs.flatMap(({ a, b }) => (a === undefined || b === undefined ? [] : [a]))
  return old.some((at, i) => i > 0 && at < (old[i - 1] ?? -1))
}

const names = (name: string, list: readonly unknown[]): boolean => {
  const ids = list.map((entry) => own(entry, name))
  return (
    ids.every((id) => typeof id === 'string' || typeof id === 'number') && new Set(ids).size === ids.length
  )
}

/** The text of the entry (a list inside in any order), and its how-manieth copy: equal entries pair up one by one. */
const content = () => () => {
  const seen = new Map<string, number>()
  return (entry: unknown): string => {
    const text = canonical(Array.isArray(entry) ? entry.map((one) => canonical(one)).sort() : (entry ?? null))
    const copy = (seen.get(text) ?? 0) + 1
    seen.set(text, copy)
    return `${text}#${copy}`
  }
}
