import { isList, isText } from '../logic/index.ts'
import type { Component } from './component.ts'
import { isRecord } from './record.ts'
import { kindOf } from './types.ts'

/** A component where it stands. */
export type Place = {
  readonly component: Component
  /** JSON pointer into the definition. */
  readonly pointer: string
  /** Data path without row numbers; a layout component's path is its key beside its siblings' values. */
  readonly path: string
  readonly parent: Place | undefined
  /** The nearest container or grid above, whose object (or row) holds this value. */
  readonly holder: Place | undefined
  /** How many components stand above. */
  readonly depth: number
}

/** A list of components inside a component, and the pointer to it. */
export type Nest = { readonly components: readonly unknown[]; readonly pointer: string }

/** No form is walked deeper than this, so that hostile nesting cannot exhaust the stack. */
const deepest = 40

/** Where a component keeps its children: `components`, the cells of `columns`, the cells of a table's `rows`. */
export const nests = (component: Component, pointer: string): readonly Nest[] => {
  if (component.type === 'columns' && isList(component['columns']))
    return component['columns'].flatMap((column: unknown, i) =>
      isRecord(column) && isList(column['components'])
        ? [{ components: column['components'], pointer: `${pointer}/columns/${i}/components` }]
        : [],
    )
  if (component.type === 'table' && isList(component['rows']))
    return component['rows'].flatMap((row: unknown, i) =>
      isList(row)
        ? row.flatMap((cell: unknown, j) =>
            isRecord(cell) && isList(cell['components'])
              ? [{ components: cell['components'], pointer: `${pointer}/rows/${i}/${j}/components` }]
              : [],
          )
        : [],
    )
  if (component.type === 'tabs' && isList(component.components))
    return component.components.flatMap((tab: unknown, i) =>
      isRecord(tab) && isList(tab['components'])
        ? [{ components: tab['components'], pointer: `${pointer}/components/${i}/components` }]
        : [],
    )
  return isList(component.components)
    ? [{ components: component.components, pointer: `${pointer}/components` }]
    : []
}

/**
 * Visits every component in document order, parents first. `visit` returns false to leave out what
 * stands inside, 'stop' to end the walk.
 * Never throws on any JSON; entries that are no objects are passed by (the linter names them).
 */
export const walk = (
  definition: { readonly components?: unknown },
  visit: (place: Place) => boolean | undefined | 'stop',
): void => {
  let stopped = false
  const go = (
    list: readonly unknown[],
    pointer: string,
    parent: Place | undefined,
    holder: Place | undefined,
  ) => {
    for (let i = 0; i < list.length && !stopped; i++) {
      const component = list[i]
      if (!isRecord(component)) continue
      const key = isText(component['key']) ? component['key'] : ''
      const place: Place = {
        component: component as Component,
        pointer: `${pointer}/${i}`,
        path: holder ? `${holder.path}.${key}` : key,
        parent,
        holder,
        depth: parent ? parent.depth + 1 : 0,
      }
      const said = visit(place)
      if (said === 'stop') stopped = true
      if (said === false || said === 'stop' || place.depth >= deepest) continue
      const kind = kindOf(component['type'])
      const inner = kind === 'container' || kind === 'grid' ? place : holder
      for (const nest of nests(place.component, place.pointer))
        go(nest.components, nest.pointer, place, inner)
    }
  }
  const list = definition.components
  if (isList(list)) go(list, '/components', undefined, undefined)
}
