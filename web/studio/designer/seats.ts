import { type Definition, type Rename, walk } from '#forms/definition'
import type { Drawn } from '../../designer/protocol.ts'

const flat = (list: readonly Drawn[]): readonly Drawn[] =>
  list.flatMap((drawn) => [drawn, ...(drawn.cells ?? []).flatMap(({ components }) => flat(components))])

/** Which components of a definition have another key than they had before somebody drew, by where they stand now. */
export const renamesIn = (
  definition: Definition,
  before: readonly Drawn[],
  drawing: readonly Drawn[],
): readonly Rename[] => {
  const keys = new Map(flat(before).map(({ tag, key }) => [tag, key]))
  const drawn = flat(drawing)
  const found: Rename[] = []
  let number = 0
  walk(definition, ({ component, pointer, depth }) => {
    if (depth === 0 && definition.display === 'wizard' && component.type !== 'panel') return false
    const one = drawn[number++]
    const from = one && keys.get(one.tag)
    // A component without a key has one here that only the drawing knows.
    const known = one?.key === component.key && from !== undefined && !from.startsWith('no-key-')
    if (known && from !== component.key) found.push({ pointer, from })
    return undefined
  })
  return found
}

/**
 * The tag of the component at (or nearest above) a place of a definition. The drawing is what the definition was made
 * of: the same components in the same order, without what stands beside the pages of a wizard.
 */
export const tagAt = (
  definition: Definition,
  drawing: readonly Drawn[],
  pointer: string,
): string | undefined => {
  const tags = flat(drawing)
  let number = 0
  let found: string | undefined
  walk(definition, ({ component, pointer: at, depth }) => {
    if (depth === 0 && definition.display === 'wizard' && component.type !== 'panel') return false
    const tag = tags[number++]?.tag
    if (pointer === at || pointer.startsWith(`${at}/`)) found = tag
    return undefined
  })
  return found
}
