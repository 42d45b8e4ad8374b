import { type Component, type Definition, isRecord, kindOf } from '#forms/definition'
import { pieceOf } from '../../designer/palette.ts'
import { alike, at, put } from '../../designer/path.ts'
import type { Cell, Drawn, Props } from '../../designer/protocol.ts'
import { settable } from '../../designer/settings.ts'
import { type Entered, ofCells } from './enter.ts'

/**
 * The definition that a drawing means. What was not touched is what it was, to the letter: a component that only moved
 * keeps its rules, its order of settings and everything the page never saw. Of what was touched only settings that mean
 * something for the type are taken. An untouched drawing gives the very same definition back.
 *
 *   definition ──enter──▶ drawing ──(people draw)──▶ drawing ──leave──▶ definition
 */
export const leave = (entered: Entered, drawing: readonly Drawn[]): Definition => {
  const drawn = drawing.map((one) => component(one, entered)).filter((one) => one !== undefined)
  const components = withLeft(drawn, entered)
  const { definition } = entered
  return sameItems(components, definition.components) ? definition : { ...definition, components }
}

/** What was never drawn keeps its place at the end, or in front when it stood there. */
const withLeft = (drawn: readonly Component[], { left, definition }: Entered): readonly Component[] => {
  const firstDrawn = definition.components.findIndex((one) => !left.includes(one))
  const before = definition.components.slice(0, Math.max(0, firstDrawn)).filter((one) => left.includes(one))
  return [...before, ...drawn, ...left.filter((one) => !before.includes(one))]
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])

const component = (drawn: Drawn, entered: Entered): Component | undefined => {
  const original = entered.originals.get(drawn.copy ?? drawn.tag)
  // Of a type that the profile does not know nothing comes back, nor does anything change its type.
  if (kindOf(drawn.type) === undefined || (original && original.component.type !== drawn.type))
    return undefined
  const base: Component = original?.component ?? fresh(drawn)
  const known = original?.drawn
  let next: Props = base
  if (drawn.key !== known?.key) next = { ...next, key: drawn.key }
  if (drawn.props) next = withProps(next, known?.props ?? {}, drawn, known?.rules ?? [])
  return withCells(next as Component, drawn, entered, original === undefined)
}

/** A new component: its type, then what the palette says of it that no dialog asks. */
const fresh = ({ type, key }: Drawn): Component => {
  const { input, dataSrc, currency, storage } = pieceOf(type)?.props ?? {}
  return {
    type,
    key,
    ...Object.fromEntries(
      Object.entries({ input, dataSrc, currency, storage }).filter(([, value]) => value !== undefined),
    ),
  }
}

const withProps = (
  base: Props,
  before: Props,
  { type, props = {} }: Drawn,
  rules: readonly string[],
): Props => {
  let next = base
  for (const path of settable(type)) {
    if (path === 'conditional' && rules.includes('condition')) continue
    const value = at(props, path)
    if (!alike(value, at(before, path))) next = put(next, path, value)
  }
  return type === 'panel' || type === 'fieldset'
    ? named(next, base, type === 'panel' ? 'title' : 'legend')
    : next
}

/** A group's label follows its heading where it did so before. */
const named = (next: Props, base: Props, heading: string): Props =>
  base['label'] === undefined || base['label'] === base[heading] ? { ...next, label: next[heading] } : next

const withCells = (base: Component, drawn: Drawn, entered: Entered, isNew: boolean): Component => {
  if (!drawn.cells) return base
  const inside = drawn.cells.map(({ components }) =>
    components.map((one) => component(one, entered)).filter((one) => one !== undefined),
  )
  const cell = (old: unknown, index: number): unknown =>
    cellOf(old, drawn.cells?.[index], inside[index] ?? [], ofCells[drawn.type])
  const olds = (name: string): readonly unknown[] => {
    const value: unknown = base[name]
    return Array.isArray(value) ? value : []
  }
  const write = (name: string, list: readonly unknown[]): Component =>
    !isNew && sameItems(list, olds(name)) ? base : { ...base, [name]: list }
  if (drawn.type === 'columns')
    return write(
      'columns',
      inside.map((_, i) => cell(olds('columns')[i], i)),
    )
  if (drawn.type === 'tabs')
    return write(
      'components',
      inside.map((_, i) => cell(olds('components')[i], i)),
    )
  if (drawn.type === 'table') return write('rows', rowsOf(base, drawn, cell))
  return write('components', inside[0] ?? [])
}

/** A cell keeps what it was besides what is drawn of it; only the settings of such cells come back. */
const cellOf = (
  old: unknown,
  drawn: Cell | undefined,
  components: readonly Component[],
  names: readonly string[] = [],
): unknown => {
  const base = isRecord(old) ? old : {}
  const changed = Object.entries(drawn?.props ?? {}).filter(
    ([name, value]) => names.includes(name) && !alike(base[name], value),
  )
  const same = Array.isArray(base['components']) && sameItems(base['components'], components)
  if (same && changed.length === 0) return old
  return { ...base, ...Object.fromEntries(changed), components: same ? base['components'] : components }
}

/** The cells row by row again: in the rows that there were, or in a table of another size. */
const rowsOf = (
  base: Component,
  drawn: Drawn,
  cell: (old: unknown, index: number) => unknown,
): readonly unknown[] => {
  const value: unknown = base['rows']
  const olds = (Array.isArray(value) ? value : []).map((row: unknown) => (Array.isArray(row) ? row : []))
  const count = drawn.cells?.length ?? 0
  const widths = olds.map((row) => row.length)
  const same = count === widths.reduce((sum, width) => sum + width, 0)
  const wide = Math.max(1, Number(at(drawn.props ?? {}, 'numCols')) || 1)
  const sizes = same ? widths : Array.from({ length: Math.ceil(count / wide) }, () => wide)
  let start = 0
  return sizes.map((size, r) => {
    const old = olds[r] ?? []
    const first = start
    start += size
    const cells = Array.from({ length: Math.min(size, count - first) }, (_, c) => cell(old[c], first + c))
    return sameItems(cells, old) ? (Array.isArray(value) ? (value[r] ?? cells) : cells) : cells
  })
}
