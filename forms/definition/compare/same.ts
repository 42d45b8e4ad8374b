import { isRecord } from '../record.ts'

/** More than any document has; whoever sends more, or a circle, is told that something changed. */
const most = { depth: 200, values: 1_000_000 }

/** Whether two JSON values are the same, keys in any order, absent and `undefined` members alike. Never hangs. */
export const same = (a: unknown, b: unknown): boolean => alike(a, b, 0, { left: most.values })

const alike = (a: unknown, b: unknown, depth: number, budget: { left: number }): boolean => {
  if (a === b) return true
  if (depth > most.depth || --budget.left < 0) return false
  const inner = (x: unknown, y: unknown) => alike(x, y, depth + 1, budget)
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => inner(item, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => inner(own(a, key), own(b, key)))
}

/** A member of the value itself, never of `Object.prototype`. */
export const own = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined

/** A member named by steps: `validate.min`. */
export const at = (value: unknown, steps: string): unknown => steps.split('.').reduce(own, value)
