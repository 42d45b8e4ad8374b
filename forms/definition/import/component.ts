import type { Component } from '../component.ts'
import { isRecord } from '../record.ts'
import { type Kind, kindOf, limits } from '../types.ts'
import { unfolded } from './composite.ts'
import { keptCell, keptChecks, keptOf } from './kept.ts'
import { type Notes, type Origin, originOf } from './report.ts'
import { importSettings } from './settings.ts'
import { deepest } from './source.ts'
import { mappedType, refusalOf } from './types.ts'

/** Where the import stands in the tree, and what the whole of it shares. */
export type At = {
  readonly path: string
  readonly pointer: string
  readonly depth: number
  readonly notes: Notes
  /** Where every component that was taken came from. */
  readonly origins: Map<object, Origin>
  readonly count: { taken: number; left: number }
}

/** How many components are looked at in all, so that the report of a hostile form stays bounded. */
export const lookedAt = 5_000

/** Takes a list of components; what is refused is left out and noted. */
export const importList = (list: unknown, at: At): Component[] => {
  if (!Array.isArray(list)) return []
  const taken: Component[] = []
  for (let i = 0; i < list.length && at.count.left > 0; i++) {
    const raw: unknown = list[i]
    if (isRecord(raw)) taken.push(...importOne(raw, { ...at, pointer: `${at.pointer}/${i}` }))
  }
  return taken
}

const importOne = (given: Record<string, unknown>, at: At): readonly Component[] => {
  at.count.left--
  const from = typeof given['type'] === 'string' ? given['type'] : ''
  const mapped = mappedType(from)
  const key = typeof given['key'] === 'string' ? given['key'] : ''
  const path = at.path === '' ? key : `${at.path}.${key}`
  const origin = originOf(given, path, at.pointer)
  const { refuse, change } = at.notes
  const none = (code: string, message: string): readonly Component[] =>
    refuse(origin, '', code, message) ?? []
  if (at.count.taken >= limits.components) {
    at.count.left = 0
    return none('too-many', `表单最多 ${limits.components} 个组件，从这里起没有导入；请拆成几张表单。`)
  }
  if (at.depth >= deepest) return none('too-deep', '嵌套太深，里面的内容没有导入。')
  const type = mapped.type === 'textarea' && hasParts(from, given) ? 'container' : mapped.type
  const kind = kindOf(type)
  if (!kind) return foreign(given, from, type, { ...at, path }, origin, none)
  at.count.taken++
  if (type !== from) {
    const lost = mapped.lost
    const message =
      lost === undefined ? `类型「${from}」按「${type}」导入。` : `「${origin.label}」：${lost}；请核对。`
    change(origin, '/type', 'type', message, lost === undefined, from, type)
  }
  const raw = unfolded(from, given, path)
  const to = keptOf(raw)
  to['type'] = type
  if (isRecord(raw['validate'])) to['validate'] = keptChecks(raw['validate'])
  for (const name of ['serverOverride', 'module', 'fetch'])
    if (isFilled(raw[name]))
      refuse(origin, `/${name}`, 'foreign', `不能从外部加载或替换内容（${name}），这一项没有导入。`)
  const dropped = importSettings(raw, to, kind, { notes: at.notes, origin })
  if (dropped) {
    at.count.taken--
    return []
  }
  importInside(raw, to, type, kind, {
    ...at,
    path: kind === 'container' || kind === 'grid' ? path : at.path,
    depth: at.depth + 1,
  })
  at.origins.set(to, { ...origin, raw })
  return [to as Component]
}

const isFilled = (value: unknown): boolean =>
  isRecord(value) || (typeof value === 'string' && value.trim() !== '')

/** An address that people may also type by hand, part by part, is asked by its parts. */
const hasParts = (from: string, raw: Record<string, unknown>): boolean =>
  from.toLowerCase().includes('address') &&
  raw['enableManualMode'] === true &&
  Array.isArray(raw['components']) &&
  raw['components'].length > 0

/** An unknown type: what stands inside of it is kept, in a group of its own. */
const foreign = (
  raw: Record<string, unknown>,
  from: string,
  plain: string,
  at: At,
  origin: Origin,
  none: (code: string, message: string) => readonly Component[],
): readonly Component[] => {
  const before = at.count.taken
  const own = raw['tree'] === true || ownRows.has(plain)
  const inside = own
    ? []
    : importList(raw['components'], {
        ...at,
        path: parentPath(at.path),
        pointer: `${at.pointer}/components`,
        depth: at.depth + 1,
      })
  if (inside.length === 0) return none('type', refusalOf(from, plain))
  if (before === at.count.taken) return inside
  at.count.taken++
  const group = {
    ...keptOf({
      key: raw['key'],
      label: raw['label'],
      conditional: raw['conditional'],
      hidden: raw['hidden'],
    }),
    type: 'fieldset',
    components: inside,
  }
  at.notes.change(
    origin,
    '/type',
    'type',
    `不认识类型「${from.slice(0, 40)}」，里面的问题放进了“分组”；它自己的功能没有导入，请核对。`,
    false,
    from,
    'fieldset',
  )
  at.origins.set(group, { ...origin, raw })
  return [group as unknown as Component]
}

/** Types whose answers are rows or forms of their own: what stands inside cannot be asked without them. */
const ownRows: ReadonlySet<string> = new Set([
  'dynamicWizard',
  'datamap',
  'tree',
  'form',
  'tagpad',
  'datatable',
  'resource',
])

const parentPath = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')))

const importInside = (
  raw: Record<string, unknown>,
  to: Record<string, unknown>,
  type: string,
  kind: Kind,
  at: At,
): void => {
  const cell = (value: unknown, pointer: string): Record<string, unknown> =>
    isRecord(value)
      ? {
          ...keptCell(value),
          components: importList(value['components'], { ...at, pointer: `${pointer}/components` }),
        }
      : { components: [] }
  const cells = (list: unknown, pointer: string): Record<string, unknown>[] =>
    Array.isArray(list) ? list.map((value: unknown, i) => cell(value, `${pointer}/${i}`)) : []
  if (type === 'columns') to['columns'] = cells(raw['columns'], `${at.pointer}/columns`)
  else if (type === 'tabs') to['components'] = cells(raw['components'], `${at.pointer}/components`)
  else if (type === 'table')
    to['rows'] = Array.isArray(raw['rows'])
      ? raw['rows'].map((row: unknown, i) => cells(row, `${at.pointer}/rows/${i}`))
      : []
  else if ((kind === 'container' || kind === 'grid' || kind === 'layout') && Array.isArray(raw['components']))
    to['components'] = importList(raw['components'], { ...at, pointer: `${at.pointer}/components` })
  else if (type === 'textarea' && typeof raw['rows'] === 'number') to['rows'] = raw['rows']
}
