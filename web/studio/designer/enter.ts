import { type Component, type Definition, isRecord, kindOf, lint } from '#forms/definition'
import { at, isEmpty, put } from '../../designer/path.ts'
import type { Cell, Drawn, Props } from '../../designer/protocol.ts'
import { settable } from '../../designer/settings.ts'

/** A definition on its way into the builder's page, with what stays behind of every component, by its tag. */
export type Entered = {
  readonly display: 'form' | 'wizard'
  readonly components: readonly Drawn[]
  readonly definition: Definition
  readonly originals: ReadonlyMap<string, Original>
  /** What stands on the top level and is no part of the drawing, e.g. the button that sends a form. */
  readonly left: readonly Component[]
}
export type Original = { readonly component: Component; readonly drawn: Drawn; readonly pointer: string }

/** Why a definition does not enter: what must be mended in its source first. */
export type Barred = { readonly findings: readonly { readonly pointer: string; readonly message: string }[] }

/**
 * What a drawing may still be wrong about, because it is mended by drawing. For everything else that the linter refuses
 * (scripts, foreign parts, unknown types, markup that runs, hostile sizes and names) nothing enters the page at all.
 */
const mendable: ReadonlySet<string> = new Set(
  'empty wizard key key-twice options option-twice default limit rows format sensitivity unique override date condition-unknown condition-rows condition-operator cycle read-unknown calculate-here'.split(
    ' ',
  ),
)

/** Lets a definition into the builder's page: linted, and of each component only the settings that are drawn there. */
export const enter = (definition: Definition): Entered | Barred => {
  const barring = lint(definition).filter(({ level, code }) => level === 'error' && !mendable.has(code))
  if (barring.length > 0) return { findings: barring }
  const originals = new Map<string, Original>()
  const display = definition.display === 'wizard' ? 'wizard' : 'form'
  const draws = (component: Component): boolean => display !== 'wizard' || component.type === 'panel'
  const draw = (list: readonly Component[], pointer: string, all: boolean): readonly Drawn[] =>
    list.flatMap((component, index) => {
      if (!all && !draws(component)) return []
      const tag = `c${originals.size}`
      // The tag is taken before those inside take theirs.
      originals.set(tag, {
        component,
        drawn: { tag, type: component.type, key: '' },
        pointer: `${pointer}/${index}`,
      })
      const drawn = drawnOf(component, tag, `${pointer}/${index}`, (inside, at) => draw(inside, at, true))
      originals.set(tag, { component, drawn, pointer: `${pointer}/${index}` })
      return [drawn]
    })
  return {
    display,
    components: draw(definition.components, '/components', false),
    definition,
    originals,
    left: definition.components.filter((component) => !draws(component)),
  }
}

const drawnOf = (
  component: Component,
  tag: string,
  pointer: string,
  draw: (list: readonly Component[], pointer: string) => readonly Drawn[],
): Drawn => {
  const rules = rulesOf(component)
  const cells = cellsOf(component, pointer)?.map(
    ({ props, components, pointer: at }): Cell => ({
      ...(props && { props }),
      components: draw(components, at),
    }),
  )
  return {
    tag,
    type: component.type,
    // The builder finds components by their keys.
    key: typeof component.key === 'string' && component.key !== '' ? component.key : `no-key-${tag}`,
    props: propsOf(component, rules),
    ...(rules.length > 0 && { rules }),
    ...(cells && { cells }),
  }
}

const rulesOf = (component: Component): readonly string[] => [
  ...(isEmpty(at(component, 'conditional.json')) ? [] : ['condition']),
  ...(isEmpty(component['calculateValue']) ? [] : ['calculation']),
  ...(isEmpty(at(component, 'validate.json')) ? [] : ['check']),
  ...(isEmpty(component.logic) ? [] : ['logic']),
  ...(component.type === 'select' && component['dataSrc'] === 'json' ? ['list'] : []),
]

const propsOf = (component: Component, rules: readonly string[]): Props =>
  settable(component.type).reduce<Props>(
    (props, path) =>
      path === 'conditional' && rules.includes('condition') ? props : put(props, path, at(component, path)),
    {},
  )

/** The settings of one cell by the type of what holds it. */
export const ofCells: Readonly<Record<string, readonly string[]>> = {
  columns: ['width', 'size'],
  tabs: ['label', 'key'],
}

type Inside = { readonly props?: Props; readonly components: readonly Component[]; readonly pointer: string }

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const inside = (cell: unknown, pointer: string, names: readonly string[] = []): Inside => {
  const { components, ...others } = isRecord(cell) ? cell : {}
  const props = Object.fromEntries(Object.entries(others).filter(([name]) => names.includes(name)))
  return {
    ...(Object.keys(props).length > 0 && { props }),
    components: listOf(components).filter(isRecord) as unknown as readonly Component[],
    pointer: `${pointer}/components`,
  }
}

/** The cells of a component that holds others, where they stand in it; `undefined` when it holds none. */
const cellsOf = (component: Component, pointer: string): readonly Inside[] | undefined => {
  const { type } = component
  if (type === 'columns')
    return listOf(component['columns']).map((cell, i) =>
      inside(cell, `${pointer}/columns/${i}`, ofCells['columns']),
    )
  if (type === 'tabs')
    return listOf(component.components).map((cell, i) =>
      inside(cell, `${pointer}/components/${i}`, ofCells['tabs']),
    )
  if (type === 'table')
    return listOf(component['rows']).flatMap((row, i) =>
      listOf(row).map((cell, j) => inside(cell, `${pointer}/rows/${i}/${j}`)),
    )
  const kind = kindOf(type)
  const holds = kind === 'layout' || kind === 'container' || kind === 'grid'
  return holds ? [inside(component, pointer)] : undefined
}
