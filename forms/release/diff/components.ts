import { pointer } from '../canonical.ts'
import { isRecord, type Json, listIn, textIn } from './same.ts'

/** One component of a definition and where it stands. */
export type Placed = {
  /** `data:` and the path of its answer, or `layout:` and its own key. */
  readonly id: string
  readonly component: Json
  readonly pointer: string
  /** Id of the component it stands in; empty at the top. */
  readonly parent: string
  readonly layout: boolean
  /** Questions below it. */
  readonly questions: number
}

const layouts: ReadonlySet<string> = new Set(
  'panel columns table tabs well fieldset content htmlelement button'.split(' '),
)
const nests = new Set(['container', 'datagrid', 'editgrid'])

/**
 * Every component of a definition by what it is: a question by the path of its answer, so that moving it to another
 * panel is a move and not another question. Reads drafts too: what is no component is passed over.
 */
export const placed = (definition: unknown): ReadonlyMap<string, Placed> => {
  const found = new Map<string, Placed>()
  const visit = (entry: unknown, at: string, parent: string, prefix: string, depth: number): number => {
    if (!isRecord(entry) || depth > 32) return 0
    const type = textIn(entry, 'type') ?? ''
    const layout = layouts.has(type)
    const key = textIn(entry, 'key') ?? type
    const id = unused(found, layout ? `layout:${key}` : `data:${prefix}${key}`)
    const seat: { -readonly [K in keyof Placed]: Placed[K] } = {
      id,
      component: entry,
      pointer: at,
      parent,
      layout,
      questions: 0,
    }
    found.set(id, seat)
    const below = nests.has(type) ? `${prefix}${key}.` : prefix
    for (const [child, place] of children(entry, type, at)) {
      seat.questions += visit(child, place, id, below, depth + 1)
    }
    return seat.questions + (layout ? 0 : 1)
  }
  for (const [i, entry] of listIn(definition, 'components').entries()) {
    visit(entry, pointer('/definition/components', i), '', '', 0)
  }
  return found
}

/** The components inside one, with their pointers: Form.io keeps them in four different ways. */
const children = (component: Json, type: string, at: string): readonly (readonly [unknown, string])[] => {
  const inside = (holder: unknown, place: string) =>
    listIn(holder, 'components').map((child, i) => [child, pointer(`${place}/components`, i)] as const)
  if (type === 'columns') {
    return listIn(component, 'columns').flatMap((column, i) => inside(column, `${at}/columns/${i}`))
  }
  if (type === 'tabs') {
    return listIn(component, 'components').flatMap((tab, i) => inside(tab, `${at}/components/${i}`))
  }
  if (type === 'table') {
    return listIn(component, 'rows').flatMap((row, i) =>
      (Array.isArray(row) ? row : []).flatMap((cell, j) => inside(cell, `${at}/rows/${i}/${j}`)),
    )
  }
  return inside(component, at)
}

/** A draft may use a key twice; the second is told apart by its number. */
const unused = (found: ReadonlyMap<string, Placed>, id: string): string => {
  for (let copy = 2, name = id; ; copy++) {
    if (!found.has(name)) return name
    name = `${id}#${copy}`
  }
}
