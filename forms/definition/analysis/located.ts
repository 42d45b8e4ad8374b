import type { Entry } from '../outline.ts'
import type { Node } from './node.ts'

/** A question, and the steps inside its answer: an option, a line of a survey. */
export type Located = { readonly entry: Entry; readonly rest: readonly string[] }

/** The question that a variable reads, also inside the rows that a list operator walks. */
export const entryAt = (
  { name, source }: Node,
  grids: readonly (Entry | undefined)[],
): { readonly entry: Entry; readonly rest: readonly string[] } | undefined => {
  if (name !== 'var' || !source) return undefined
  if (source.kind === 'answer') return inside(source.entry, source.rest)
  const grid = source.kind === 'element' ? grids[source.depth - 1] : undefined
  const [key, ...rest] = source.kind === 'element' ? source.rest : []
  const found = grid?.inside.get(key ?? '')
  return found && inside(found, rest)
}

/** From a grid on to the column that is read in one of its rows. */
const inside = (entry: Entry, rest: readonly string[]): Located => {
  const [row, key, ...more] = rest
  const cell =
    entry.kind === 'grid' && row !== undefined && /^\d+$/.test(row) ? entry.inside.get(key ?? '') : undefined
  return cell ? inside(cell, more) : { entry, rest }
}
