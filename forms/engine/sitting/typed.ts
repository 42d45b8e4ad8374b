/** A step of a path: a key, or the number of a row. */
export type PathStep = string | number

const longest = { text: 2_000, steps: 40, row: 9_999 } as const

/** `members[0].name` → `['members', 0, 'name']`; undefined where no form can have such a path. */
export const stepsOf = (path: string): readonly PathStep[] | undefined => {
  if (path.length > longest.text) return undefined
  const steps = [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([text, index]) =>
    index === undefined ? text : Number(index),
  )
  const sound = steps.every((step) => typeof step === 'string' || step <= longest.row)
  return sound && steps.length <= longest.steps ? steps : undefined
}

/** What stands there now; own properties only. */
export const typedAt = (from: unknown, steps: readonly PathStep[]): unknown => {
  let at = from
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<PathStep, unknown>)[step]
  }
  return at
}

/** A copy with one value changed; `undefined` removes a key. What lies beside the path stays the same objects. */
export const withTyped = (from: unknown, steps: readonly PathStep[], value: unknown, at = 0): unknown => {
  const step = steps[at]
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list: unknown[] = Array.isArray(from) ? from.slice() : []
    list[step] = withTyped(list[step], steps, value, at + 1)
    return list
  }
  const old = typeof from === 'object' && from !== null && !Array.isArray(from) ? from : {}
  const inner = Object.hasOwn(old, step) ? (old as Record<string, unknown>)[step] : undefined
  const next = withTyped(inner, steps, value, at + 1)
  if (next !== undefined) return { ...old, [step]: next }
  const rest: Record<string, unknown> = { ...old }
  delete rest[step]
  return rest
}
