import { isFlag, isList, isNumber, isText } from '../logic/index.ts'
import type { Component, Option } from './component.ts'
import { isRecord } from './record.ts'

const typed = (value: unknown, dataType: unknown): Option['value'] | undefined => {
  if (!isText(value) && !isNumber(value) && !isFlag(value)) return undefined
  if (dataType === 'number') return Number.isFinite(Number(value)) ? Number(value) : undefined
  if (dataType === 'boolean') return String(value) === 'true'
  if (dataType === 'string') return String(value)
  return value
}

/** The JSON list of a select with `dataSrc: json`; a text is parsed, anything broken is an empty list. */
const jsonItems = (raw: unknown): readonly unknown[] => {
  if (isList(raw)) return raw
  if (!isText(raw) || raw.length > 200_000) return []
  try {
    const parsed: unknown = JSON.parse(raw)
    return isList(parsed) ? parsed : []
  } catch {
    return []
  }
}

const sourceItems = (component: Component): readonly unknown[] => {
  const { type } = component
  const data = isRecord(component['data']) ? component['data'] : {}
  if (type !== 'select') return isList(component['values']) ? component['values'] : []
  if (component['dataSrc'] === 'json') return jsonItems(data['json'])
  if (isList(data['values'])) return data['values']
  return isList(component['values']) ? component['values'] : []
}

/**
 * The choices of a radio, select or select boxes. A value keeps the type it is written in (codes stay text)
 * unless `dataType` says otherwise. `given` are the lists that `compile` was handed, by `properties.options`.
 */
export const optionsOf = (
  component: Component,
  given: Readonly<Record<string, readonly Option[]>> = {},
): readonly Option[] => {
  const name = component.properties?.options
  if (isText(name)) return Object.hasOwn(given, name) ? (given[name] ?? []) : []
  const listed = component.type === 'select' && component['dataSrc'] === 'json'
  const property = listed && isText(component['valueProperty']) ? component['valueProperty'] : ''
  return sourceItems(component).flatMap((item): Option[] => {
    const raw = isRecord(item) ? item[property === '' ? 'value' : property] : item
    const value = typed(raw, component['dataType'])
    if (value === undefined || value === '') return []
    const label = isRecord(item) ? (item['label'] ?? item['name']) : undefined
    return [{ value, label: isText(label) && label !== '' ? label : String(value) }]
  })
}

/** Questions or answers of a survey, as options. */
export const surveyPart = (component: Component, part: 'questions' | 'values'): readonly Option[] => {
  const list = component[part]
  if (!isList(list)) return []
  return list.flatMap((item: unknown): Option[] => {
    if (!isRecord(item)) return []
    const { value, label } = item
    if (!isText(value) && !isNumber(value)) return []
    return [{ value: String(value), label: isText(label) ? label : String(value) }]
  })
}
