import { pieceOf } from './palette.ts'
import { at } from './path.ts'
import type { Cell, Drawn, Props } from './protocol.ts'
import type { Raw, RawCell } from './raw.ts'

/** What is known of a component besides its place. */
export type Known = {
  readonly type: string
  readonly props: Props
  readonly rules: readonly string[]
  /** Written here, not handed in. */
  readonly edited: boolean
  readonly copy?: string
  /** Of its cells, in their order. */
  readonly cells?: readonly (Props | undefined)[]
}

/** Which kind of box the builder draws for a type. A question is one picture; only what holds others differs. */
const boxes: Readonly<Record<string, string>> = {
  panel: 'panel',
  columns: 'columns',
  tabs: 'tabs',
  table: 'table',
  fieldset: 'well',
  well: 'well',
  container: 'well',
  datagrid: 'well',
  editgrid: 'well',
}
const boxOf = (type: string): string => boxes[type] ?? 'question'

/** Types whose children have names of their own. */
const rooms: ReadonlySet<string> = new Set(['container', 'datagrid', 'editgrid'])

/**
 * What is drawn, by tag. The builder is only told types of boxes, keys and places: no text and no setting of a
 * definition gets into its hands, so none can mean anything to it.
 */
export type Model = {
  readonly of: (tag: unknown) => Known | undefined
  readonly write: (tag: string, changed: Pick<Known, 'props'> | Pick<Known, 'props' | 'cells'>) => void
  /** Takes a drawing in and says how the builder is to hold it. */
  readonly enter: (drawing: readonly Drawn[]) => Raw[]
  /** A new component of the palette. */
  readonly make: (name: string, key: string) => Raw | undefined
  /** A page of a form that is filled page by page. */
  readonly page: (number: number) => Raw
  /** The same again under tags of its own, with all that stands inside. */
  readonly copy: (raw: Raw, free: (key: string) => string) => Raw
  /** The drawing as it stands in the builder. What has no known tag is not of our making and stays out. */
  readonly leave: (list: readonly Raw[]) => readonly Drawn[]
}

export const newModel = (): Model => {
  const all = new Map<string, Known>()
  let count = 0
  const freshTag = (): string => `n${++count}`
  const of = (tag: unknown): Known | undefined => (typeof tag === 'string' ? all.get(tag) : undefined)

  const enter = (drawing: readonly Drawn[]): Raw[] =>
    drawing.map(({ tag, type, key, props = {}, rules = [], cells }) => {
      all.set(tag, {
        type,
        props,
        rules,
        edited: false,
        ...(cells && { cells: cells.map((cell) => cell.props) }),
      })
      return held(tag, type, key, cells?.map((cell) => enter(cell.components)) ?? [], props)
    })

  const make = (name: string, key: string): Raw | undefined => {
    const piece = pieceOf(name)
    if (!piece) return undefined
    const tag = freshTag()
    const { columns, components, rows, ...props } = piece.props
    const cells = listOf(columns ?? components ?? (Array.isArray(rows) ? rows.flat() : undefined))
    const plain = Array.isArray(rows) || rows === undefined ? props : { ...props, rows }
    all.set(tag, { type: piece.type, props: plain, rules: [], edited: true, cells: cells.map(without) })
    const lists = cells.map((): Raw[] => [])
    return held(tag, piece.type, key, lists, plain)
  }

  const copy = (raw: Raw, free: (key: string) => string): Raw => {
    const tag = freshTag()
    const known = of(raw.tag)
    if (known) all.set(tag, { ...known, copy: known.copy ?? String(raw.tag), edited: true })
    const inside = cellsOf(raw).map((cell) => cell.map((one) => copy(one, free)))
    return held(tag, known?.type ?? 'textfield', free(raw.key), inside, known?.props ?? {})
  }

  const leave = (list: readonly Raw[]): readonly Drawn[] =>
    list.flatMap((raw): Drawn[] => {
      const known = of(raw.tag)
      if (!known || raw.tag === undefined) return []
      const cells = cellsOf(raw).map((cell, i): Cell => {
        const own = known.cells?.[i]
        return { ...(own && { props: own }), components: leave(cell) }
      })
      return [
        {
          tag: raw.tag,
          type: known.type,
          key: raw.key,
          ...(known.edited && { props: known.props }),
          ...(known.copy !== undefined && { copy: known.copy }),
          ...(cells.length > 0 && { cells }),
        },
      ]
    })

  return {
    of,
    enter,
    make,
    copy,
    leave,
    write: (tag, changed) => {
      const known = all.get(tag)
      if (known) all.set(tag, { ...known, ...changed, edited: true })
    },
    page: (number) => {
      const tag = freshTag()
      const title = `第 ${number} 页`
      all.set(tag, { type: 'panel', props: { title, label: title }, rules: [], edited: true })
      return held(tag, 'panel', `page${number}`, [[]], {})
    },
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const without = (cell: unknown): Props | undefined => {
  const { components: _, ...props } = cell as Record<string, unknown>
  return Object.keys(props).length > 0 ? props : undefined
}

/** How the builder holds a component: its box, its place, and what stands in it. */
const held = (tag: string, type: string, key: string, cells: Raw[][], props: Props): Raw => {
  const box = boxOf(type)
  const base: Raw = { type: box, key, tag, input: box === 'question', ...(rooms.has(type) && { tree: true }) }
  const wrap = (components: Raw[]): RawCell => ({ components })
  if (box === 'columns')
    return { ...base, columns: cells.map((one) => ({ ...wrap(one), width: 6, size: 'md' })) }
  if (box === 'tabs')
    return { ...base, components: cells.map((one, i) => ({ ...wrap(one), key: `${tag}t${i}`, label: '' })) }
  if (box === 'table') {
    const wide = Math.max(1, Number(at(props, 'numCols')) || 1)
    const rows = Array.from({ length: Math.ceil(cells.length / wide) }, (_, r) =>
      cells.slice(r * wide, (r + 1) * wide).map(wrap),
    )
    return { ...base, rows, numRows: rows.length, numCols: wide }
  }
  return box === 'question' ? base : { ...base, components: cells[0] ?? [] }
}

/** The lists of components that stand inside one. */
export const cellsOf = (raw: Raw): Raw[][] => {
  if (raw.type === 'columns') return (raw.columns ?? []).map((cell) => cell.components)
  if (raw.type === 'tabs') return (raw.components ?? []).map((cell) => (cell as RawCell).components)
  if (raw.type === 'table') return (raw.rows ?? []).flat().map((cell) => cell.components)
  return raw.type === 'question' ? [] : [(raw.components ?? []) as Raw[]]
}
