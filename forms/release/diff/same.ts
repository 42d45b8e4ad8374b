/** Whether two JSON values are the same, keys in any order, absent and `undefined` members alike. */
export const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => same(item, b[i]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => same(own(a, key), own(b, key)))
}

export type Json = { readonly [key: string]: unknown }

export const isRecord = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** A member of the document itself, never of `Object.prototype`. */
export const own = (record: unknown, key: string): unknown =>
  isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined

/** The own member if it is a list, else an empty one: a draft may hold anything. */
export const listIn = (record: unknown, key: string): readonly unknown[] => {
  const value = own(record, key)
  return Array.isArray(value) ? value : []
}

export const textIn = (record: unknown, key: string): string | undefined => {
  const value = own(record, key)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const keysOf = (record: unknown): readonly string[] => (isRecord(record) ? Object.keys(record) : [])
