import { isRecord } from '../../definition/index.ts'
import { emptyAnswers } from '../frame.ts'

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

/**
 * A copy with one value changed; `undefined` removes a key. What lies beside the path stays the same objects.
 * `names` are the keys of `from`, for callers that know them: hundreds take longer to list than to copy.
 */
export const withTyped = (
  from: unknown,
  steps: readonly PathStep[],
  value: unknown,
  names?: readonly string[],
  at = 0,
): unknown => {
  const step = steps[at]
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list: unknown[] = Array.isArray(from) ? from.slice() : []
    list[step] = withTyped(list[step], steps, value, undefined, at + 1)
    return list
  }
  const old = isRecord(from) ? from : {}
  const inner = Object.hasOwn(old, step) ? old[step] : undefined
  const next = withTyped(inner, steps, value, undefined, at + 1)
  // Only a literal can have a key of this name.
  if (step === '__proto__' || Object.hasOwn(old, '__proto__')) return { ...old, [step]: next }
  const keys = names ?? Object.keys(old)
  const copy = emptyAnswers(keys.length)
  for (const name of keys) if (name !== step || next !== undefined) copy[name] = old[name]
  if (next !== undefined) copy[step] = next
  return copy
}
