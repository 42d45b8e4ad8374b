import { cellsOf } from './model.ts'
import type { Raw } from './raw.ts'

/** Where a component stands: its list, its number there, and what holds it (`undefined`: the form itself). */
export type Place = {
  readonly list: Raw[]
  readonly index: number
  readonly raw: Raw
  readonly holder: Raw | undefined
}

/** Finds a component by its tag. */
export const placeOf = (list: Raw[], tag: string, holder?: Raw): Place | undefined => {
  for (const [index, raw] of list.entries()) {
    if (raw.tag === tag) return { list, index, raw, holder }
    for (const cell of cellsOf(raw)) {
      const found = placeOf(cell, tag, raw)
      if (found) return found
    }
  }
  return undefined
}

/** The way down to a component, itself last. */
export const wayTo = (list: readonly Raw[], tag: string): readonly Raw[] => {
  for (const raw of list) {
    if (raw.tag === tag) return [raw]
    for (const cell of cellsOf(raw)) {
      const way = wayTo(cell, tag)
      if (way.length > 0) return [raw, ...way]
    }
  }
  return []
}

/** Every component in document order, with those that hold it. */
export const everyRaw = (
  list: readonly Raw[],
  visit: (raw: Raw, above: readonly Raw[]) => void,
  above: readonly Raw[] = [],
): void => {
  for (const raw of list) {
    visit(raw, above)
    for (const cell of cellsOf(raw)) everyRaw(cell, visit, [...above, raw])
  }
}

/** The key, or the same with the first number that nothing in the form has yet. */
export const freeKey = (list: readonly Raw[], wanted: string): string => {
  const taken = new Set<string>()
  everyRaw(list, ({ key }) => taken.add(key))
  if (!taken.has(wanted)) return wanted
  const stem = wanted.replace(/\d+$/, '')
  for (let number = 2; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`
}
