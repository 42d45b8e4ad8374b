import type { Attribute, Item } from './attribute.ts'
import { field } from './attribute.ts'
import type { Path } from './expression.ts'

/** The value at a document path, or undefined where the path leads nowhere. */
export function at(item: Item, path: Path): Attribute | undefined {
  let value: Attribute | undefined = { M: item }
  for (const step of path) {
    if (value === undefined) return undefined
    value = typeof step === 'number' ? value.L?.[step] : value.M && field(value.M, step)
  }
  return value
}

interface Wanted {
  whole: boolean
  readonly steps: Map<string | number, Wanted>
}

/** The part of an item that the paths name; chosen list elements close up in their order. */
export function project(item: Item, paths: readonly Path[]): Item {
  const root: Wanted = { whole: false, steps: new Map() }
  for (const path of paths) {
    let node = root
    for (const step of path) {
      const next = node.steps.get(step) ?? { whole: false, steps: new Map() }
      node.steps.set(step, next)
      node = next
    }
    node.whole = true
  }
  return pick({ M: item }, root)?.M ?? {}
}

function pick(value: Attribute, wanted: Wanted): Attribute | undefined {
  if (wanted.whole) return value
  if (value.M !== undefined) {
    const kept: Item = {}
    for (const [step, inner] of wanted.steps) {
      const child = typeof step === 'string' ? field(value.M, step) : undefined
      const picked = child && pick(child, inner)
      if (picked !== undefined) kept[step] = picked
    }
    return Object.keys(kept).length === 0 ? undefined : { M: kept }
  }
  if (value.L === undefined) return undefined
  const indexes = [...wanted.steps.keys()].filter((step) => typeof step === 'number').sort((a, b) => a - b)
  const kept = indexes.flatMap((index) => {
    const child = value.L?.[index]
    return (child && pick(child, wanted.steps.get(index) as Wanted)) ?? []
  })
  return kept.length === 0 ? undefined : { L: kept }
}
