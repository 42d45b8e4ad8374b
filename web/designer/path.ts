type Record_ = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path like `validate.required`; only of the value itself. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (one, step) => (isRecord(one) && Object.hasOwn(one, step) ? one[step] : undefined),
      value,
    )

/** Whether a setting says nothing: builders leave such behind. `false` may say something. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0)

/** The same object with a setting written, or taken out where it says nothing. What becomes empty by that goes with it. */
export const put = (into: Record_, path: string, value: unknown): Record_ => {
  const [step = '', ...rest] = path.split('.')
  const before = Object.hasOwn(into, step) ? into[step] : undefined
  const next = rest.length === 0 ? value : put(isRecord(before) ? before : {}, rest.join('.'), value)
  if (!isEmpty(next)) return { ...into, [step]: next }
  if (!Object.hasOwn(into, step)) return into
  const { [step]: _, ...others } = into
  return others
}

/** Whether two JSON values are alike; absent and empty settings too. */
export const alike = (a: unknown, b: unknown): boolean => {
  if (a === b || (isEmpty(a) && isEmpty(b))) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, index) => alike(one, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => alike(at(a, name), at(b, name)))
}
