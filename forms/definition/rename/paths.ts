import type { Entry, Outline } from '../outline.ts'
import { isHolder } from '../types.ts'

/** The keys of a form before and after: the same components in the same order. */
export type Keys = {
  readonly before: Outline
  readonly after: Outline
  /** How many references were changed. */
  changed: number
}

/** What stands at one place, by old keys; undefined: nothing is known there. */
export type Level = ReadonlyMap<string, Entry> | undefined

/** A path in which every known step has its new key, and what it leads to. */
type Found = { readonly steps: readonly string[]; readonly inside: Level }

const isRow = (step: string): boolean => step === '[]' || /^\d{1,4}$/.test(step)

/** `members[0]` is a key and its row. */
const row = /^(.*?)((?:\[\d*\])*)$/

export const newKeyOf = ({ index, key }: Entry, { after }: Keys): string => after.entries[index]?.key ?? key

/** Follows steps down through containers and rows; from what is no holder on they are values and stay. */
export const follow = (level: Level, steps: readonly string[], keys: Keys): Found => {
  const done: string[] = []
  let at = level
  for (const [i, step] of steps.entries()) {
    const [, key = step, rows = ''] = row.exec(step) ?? []
    const entry = at?.get(key)
    if (!entry) {
      // A row of the grid before it stays in that grid.
      if (isRow(step) && i > 0 && at) {
        done.push(step)
        continue
      }
      return { steps: [...done, ...steps.slice(i)], inside: undefined }
    }
    done.push(newKeyOf(entry, keys) + rows)
    at = isHolder(entry.kind) ? entry.inside : undefined
    if (!at && i + 1 < steps.length) return { steps: [...done, ...steps.slice(i + 1)], inside: undefined }
  }
  return { steps: done, inside: at }
}

/** A text with dots; counts it where it changed. */
export const followPath = (level: Level, path: string, keys: Keys): string => {
  const next = follow(level, path.split('.'), keys).steps.join('.')
  if (next !== path) keys.changed++
  return next
}
