/** Answers as the engine takes them: plain JSON. */
export type Answers = Readonly<Record<string, unknown>>

type Segments = readonly (string | number)[]

/** Every question of a form reads its own path at every key; more paths than this are not drawn at once. */
const known = new Map<string, Segments>()
const most = 10_000

/** `members[0].name` → `['members', 0, 'name']`. */
export const segments = (path: string): Segments => {
  const found = known.get(path)
  if (found) return found
  const made = [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([text, index]) =>
    index === undefined ? text : Number(index),
  )
  if (known.size >= most) known.clear()
  known.set(path, made)
  return made
}

export const join = (prefix: string, key: string): string => (prefix ? `${prefix}.${key}` : key)

/** Own properties only: a key such as `__proto__` reads as absent. */
export function valueAt(answers: unknown, path: string): unknown {
  let at = answers
  for (const segment of segments(path)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, segment)) return undefined
    at = (at as Record<string | number, unknown>)[segment]
  }
  return at
}

/** `members[0].name` is below `members[0]` and `members`. */
export const isBelow = (path: string, above: string): boolean =>
  path.startsWith(above) && (path[above.length] === '.' || path[above.length] === '[')
