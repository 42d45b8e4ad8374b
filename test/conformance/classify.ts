import { type Entry, type Outline, outline } from '#forms/definition'
import type { Difference, Findings } from './compare.ts'
import { readsOf, touches } from './dependence.ts'
import { differences } from './differences.ts'

/** A difference and the row of the table that it belongs to; without one it is not meant. */
export type Classified = { readonly difference: Difference; readonly id: string | undefined }

/** The row of a difference that is only the effect of another one: its rules read a value that differs. */
export const follows = 'follows'

const reading = new WeakMap<object, ReturnType<typeof readsOf>>()
const readsIn = (definition: object, outlined: () => Outline): ReturnType<typeof readsOf> => {
  const known = reading.get(definition)
  if (known) return known
  const made = readsOf(outlined())
  reading.set(definition, made)
  return made
}

/** Finds the row of every difference of one trial: the first that applies; what is left may follow from those. */
export const classify = (
  definition: object,
  { differences: found, silent }: Findings,
): readonly Classified[] => {
  if (found.length === 0) return []
  const direct = found.map((difference) => ({
    difference,
    id: differences.find(({ applies }) => applies(difference))?.id,
  }))
  const reads = readsIn(definition, () => outline(definition as never))
  const known = new Set([
    ...silent,
    ...direct.flatMap(({ id, difference: { entry } }) => (id && entry ? [entry.pointer] : [])),
  ])
  const all = [...reads.keys()]
  const causes = (): readonly Entry[] => all.filter((entry) => known.has(entry.pointer))
  let result: readonly Classified[] = direct
  for (let round = 0; round < 10; round++) {
    const before = known.size
    const roots = causes()
    result = result.map((one) => {
      const { entry } = one.difference
      const mine = entry && all.find(({ pointer }) => pointer === entry.pointer)
      if (one.id || !mine) return one
      const hollow = one.difference.ourCodes.includes('required') && mine.inside.size > 0
      const caused =
        (hollow && roots.some((root) => touches(root, mine))) ||
        [...(reads.get(mine) ?? [])].some((read) => roots.some((root) => touches(read, root)))
      if (!caused) return one
      known.add(mine.pointer)
      return { ...one, id: follows }
    })
    if (known.size === before) break
  }
  return result
}
