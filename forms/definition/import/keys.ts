import { textual } from '../../logic/index.ts'
import type { Component } from '../component.ts'
import { holdsValue } from '../outline.ts'
import { kindOf } from '../types.ts'
import { type Place, walk } from '../walk.ts'
import type { Notes, Origin } from './report.ts'

/** A component that answers under another key than it had: both places, without row numbers. */
export type Renaming = {
  readonly component: object
  /** Its own key before. */
  readonly key: string
  readonly from: string
  readonly to: string
}

const good = /^[A-Za-z][\w-]{0,99}$/
const isGood = (key: string): boolean => good.test(key) && !(key in {}) && key !== 'prototype'

/**
 * Gives every component a key that our profile takes and that nothing else in the same place has. Keys of layout
 * components mean nothing to answers or rules; for the others the report says what changed.
 */
export const parted = (
  components: readonly Component[],
  origins: ReadonlyMap<object, Origin>,
  notes: Notes,
): readonly Renaming[] => {
  const used = new Map<Place | undefined, Set<string>>()
  const layouts: Place[] = []
  const values: Place[] = []
  const all: Place[] = []
  walk({ components }, (place) => {
    const { component, holder } = place
    all.push(place)
    if (holdsValue(kindOf(component.type) ?? 'static')) values.push(place)
    else if (component.key || component.conditional || component.logic) layouts.push(place)
    if (!used.has(holder)) used.set(holder, new Set())
    return undefined
  })
  const free = (keys: Set<string>, wanted: string): string => {
    let key = wanted
    for (let n = 2; keys.has(key); n++) key = `${wanted.slice(0, 90)}_${n}`
    return key
  }
  const keep = ({ component, holder }: Place): boolean => {
    const keys = used.get(holder) ?? new Set()
    if (typeof component.key !== 'string' || !isGood(component.key) || keys.has(component.key)) return false
    keys.add(component.key)
    return true
  }
  const changed = new Map<object, { readonly from: string; readonly twice: boolean }>()
  const rest = values.filter((place) => !keep(place))
  for (const { component, holder } of rest) {
    const from = typeof component.key === 'string' ? component.key : ''
    const keys = used.get(holder) ?? new Set()
    const key = free(keys, made(from))
    keys.add(key)
    Object.assign(component, { key })
    changed.set(component, { from, twice: isGood(from) })
    const origin = origins.get(component)
    if (origin)
      notes.change(origin, '/key', 'key', words(origin, from, key), from !== '' && !isGood(from), from, key)
  }
  for (const place of layouts)
    if (!keep(place)) {
      const keys = used.get(place.holder) ?? new Set()
      const key = free(keys, made(textual(place.component.key ?? '')))
      keys.add(key)
      Object.assign(place.component, { key })
    }
  return renamings(all, changed)
}

const words = ({ label }: Origin, from: string, key: string): string =>
  from === ''
    ? `「${label}」没有键（key），给它起名「${key}」。`
    : isGood(from)
      ? `「${label}」和同一层的另一个问题共用键「${from}」，现在改名为「${key}」，两个答案分开记录；引用「${from}」的规则只看前一个，请核对。`
      : `「${label}」的键「${from.slice(0, 60)}」不合规，改名为「${key}」，引用它的规则也已改好。`

const made = (from: string): string => {
  const plain = from
    .replaceAll(/[^\w-]+/g, '_')
    .replaceAll(/^[_-]+|[_-]+$/g, '')
    .slice(0, 90)
  return isGood(plain) ? plain : plain === '' ? 'field' : `field_${plain}`
}

/** Old and new paths of everything whose own key, or whose holder's, has changed; twins keep their path's first owner. */
const renamings = (
  places: readonly Place[],
  changed: ReadonlyMap<object, { readonly from: string; readonly twice: boolean }>,
): readonly Renaming[] => {
  if (changed.size === 0) return []
  const paths = new Map<Place | undefined, readonly [string, string]>()
  const list: Renaming[] = []
  for (const place of places) {
    const { component, holder } = place
    if (!holdsValue(kindOf(component.type) ?? 'static')) continue
    const [from, to] = paths.get(holder) ?? ['', '']
    const change = changed.get(component)
    const key = component.key ?? ''
    const old = `${from}${change?.from ?? key}`
    const now = `${to}${key}`
    paths.set(place, [`${old}.`, `${now}.`])
    if (old !== now && !change?.twice && change?.from !== '')
      list.push({ component, key: change?.from ?? key, from: old, to: now })
  }
  return list
}
