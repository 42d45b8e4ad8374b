import type { Component } from '../component.ts'
import { holdsValue } from '../outline.ts'
import { kindOf } from '../types.ts'
import { type Place, walk } from '../walk.ts'

/**
 * Gives layout components that share a key with something else in the same place a key of their own. Their keys
 * mean nothing to answers or rules, so nothing else changes.
 */
export const parted = (components: readonly Component[]): void => {
  const used = new Map<Place | undefined, Set<string>>()
  const layouts: Place[] = []
  walk({ components }, (place) => {
    const keys = used.get(place.holder) ?? new Set()
    used.set(place.holder, keys)
    if (holdsValue(kindOf(place.component.type) ?? 'static')) keys.add(place.component.key ?? '')
    else if (place.component.key) layouts.push(place)
    return undefined
  })
  for (const { component, holder } of layouts) {
    const keys = used.get(holder)
    const plain = component.key ?? ''
    let key = plain
    for (let n = 2; keys?.has(key); n++) key = `${plain.slice(0, 90)}_${n}`
    keys?.add(key)
    if (key !== plain) Object.assign(component, { key })
  }
}
