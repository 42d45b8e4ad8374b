/** Answers as the engine takes them: plain JSON. */
export type Answers = Readonly<Record<string, unknown>>

/** `members[0].name` → `['members', 0, 'name']`. */
export const segments = (path: string): readonly (string | number)[] =>
  [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([text, index]) =>
    index === undefined ? text : Number(index),
  )

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

/** A copy with one value changed; `undefined` removes the key. Untouched branches stay the same objects. */
export function withValue(answers: Answers, path: string, value: unknown): Answers {
  return put(answers, segments(path), value) as Answers
}

function put(at: unknown, [head, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (head === undefined) return value
  if (typeof head === 'number') {
    const list = Array.isArray(at) ? [...at] : []
    list[head] = put(list[head], rest, value)
    return list
  }
  const old = typeof at === 'object' && at !== null && !Array.isArray(at) ? at : {}
  const next = put(Object.hasOwn(old, head) ? (old as Record<string, unknown>)[head] : undefined, rest, value)
  const { [head]: _, ...others } = old as Record<string, unknown>
  return next === undefined ? others : { ...old, [head]: next }
}
