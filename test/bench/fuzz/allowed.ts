type Json = Readonly<Record<string, unknown>>
const isObject = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
const plain = (json: unknown): json is Json =>
  isObject(json) && Object.getPrototypeOf(json) === Object.prototype

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 10_000 && value.isWellFormed() && !value.includes('\u0000')
const isDate = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length <= 40 &&
  /^\d{4}-\d\d-\d\d/.test(value) &&
  !Number.isNaN(Date.parse(value))
const isFile = (value: unknown): boolean =>
  plain(value) &&
  Object.keys(value).length === 2 &&
  typeof value['attachment'] === 'string' &&
  /^[0-9a-f]{64}$/.test(String(value['sha256']))
const listOf =
  (one: (value: unknown) => boolean, most: number) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length <= most && value.every(one)

/** Options are numbers, texts, yes or no; whatever else stands there is none. */
const textOf = (value: unknown): string => (typeof value === 'object' ? '' : String(value))

const valuesOf = (component: Json): ReadonlySet<string> => {
  const data = isObject(component['data']) ? component['data'] : {}
  const raw =
    component['type'] === 'select'
      ? (data['values'] ?? data['json'] ?? component['values'])
      : component['values']
  const list: unknown = typeof raw === 'string' ? JSON.parse(raw) : raw
  const name =
    typeof component['valueProperty'] === 'string' && component['valueProperty'] !== ''
      ? component['valueProperty']
      : 'value'
  return new Set(
    Array.isArray(list) ? list.map((one: unknown) => textOf(isObject(one) ? one[name] : one)) : [],
  )
}

const many = new Set([
  'textfield',
  'textarea',
  'phoneNumber',
  'email',
  'url',
  'number',
  'currency',
  'select',
  'radio',
  'datetime',
  'day',
  'time',
])

/** Whether one value may stand in cleaned answers; a second opinion that shares nothing with the engine's gates. */
const fits = (component: Json, value: unknown): boolean => {
  const type = String(component['type'])
  if (component['multiple'] === true && many.has(type))
    return listOf((one) => fits({ ...component, multiple: false }, one), 200)(value)
  switch (type) {
    case 'textfield':
    case 'textarea':
    case 'phoneNumber':
    case 'email':
    case 'url':
      return isText(value)
    case 'number':
    case 'currency':
      return typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)
    case 'checkbox':
      return typeof value === 'boolean'
    case 'radio':
    case 'select':
      return typeof value !== 'object' && valuesOf(component).has(String(value))
    case 'selectboxes': {
      const values = valuesOf(component)
      return (
        plain(value) && Object.entries(value).every(([key, on]) => values.has(key) && typeof on === 'boolean')
      )
    }
    case 'survey':
      return plain(value) && Object.values(value).every((one) => valuesOf(component).has(String(one)))
    case 'datetime':
      return isDate(value)
    case 'day':
      return typeof value === 'string' && /^[\d/]{2,10}$/.test(value)
    case 'time':
      return typeof value === 'string' && /^\d\d:\d\d(?::\d\d)?$/.test(value)
    case 'signature':
      return isFile(value)
    case 'file':
      return listOf(isFile, component['multiple'] === true ? 20 : 1)(value)
    case 'tags':
      return component['storeas'] === 'array' ? listOf(isText, 200)(value) : isText(value)
    case 'hidden':
      return (
        typeof value !== 'object' && (typeof value !== 'number' || Number.isFinite(value)) && isSmall(value)
      )
    default:
      return false
  }
}
const isSmall = (value: unknown): boolean => typeof value !== 'string' || value.length <= 10_000

const layouts = new Set(['panel', 'fieldset', 'well', 'columns', 'table', 'tabs'])
const statics = new Set(['content', 'htmlelement', 'button'])

const tableCells = (rows: unknown): unknown =>
  Array.isArray(rows) ? rows.filter((row: unknown) => Array.isArray(row)).flat() : undefined

/** The lists of components inside a layout component; cells and tabs are no components themselves. */
const inside = ({ type, components, columns, rows }: Json): readonly unknown[] => {
  const cells =
    type === 'columns'
      ? columns
      : type === 'table'
        ? tableCells(rows)
        : type === 'tabs'
          ? components
          : undefined
  if (cells === undefined) return [components]
  return (Array.isArray(cells) ? cells : []).map((cell: unknown) => isObject(cell) && cell['components'])
}

/** The components whose values stand in one object: those inside layout components too. */
const valued = (list: unknown, found: Map<string, Json>): Map<string, Json> => {
  for (const one of Array.isArray(list) ? list : []) {
    if (!isObject(one)) continue
    const type = String(one['type'])
    if (layouts.has(type)) for (const inner of inside(one)) valued(inner, found)
    else if (typeof one['key'] === 'string' && !statics.has(type)) found.set(one['key'], one)
  }
  return found
}

/**
 * The first place of cleaned answers that a form does not allow, or nothing. `null` may only stand where a
 * default would come back otherwise.
 */
export const disallowed = (components: unknown, answers: unknown, path = ''): string | undefined => {
  if (!plain(answers)) return `${path}: no plain object`
  const known = valued(components, new Map())
  for (const [key, value] of Object.entries(answers)) {
    const component = known.get(key)
    const at = `${path}${key}`
    if (!component) return `${at}: no such question`
    if (value === null) {
      if (component['defaultValue'] === undefined) return `${at}: null`
    } else if (component['type'] === 'container') {
      const found = disallowed(component['components'], value, `${at}.`)
      if (found !== undefined) return found
    } else if (component['type'] === 'datagrid' || component['type'] === 'editgrid') {
      if (!Array.isArray(value) || value.length > 200) return `${at}: rows`
      for (const [i, row] of value.entries()) {
        const found = disallowed(component['components'], row, `${at}[${i}].`)
        if (found !== undefined) return found
      }
    } else if (!fits(component, value)) return `${at}: ${String(component['type'])}`
  }
  return undefined
}
