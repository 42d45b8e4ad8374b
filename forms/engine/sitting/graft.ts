/**
 * The new value with every part of the old one in it that has not changed, so that "the same" can be seen by
 * identity. Both are plain JSON with at most one way to each part; parts of `next` may be replaced in place.
 */
export const graft = <T>(old: unknown, next: T): T => {
  if (Object.is(old, next)) return next
  if (typeof old !== 'object' || old === null || typeof next !== 'object' || next === null) return next
  if (Array.isArray(old) !== Array.isArray(next)) return next
  const before = old as Record<string, unknown>
  const after = next as Record<string, unknown>
  const keys = Object.keys(after)
  let same = keys.length === Object.keys(before).length
  for (const key of keys) {
    if (!Object.hasOwn(before, key)) {
      same = false
      continue
    }
    const part = graft(before[key], after[key])
    if (!Object.is(part, before[key])) same = false
    if (!Object.is(part, after[key])) after[key] = part
  }
  return same ? (old as T) : next
}
