import { hasText, textual } from '../../logic/index.ts'
import type { Component } from '../component.ts'
import { type Entry, holdsValue, type Outline, outline } from '../outline.ts'
import { type Kind, kindOf, limits } from '../types.ts'
import { type Place, walk } from '../walk.ts'
import { own } from './same.ts'

/** One component of a form and where it stands. */
export type Seat = {
  /** `data:` and the path of its answer, or `layout:` and its own key. */
  readonly id: string
  readonly component: Component
  /** Undefined for a type that the profile does not know: drafts are compared too. */
  readonly kind: Kind | undefined
  readonly label: string
  readonly path: string
  readonly pointer: string
  readonly above: Seat | undefined
  readonly below: readonly Seat[]
  readonly layout: boolean
}

/** One version of a form, read for comparing. */
export type Form = {
  readonly seats: ReadonlyMap<string, Seat>
  readonly outline: Outline
  readonly entryOf: (seat: Seat) => Entry | undefined
}

/** What people see above a component: a panel's title, a fieldset's legend, else the label; its key where it has none. */
const labelOf = (component: Component, kind: Kind | undefined): string => {
  const heading = component.type === 'fieldset' ? 'legend' : 'title'
  const texts = kind === 'layout' ? [heading, 'label', 'key'] : ['label', heading, 'key']
  const found = texts.map((name) => component[name]).find((text) => typeof text === 'string' && text !== '')
  return typeof found === 'string' ? found : '未命名'
}

/**
 * Every component of a definition by what it is: a question by the path of its answer, so that moving it to another
 * panel is a move and not another question. Reads any JSON; what is no component is passed over. `base` begins the
 * pointers. Throws RangeError where there are far more components than a form may have.
 */
export const readSeats = (definition: unknown, base: string): Form => {
  const components = own(definition, 'components')
  const seats = new Map<string, Seat>()
  const copies = new Map<string, number>()
  // A draft may use a key twice; the second is told apart by its number.
  const unused = (id: string): string => {
    const copy = (copies.get(id) ?? 0) + 1
    copies.set(id, copy)
    return copy === 1 ? id : `${id}#${copy}`
  }
  const seatOf = new Map<Place, Seat & { readonly below: Seat[] }>()
  walk({ components }, (place) => {
    if (seats.size > limits.components * 5) throw new RangeError('components')
    const { component } = place
    const kind = kindOf(component.type)
    const layout = kind !== undefined && !holdsValue(kind)
    const name = hasText(component.key) ? component.key : textual(component.type)
    const above = place.parent && seatOf.get(place.parent)
    const seat = {
      id: unused(layout ? `layout:${name}` : `data:${place.path || name}`),
      component,
      kind,
      label: labelOf(component, kind),
      path: place.path,
      pointer: base + place.pointer,
      above,
      below: [],
      layout,
    }
    above?.below.push(seat)
    seats.set(seat.id, seat)
    seatOf.set(place, seat)
    return undefined
  })
  const outlined = outline({ components })
  const entries = new Map(outlined.entries.map((entry) => [base + entry.pointer, entry]))
  return { seats, outline: outlined, entryOf: ({ pointer }) => entries.get(pointer) }
}

/** The seat and everything inside it, at any depth. */
export const within = (seat: Seat): readonly Seat[] => [seat, ...seat.below.flatMap(within)]
