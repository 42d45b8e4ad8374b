import type { Option } from './component.ts'
import { isRecord } from './record.ts'
import { walk } from './walk.ts'

/** The lists that a question may take its choices from, by the name in `properties.options`. */
export type OptionLists = Readonly<Record<string, readonly Option[]>>
/** Documents of a city by their keys, valid or not: a list whose document is missing or broken is empty. */
type Documents = Readonly<Record<string, unknown>>

const rows = (documents: Documents, key: string, list: string): readonly Documents[] => {
  const document = Object.hasOwn(documents, key) ? documents[key] : undefined
  const found = isRecord(document) ? document[list] : undefined
  return Array.isArray(found) ? found.filter(isRecord) : []
}

const choices = (list: readonly Documents[], value: string, label: string): readonly Option[] =>
  list.flatMap((row) => {
    const [code, name] = [row[value], row[label]]
    return typeof code === 'string' && typeof name === 'string' ? [{ value: code, label: name }] : []
  })

/**
 * What a city's documents offer as choices: `catalogue` its active service items, `objectClasses`, `householdClasses`
 * and `traits` of its objects, `divisions` of its profile. Server, browser and check compile with the same lists.
 */
export const cityOptions = (documents: Documents): OptionLists => ({
  catalogue: choices(
    rows(documents, 'catalogue', 'items').filter(({ status }) => status === 'active'),
    'key',
    'name',
  ),
  objectClasses: choices(rows(documents, 'objects', 'classes'), 'key', 'label'),
  householdClasses: choices(rows(documents, 'objects', 'householdClasses'), 'key', 'label'),
  traits: choices(rows(documents, 'objects', 'traits'), 'key', 'label'),
  divisions: choices(rows(documents, 'profile', 'divisions'), 'code', 'name'),
})

/** Whether any question of a form takes its choices from the city. */
export const asksCity = (definition: { readonly components?: unknown }): boolean => {
  let asks = false
  walk(definition, ({ component }) => {
    asks ||= component.properties?.options !== undefined
    return asks ? 'stop' : undefined
  })
  return asks
}
