import { textual } from '../../logic/index.ts'
import { isRecord } from '../record.ts'
import { type Kind, limits } from '../types.ts'
import { literalOf } from './literal.ts'
import type { Setting } from './settings.ts'

type Raw = Record<string, unknown>
type Choice = { readonly label: string; readonly value: string | number | boolean }

/** Brings the choices of a radio, select, select boxes or survey into one shape. True: the component is left out. */
export const importOptions = (raw: Raw, to: Raw, kind: Kind, at: Setting): boolean => {
  const { notes, origin } = at
  if (kind === 'survey') {
    for (const key of ['data', 'dataSrc', 'valueProperty']) delete to[key]
    return importSurvey(to, at)
  }
  if (kind !== 'choice' && kind !== 'selectboxes') {
    for (const key of ['data', 'dataSrc', 'valueProperty', 'values']) delete to[key]
    return false
  }
  if (isRecord(to['properties']) && typeof to['properties']['options'] === 'string') return false
  const select = to['type'] === 'select'
  const found = select ? selectItems(raw, to) : { items: list(to['values']) }
  if (!found) return asText(to, at)
  for (const key of ['data', 'dataSrc', 'valueProperty', 'values']) delete to[key]
  const choices = distinct(
    found.items.flatMap((item) => choiceOf(item, found.value, found.label)),
    at,
  )
  if (choices.length === 0 || choices.length > limits.options) {
    const why = choices.length === 0 ? '没有一个可选的选项' : `选项超过 ${limits.options} 个`
    notes.refuse(
      origin,
      select ? '/data' : '/values',
      'options',
      `「${origin.label}」${why}，这个问题没有导入；请补上选项后重做。`,
    )
    return true
  }
  if (
    found.items.some(
      (item) => isRecord(item) && isRecord(found.value === undefined ? undefined : item[found.value]),
    )
  )
    notes.change(
      origin,
      '/data',
      'options',
      `「${origin.label}」有些选项的值不是文字或数字，没有导入这些选项。`,
      false,
    )
  if (select) to['data'] = { values: choices }
  else to['values'] = choices
  return false
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

type Items = { readonly items: readonly unknown[]; readonly value?: string; readonly label?: string }

/** Where a select has its choices from; undefined: from somewhere that a form may not ask. */
const selectItems = (raw: Raw, to: Raw): Items | undefined => {
  const data = isRecord(raw['data']) ? raw['data'] : {}
  const source = raw['dataSrc']
  const value =
    typeof to['valueProperty'] === 'string' && to['valueProperty'] !== '' ? to['valueProperty'] : undefined
  const label = labelProperty(raw['template'])
  const more = { ...(value !== undefined && { value }), ...(label !== undefined && { label }) }
  if (source === 'json') return { items: jsonItems(data['json']), ...more }
  if (source === 'custom') {
    const items = typeof data['custom'] === 'string' ? literalOf(data['custom'], 'values') : undefined
    return Array.isArray(items) ? { items, ...more } : undefined
  }
  const values = list(data['values']).length > 0 ? list(data['values']) : list(raw['values'])
  if (source === undefined || source === null || source === '' || source === 'values')
    return { items: values }
  return undefined
}

const jsonItems = (raw: unknown): readonly unknown[] => {
  if (typeof raw !== 'string' || raw.length > 200_000) return list(raw)
  try {
    return list(JSON.parse(raw))
  } catch {
    return []
  }
}

/** `<span>{{ item.name }}</span>` shows the property `name`. */
const labelProperty = (template: unknown): string | undefined =>
  typeof template === 'string' && template.length < 1_000
    ? /\{\{\s*item\.([A-Za-z_]\w*)\s*\}\}/.exec(template)?.[1]
    : undefined

const choiceOf = (item: unknown, value: string | undefined, label: string | undefined): readonly Choice[] => {
  const raw = isRecord(item) ? item[value ?? 'value'] : item
  if ((typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') || raw === '')
    return []
  const words = isRecord(item)
    ? [label === undefined ? undefined : item[label], item['label'], item['name']]
    : []
  const text = words.find((one) => typeof one === 'string' && one.trim() !== '')
  return [{ label: typeof text === 'string' ? text : String(raw), value: raw }]
}

/** Of two choices with one value only the first can ever be meant. */
const distinct = (choices: readonly Choice[], { notes, origin }: Setting): readonly Choice[] => {
  const seen = new Map<string, Choice>()
  for (const choice of choices) {
    const key = String(choice.value)
    const first = seen.get(key)
    if (!first) seen.set(key, choice)
    else if (first.label !== choice.label)
      notes.change(
        origin,
        '/values',
        'options',
        `「${origin.label}」的选项「${choice.label.slice(0, 40)}」和「${first.label.slice(0, 40)}」的值相同，只留下前一个；请给它一个自己的值。`,
        false,
        key,
      )
  }
  return [...seen.values()]
}

/** The question stays, to be answered in words, until someone writes down the choices. */
const asText = (to: Raw, { notes, origin }: Setting): boolean => {
  for (const key of ['data', 'dataSrc', 'valueProperty', 'values', 'dataType', 'defaultValue']) delete to[key]
  to['type'] = 'textfield'
  notes.refuse(
    origin,
    '/dataSrc',
    'remote',
    `「${origin.label}」的选项来自网址、别的系统或代码，没有导入；这个问题暂时改成了文字填写，请改成固定选项。`,
  )
  return false
}

const importSurvey = (to: Raw, { notes, origin }: Setting): boolean => {
  for (const part of ['questions', 'values'] as const) {
    const rows = list(to[part]).filter(
      (row) => isRecord(row) && row['value'] !== '' && row['value'] !== undefined,
    )
    to[part] = rows.map((row) => {
      const { label, value } = row as Raw
      return { label: typeof label === 'string' && label !== '' ? label : textual(value), value }
    })
    if (rows.length > 0) continue
    notes.refuse(
      origin,
      `/${part}`,
      'options',
      `「${origin.label}」没有${part === 'questions' ? '问题' : '可选的答案'}，没有导入。`,
    )
    return true
  }
  return false
}
