import { isBelow } from './path.ts'
import type { FormState } from './store.ts'

type Listener = () => void

/** Who waits for news: of the whole form, or of one path alone. A key in one question wakes a handful of hundreds. */
export type Listeners = {
  readonly add: (listener: Listener, path: string | undefined) => () => void
  readonly tell: (before: FormState, after: FormState, changed: string | undefined) => void
}

export function createListeners(): Listeners {
  const everywhere = new Set<Listener>()
  const byPath = new Map<string, Set<Listener>>()
  return {
    add: (listener, path) => {
      const set = path === undefined ? everywhere : (byPath.get(path) ?? new Set())
      if (path !== undefined) byPath.set(path, set)
      set.add(listener)
      return () => {
        set.delete(listener)
        if (path !== undefined && set.size === 0 && byPath.get(path) === set) byPath.delete(path)
      }
    },
    tell: (before, after, changed) => {
      const paths = newsOf(before, after)
      if (changed !== undefined) for (const path of byPath.keys()) if (touches(path, changed)) paths.add(path)
      for (const path of paths) for (const listener of byPath.get(path) ?? []) listener()
      for (const listener of everywhere) listener()
    },
  }
}

/** Paths of which something is said otherwise; what is typed there is not asked. */
function newsOf(before: FormState, after: FormState): Set<string> {
  const news = new Set<string>()
  const inOne = (some: Iterable<string>, others: { has: (path: string) => boolean }) => {
    for (const path of some) if (!others.has(path)) news.add(path)
  }
  const differ = <T>(some: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>) => {
    for (const [path, one] of some) if (others.get(path) !== one) news.add(path)
  }
  for (const part of ['hidden', 'shown'] as const) {
    if (before[part] === after[part]) continue
    inOne(before[part], after[part])
    inOne(after[part], before[part])
  }
  for (const part of ['errors', 'refused'] as const) {
    if (before[part] === after[part]) continue
    differ(before[part], after[part])
    differ(after[part], before[part])
  }
  const [old, now] = [before.result.overrides, after.result.overrides]
  if (old !== now)
    for (const path of [...Object.keys(old), ...Object.keys(now)]) if (old[path] !== now[path]) news.add(path)
  return news
}

/** Whether a change at `changed` makes what was said about `path` out of date. */
export const touches = (path: string, changed: string): boolean =>
  path === changed || isBelow(path, changed) || isBelow(changed, path)
