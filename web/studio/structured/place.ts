/** The way to a value inside a document: member names and list positions. */
export type Place = readonly (string | number)[]

/** The value at a place; undefined where there is none. */
export const valueAt = (document: unknown, place: Place): unknown =>
  place.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    document,
  )

/** A copy with another value at a place; `undefined` takes the member out. What stands around it is kept as it was. */
export const withValue = (document: unknown, place: Place, value: unknown): unknown => {
  const [step, ...rest] = place
  if (step === undefined) return value
  if (Array.isArray(document)) {
    const copy = [...document]
    copy[Number(step)] = withValue(copy[Number(step)], rest, value)
    return copy
  }
  const members = typeof document === 'object' && document !== null ? Object.entries(document) : []
  const next = withValue(valueAt(document, [step]), rest, value)
  const found = members.some(([name]) => name === step)
  const all = found
    ? members.map(([name, old]) => [name, name === step ? next : old] as const)
    : [...members, [String(step), next] as const]
  return Object.fromEntries(all.filter(([, one]) => one !== undefined))
}

/** A copy in which an entry of a list is gone. */
export const withoutEntry = (document: unknown, list: Place, index: number): unknown =>
  withValue(document, list, entriesAt(document, list).toSpliced(index, 1))

/** A copy in which an entry of a list stands one further up (`by` -1) or down (1). */
export const withMoved = (document: unknown, list: Place, index: number, by: -1 | 1): unknown => {
  const entries = [...entriesAt(document, list)]
  const [one, other] = [entries[index], entries[index + by]]
  if (index + by < 0 || index + by >= entries.length) return document
  entries[index] = other
  entries[index + by] = one
  return withValue(document, list, entries)
}

export const entriesAt = (document: unknown, list: Place): readonly unknown[] => {
  const found = valueAt(document, list)
  return Array.isArray(found) ? found : []
}

/** `['rows', 0, 'from']` → `/rows/0/from`. */
export const pointerOf = (place: Place): string =>
  place.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** `/rows/0/from` → `['rows', '0', 'from']`. */
export const placeOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
