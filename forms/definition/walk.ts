import { isList, isText, listed } from '../logic/index.ts'
import type { Component } from './component.ts'
import { isRecord } from './record.ts'
import { isHolder, kindOf } from './types.ts'

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

/** Where components of some types keep the cells that their children stand in, and how many lists deep. */
const cells: ReadonlyMap<unknown, readonly [key: string, depth: number]> = new Map([
  ['columns', ['columns', 1]],
  ['table', ['rows', 2]],
  ['tabs', ['components', 1]],
])

/** Where a component keeps its children: `components`, the cells of `columns`, the cells of a table's `rows`. */
export const nests = (component: Component, pointer: string): readonly Nest[] => {
  const found: Nest[] = []
  const look = (value: unknown, at: string, depth: number) => {
    if (depth > 0) for (const [i, inner] of listed(value).entries()) look(inner, `${at}/${i}`, depth - 1)
    else if (isRecord(value) && isList(value['components']))
      found.push({ components: value['components'], pointer: `${at}/components` })
  }
  const [key, depth] = cells.get(component.type) ?? ['', 0]
  if (isList(component[key])) look(component[key], `${pointer}/${key}`, depth)
  else look(component, pointer, 0)
  return found
}

/** Where the cells of a component are not written as its type has them, so that what they hold would be passed by. */
export const brokenCells = (component: Component): string | undefined => {
  const [key = '', depth = 0] = cells.get(component.type) ?? []
  const isSound = (value: unknown, deep: number): boolean =>
    deep === 0 ? isRecord(value) : isList(value) && value.every((inner) => isSound(inner, deep - 1))
  return component[key] === undefined || isSound(component[key], depth) ? undefined : `/${key}`
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
      const inner = isHolder(kind) ? place : holder
      for (const nest of nests(place.component, place.pointer))
        go(nest.components, nest.pointer, place, inner)
    }
  }
  const list = definition.components
  if (isList(list)) go(list, '/components', undefined, undefined)
}
