import { isRecord, surveyPart } from '../definition/index.ts'
import { isFlag, isList, isObject, isText, own } from '../logic/index.ts'
import type { Field, Plan } from './plan.ts'
import type { Outcome, TraceStep } from './result.ts'
import type { Seen } from './watch.ts'

export type From = TraceStep['from'][number]

/** What a trace holds at most: answers of one step, rows of one answer, signs of one text. */
export const most = { sources: 60, rows: 50, text: 200 } as const

/** One question that was read, and where: in one place, or in several rows. `rest` are steps inside its answer. */
export type Source = { readonly field: Field; readonly rest: string; readonly paths: readonly string[] }

/** The questions that a rule read, in the order of reading; rows come together. */
export const sourcesOf = (seen: Seen, plan: Plan): readonly Source[] => {
  const found = new Map<string, Source>()
  for (const [name, paths] of seen) {
    const steps = name.split('.')
    for (let n = steps.length; n > 0; n--) {
      const field = plan.fields.get(steps.slice(0, n).join('.'))
      if (!field) continue
      const rest = steps.slice(n).join('.')
      const whole = (path: string) => path.split('.').slice(0, n).join('.')
      if (field.kind !== 'container')
        found.set(`${field.path} ${rest}`, { field, rest, paths: [...paths].map(whole) })
      break
    }
  }
  // On the way to a choice or a cell the rule only passed what holds it.
  const passed = new Set<string>()
  for (const { field, rest } of found.values()) {
    if (rest !== '') passed.add(`${field.path} `)
    for (let holder = field.entry.holder; holder; holder = holder.holder) passed.add(`${holder.path} `)
  }
  return [...found].flatMap(([name, source]) => (passed.has(name) ? [] : [source])).slice(0, most.sources)
}

/** A source as a reader is told of it: labels of the question and of what was chosen. */
export const told = ({ field, rest, paths }: Source, data: unknown): From => {
  const [first = '', more] = paths
  const inside = rest && `.${rest}`
  const values = paths.map((path) => labelled(field, valueAt(data, path + inside), rest))
  return {
    path: (more === undefined ? first : first.replaceAll(/\[\d+\]/g, '[]')) + inside,
    label: rest === '' ? field.label : `${field.label}：${partOf(field, rest)}`,
    value: more === undefined ? (values[0] ?? null) : values,
  }
}

const partOf = (field: Field, rest: string): string => {
  const parts = field.kind === 'survey' ? surveyPart(field.entry.component, 'questions') : field.options
  return parts.find(({ value }) => String(value) === rest)?.label ?? rest
}

/** What stands at a path such as `members[0].cost`; undefined where nothing does. */
export const valueAt = (data: unknown, path: string): unknown => {
  let at = data
  for (const step of path === '' ? [] : path.replaceAll(/\[(\d+)\]/g, '.$1').split('.')) at = own(at, step)
  return at
}

const labelled = (field: Field, value: unknown, rest: string): unknown => {
  if (value === undefined || value === null) return null
  const name = (one: unknown): unknown => {
    const choices = field.kind === 'survey' ? surveyPart(field.entry.component, 'values') : field.options
    const option = choices.find((choice) => choice.value === one)
    return option && !isFlag(one) ? option.label : bounded(one)
  }
  if (field.kind === 'grid') return `${isList(value) ? value.length : 0} 行`
  if (field.kind === 'attachment' || field.kind === 'attachments') return '已上传'
  if (isList(value)) return value.slice(0, most.rows).map(name)
  if (!isRecord(value)) return name(value)
  if (field.kind === 'selectboxes' && rest === '')
    return Object.keys(value)
      .filter((key) => value[key] === true)
      .slice(0, most.rows)
      .map((key) => partOf(field, key))
  if (field.kind === 'survey' && rest === '')
    return Object.entries(value)
      .slice(0, most.rows)
      .map(([key, one]) => `${partOf(field, key)}：${String(name(one))}`)
  return bounded(value)
}

/** The outcomes of these keys, as their level where they have one. */
export const outcomesOf = (keys: ReadonlySet<string>, earlier: readonly Outcome[]): readonly From[] =>
  earlier
    .filter(({ key }) => keys.has(key))
    .slice(0, most.sources)
    .map(({ key, title, label, value }) => ({
      path: `outcomes.${key}`,
      label: title,
      value: label ?? bounded(value),
    }))

/** A value of its own, never a part of the answers, and never longer than a reader can use. */
const bounded = (value: unknown): unknown => {
  const text = isObject(value) ? JSON.stringify(value) : value
  if (!isText(text)) return value
  return text.length > most.text ? `${text.slice(0, most.text)}…` : text
}

/** What a rule rests on: the rule of a paper, or what else is said. */
export const basis = (source: unknown, otherwise: string): string => {
  if (!isRecord(source) || !isText(source['paper']) || !isText(source['rule'])) return otherwise
  const { paper, rule } = source
  return (rule.startsWith(paper) ? rule : `${paper} ${rule}`).slice(0, most.text)
}

/** A result in words. */
export const words = (value: unknown): string =>
  value === true ? '是' : value === false ? '否' : String(bounded(value))
