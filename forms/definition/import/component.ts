import type { Component } from '../component.ts'
import { judgeDefault } from '../judge-default.ts'
import { labelOf } from '../outline.ts'
import { isRecord } from '../record.ts'
import { kindOf, limits } from '../types.ts'
import type { Notes } from './report.ts'
import { importScripts } from './scripts.ts'
import { importedType } from './types.ts'

/** What is kept of a component; all else has no meaning here (styles, builder state, templates, servers). */
const keptKeys = [
  'type',
  'key',
  'label',
  'placeholder',
  'description',
  'tooltip',
  'prefix',
  'suffix',
  'input',
  'hidden',
  'hideLabel',
  'disabled',
  'multiple',
  'defaultValue',
  'clearOnHide',
  'validate',
  'conditional',
  'logic',
  'calculateValue',
  'errors',
  'properties',
  'values',
  'data',
  'dataSrc',
  'dataType',
  'valueProperty',
  'questions',
  'enableDate',
  'enableTime',
  'format',
  'datePicker',
  'timePicker',
  'fields',
  'dayFirst',
  'minDate',
  'maxDate',
  'inputMask',
  'decimalLimit',
  'currency',
  'content',
  'html',
  'tag',
  'className',
  'title',
  'legend',
  'theme',
  'collapsible',
  'collapsed',
  'addAnother',
  'removeRow',
  'storeas',
  'delimeter',
  'unique',
  'inline',
  'optionsLabelPosition',
  'numRows',
  'numCols',
  'header',
  'action',
]
const validateKeys = [
  'required',
  'min',
  'max',
  'minLength',
  'maxLength',
  'minWords',
  'maxWords',
  'pattern',
  'integer',
  'step',
  'unique',
  'minSelectedCount',
  'maxSelectedCount',
  'customMessage',
  'json',
]
const cellKeys = ['width', 'offset', 'push', 'pull', 'size', 'key', 'label']

export type At = {
  readonly path: string
  readonly pointer: string
  readonly depth: number
  readonly notes: Notes
  /** Shared by the whole import. */
  readonly count: { taken: number }
}

const pick = (from: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> => {
  const to: Record<string, unknown> = {}
  for (const key of keys)
    if (Object.hasOwn(from, key) && from[key] !== null && from[key] !== '') to[key] = from[key]
  return to
}

/** Takes a list of components; what is refused is left out and noted. */
export const importList = (list: unknown, at: At): Component[] => {
  if (!Array.isArray(list)) return []
  return list.flatMap((raw: unknown, i) => {
    const taken = isRecord(raw) ? importOne(raw, { ...at, pointer: `${at.pointer}/${i}` }) : undefined
    return taken ? [taken] : []
  })
}

const importOne = (raw: Record<string, unknown>, at: At): Component | undefined => {
  const from = typeof raw['type'] === 'string' ? raw['type'] : ''
  const type = importedType(from)
  const kind = kindOf(type)
  const key = typeof raw['key'] === 'string' ? raw['key'] : ''
  const path = at.path === '' ? key : `${at.path}.${key}`
  const refuse = (code: string, message: string) => {
    at.notes.refused.push({
      path,
      in: 'source',
      pointer: at.pointer,
      code,
      label: labelOf(raw as Component, key),
      message,
    })
    return undefined
  }
  if (at.count.taken >= limits.components) return refuse('too-many', `表单最多 ${limits.components} 个组件。`)
  if (at.depth >= limits.depth) return refuse('too-deep', `组件最多嵌套 ${limits.depth} 层。`)
  if (!kind && from === '') return refuse('type', '这个组件没有写明类型（type），没有导入。')
  if (!kind) return refuse('type', `不支持「${from.slice(0, 40)}」类型的组件，没有导入。`)
  at.count.taken++
  if (type !== from)
    at.notes.translated.push({ path, pointer: `${at.pointer}/type`, what: 'type', from, to: type })
  const to = pick(raw, keptKeys)
  to['type'] = type
  if (isRecord(raw['validate'])) to['validate'] = pick(raw['validate'], validateKeys)
  importScripts(raw, to, {
    path,
    pointer: at.pointer,
    label: labelOf(raw as Component, key),
    notes: at.notes,
  })
  if (from === 'navDatepicker') to['enableTime'] = false
  for (const name of ['serverOverride', 'module', 'fetch'])
    if (isRecord(raw[name]) || (typeof raw[name] === 'string' && raw[name] !== ''))
      refuse('foreign', `不能从外部加载或替换内容（${name}），没有导入。`)
  importDefault(to, path, at)
  importInside(raw, to, type, {
    ...at,
    path: kind === 'container' || kind === 'grid' ? path : at.path,
    depth: at.depth + 1,
  })
  return to as Component
}

/** Builders write empty defaults of all kinds; one that is no answer is dropped. */
const importDefault = (to: Record<string, unknown>, path: string, at: At): void => {
  const value = to['defaultValue']
  if (value === undefined) return
  if (isRecord(value)) delete value['']
  const kind = kindOf(to['type']) ?? 'static'
  if (kind === 'number' && typeof value === 'string' && Number.isFinite(Number(value)))
    to['defaultValue'] = Number(value)
  let fits = true
  judgeDefault(to as Component, kind, () => {
    fits = false
    return undefined
  })
  if (fits) return
  delete to['defaultValue']
  const hollow = typeof value === 'object' ? Object.keys(value as object).length === 0 : value === false
  if (hollow) return
  const from = JSON.stringify(value).slice(0, 200)
  at.notes.translated.push({ path, pointer: `${at.pointer}/defaultValue`, what: 'default', from, to: null })
}

const importInside = (
  raw: Record<string, unknown>,
  to: Record<string, unknown>,
  type: string,
  at: At,
): void => {
  const cell = (value: unknown, pointer: string): Record<string, unknown> =>
    isRecord(value)
      ? {
          ...pick(value, cellKeys),
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
  else if (Array.isArray(raw['components']))
    to['components'] = importList(raw['components'], { ...at, pointer: `${at.pointer}/components` })
  else if (type === 'textarea' && typeof raw['rows'] === 'number') to['rows'] = raw['rows']
}
