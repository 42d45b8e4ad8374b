import { type Definition, walk } from '#forms/definition'
import type { Drawn } from '../../designer/protocol.ts'

const flat = (list: readonly Drawn[]): readonly Drawn[] =>
  list.flatMap((drawn) => [drawn, ...(drawn.cells ?? []).flatMap(({ components }) => flat(components))])

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
