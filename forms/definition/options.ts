import { finite, hasText, isList, isNumber, isScalar, isText, listed, own } from '../logic/index.ts'
import type { Component, Option } from './component.ts'
import { isRecord } from './record.ts'

const typed = (value: unknown, dataType: unknown): Option['value'] | undefined => {
  if (!isScalar(value)) return undefined
  if (dataType === 'number') return finite(value)
  if (dataType === 'boolean') return String(value) === 'true'
  if (dataType === 'string') return String(value)
  return value
}

/** The JSON list of a select with `dataSrc: json`; a text is parsed, anything broken is an empty list. */
const jsonItems = (raw: unknown): readonly unknown[] => {
  try {
    return listed(isText(raw) && raw.length <= 200_000 ? JSON.parse(raw) : raw)
  } catch {
    return []
  }
}

const sourceItems = ({ type, data, dataSrc, values }: Component): readonly unknown[] => {
  if (type !== 'select') return listed(values)
  const given = isRecord(data) ? data : {}
  if (dataSrc === 'json') return jsonItems(given['json'])
  return isList(given['values']) ? given['values'] : listed(values)
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
  if (isText(name)) return (own(given, name) ?? []) as readonly Option[]
  const listed = component.type === 'select' && component['dataSrc'] === 'json'
  const property = listed && isText(component['valueProperty']) ? component['valueProperty'] : ''
  return sourceItems(component).flatMap((item): Option[] => {
    const raw = isRecord(item) ? item[property === '' ? 'value' : property] : item
    const value = typed(raw, component['dataType'])
    if (value === undefined || value === '') return []
    const label = isRecord(item) ? (item['label'] ?? item['name']) : undefined
    return [{ value, label: hasText(label) ? label : String(value) }]
  })
}

/** Questions or answers of a survey, as options. */
export const surveyPart = (component: Component, part: 'questions' | 'values'): readonly Option[] =>
  listed(component[part]).flatMap((item): Option[] => {
    const { value, label } = isRecord(item) ? item : {}
    if (!isText(value) && !isNumber(value)) return []
    return [{ value: String(value), label: isText(label) ? label : String(value) }]
  })
