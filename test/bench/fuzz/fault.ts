/** Something that must never happen. */
export class Fault extends Error {}
/** Says what is wrong unless it holds. */
export const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Fault(what)
}

/** Whether all of these are texts of at most so many signs, or nothing. */
export const bounded = (texts: readonly unknown[], most: number): boolean =>
  texts.every((text) => text === undefined || (typeof text === 'string' && text.length <= most))

const isLeaf = (value: unknown): boolean =>
  typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint'
/** `internal` and `unreadable` say that something threw inside; plain data must never get there. */
export const isPlain = (value: unknown, leaf: (value: unknown) => boolean = isLeaf, depth = 0): boolean => {
  if (depth > 60) return false
  if (typeof value !== 'object' || value === null) return leaf(value)
  const proto: unknown = Object.getPrototypeOf(value)
  return (
    (proto === Object.prototype || proto === Array.prototype) &&
    Object.values(value).every((one) => isPlain(one, leaf, depth + 1))
  )
}
/** The compiler looks at a copy in JSON, the linter at what it is given: only of JSON must they say the same. */
export const isJson = (value: unknown): boolean =>
  isPlain(
    value,
    (leaf) => leaf !== undefined && isLeaf(leaf) && (typeof leaf !== 'number' || Number.isFinite(leaf)),
  )
