import { isText } from '../logic/index.ts'
import type { Component } from './component.ts'
import { type Kind, kindOf } from './types.ts'
import { type Place, walk } from './walk.ts'

/** One component of a form with its place in the whole; `index` is its number in document order. */
export type Entry = {
  readonly index: number
  readonly component: Component
  readonly kind: Kind
  readonly key: string
  readonly path: string
  readonly pointer: string
  readonly label: string
  readonly parent: Entry | undefined
  /** The nearest container or grid above; undefined: the form itself. */
  readonly holder: Entry | undefined
  /** With a container or grid: what it holds, by key (layout components too). */
  readonly inside: Map<string, Entry>
}

export type Outline = {
  readonly entries: readonly Entry[]
  readonly root: ReadonlyMap<string, Entry>
  readonly byKey: ReadonlyMap<string, readonly Entry[]>
}

/** What people call a component: its label without markup, else its key. */
export const labelOf = (component: Component, key: string): string => {
  for (const text of [component.label, component['legend'], component['title']])
    if (isText(text) && text.trim() !== '') return text.trim().slice(0, 80)
  return key.slice(0, 100)
}

/** The list of supported components in document order. Components of unknown type are left out, with what they hold. */
export const outline = (definition: { readonly components?: unknown }): Outline => {
  const entries: Entry[] = []
  const root = new Map<string, Entry>()
  const byKey = new Map<string, Entry[]>()
  const entryOf = new Map<Place, Entry>()
  walk(definition, (place) => {
    const kind = kindOf(place.component.type)
    if (!kind) return false
    const key = isText(place.component.key) ? place.component.key : ''
    const holder = place.holder && entryOf.get(place.holder)
    const entry: Entry = {
      index: entries.length,
      component: place.component,
      kind,
      key,
      path: place.path,
      pointer: place.pointer,
      label: labelOf(place.component, key),
      parent: place.parent && entryOf.get(place.parent),
      holder,
      inside: new Map(),
    }
    entries.push(entry)
    entryOf.set(place, entry)
    const siblings = holder ? holder.inside : root
    if (key !== '' && !siblings.has(key)) siblings.set(key, entry)
    const same = byKey.get(key)
    if (same) same.push(entry)
    else byKey.set(key, [entry])
    return undefined
  })
  return { entries, root, byKey }
}

export const holdsValue = (kind: Kind): boolean => kind !== 'layout' && kind !== 'static'
