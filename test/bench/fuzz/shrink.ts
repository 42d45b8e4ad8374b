import type { Subject } from './examine.ts'
import { frozen } from './junk.ts'

type Step = (json: unknown) => unknown

/** A copy without the part at `path`; the part itself in place of the whole with `lift`. */
const without = (json: unknown, path: readonly string[]): unknown => {
  const [key, ...rest] = path
  if (key === undefined || typeof json !== 'object' || json === null) return json
  if (Array.isArray(json))
    return rest.length === 0
      ? json.filter((_, i) => String(i) !== key)
      : json.map((one: unknown, i) => (String(i) === key ? without(one, rest) : one))
  const copy: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(json))
    if (name !== key || rest.length > 0)
      Object.defineProperty(copy, name, {
        value: name === key ? without(inner, rest) : inner,
        enumerable: true,
        configurable: true,
        writable: true,
      })
  return copy
}

/** Paths of every part, from the outside in; at most 2,000, so that circles end. */
const paths = (json: unknown): readonly (readonly string[])[] => {
  const found: (readonly string[])[] = [[]]
  const parts: unknown[] = [json]
  for (let i = 0; i < parts.length && found.length < 2_000; i++) {
    const part = parts[i]
    if (typeof part !== 'object' || part === null) continue
    for (const key of Object.keys(part).slice(0, 60)) {
      found.push([...(found[i] ?? []), key])
      parts.push((part as Record<string, unknown>)[key])
    }
  }
  return found.slice(1)
}

/** Leaves parts away for as long as the case fails as before; at most 10 seconds. */
export const shrink = (subject: Subject, fails: (subject: Subject) => boolean): Subject => {
  const until = performance.now() + 10_000
  let best = subject
  let smaller = true
  while (smaller && performance.now() < until) {
    smaller = false
    for (const part of ['definition', 'newer', 'decisions', 'answers', 'strokes'] as const) {
      // From the end, so that the paths that are still to come stay right.
      const steps: readonly Step[] = paths(best[part]).map((path) => (json) => without(json, path))
      for (const step of steps.toReversed().concat(steps)) {
        if (performance.now() > until) return best
        const next = { ...best, [part]: frozen(step(best[part])) } as Subject
        if (paths(next[part]).length >= paths(best[part]).length || !fails(next)) continue
        best = next
        smaller = true
      }
    }
  }
  return best
}
