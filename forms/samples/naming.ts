import { isRecord, type Option, type OptionLists, surveyPart } from '../definition/index.ts'
import type { Plan } from '../engine/index.ts'

/** What people call a path, a value, an outcome, a level and an item; the code itself where it has no name. */
export type Naming = {
  /** `members[0].name` → `家庭成员第 1 行的姓名`. */
  readonly question: (path: string) => string
  /** A value that stands at a path, in words: choices by their labels. */
  readonly value: (path: string, value: unknown) => string
  readonly outcome: (key: string) => string
  readonly level: (outcome: string, level: string | undefined) => string
  readonly item: (key: string) => string
}

/** A value in words; a list by its elements. Takes any JSON, however deep. */
export const inWords = (value: unknown): string => {
  const text = Array.isArray(value) ? value.slice(0, 50).map(single).join('、') : single(value)
  return text === '' ? '没有' : text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** The value of an outcome in words. */
export const foundOut = (value: unknown): string =>
  value === null || value === undefined ? '未得出' : inWords(value)

const single = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '没有'
  if (value === true) return '是'
  if (value === false) return '否'
  if (typeof value !== 'object') return String(value)
  try {
    return JSON.stringify(value)
  } catch {
    return '一组内容'
  }
}

export const withoutRows = (path: string): string => path.replaceAll(/\[\d*\]/g, '')

export const namingOf = (plan: Plan, options: OptionLists = {}): Naming => {
  const labelAt = (path: string): string | undefined => plan.fields.get(withoutRows(path))?.label
  const question = (given: string): string => {
    // No path of a form is longer; a hostile one is not worth reading to its end.
    const path = given.slice(0, 500)
    const rows = [...path.matchAll(/\[(\d+)\]/g)].map(
      ({ index, 1: row }) =>
        `${labelAt(path.slice(0, index)) ?? path.slice(0, index)}第 ${Number(row) + 1} 行`,
    )
    const own =
      labelAt(path) ?? (plan.steps.find(({ entry }) => entry.path === withoutRows(path))?.entry.label || path)
    const whole = rows.length === 0 ? own : path.endsWith(']') ? rows.join('') : `${rows.join('')}的${own}`
    return whole.slice(0, 200)
  }
  // Answers of a sample are as somebody sent them: what the form would not take is shown as it is.
  const told = (path: string, value: unknown): unknown => {
    const field = plan.fields.get(withoutRows(path))
    if (!field || value === null || value === undefined) return value
    const { kind, options: choices, entry } = field
    const named = (one: unknown, list: readonly Option[]): unknown =>
      list.find((option) => option.value === one)?.label ?? one
    if (Array.isArray(value)) return value.map((one) => named(one, choices))
    if (!isRecord(value)) return named(value, choices)
    if (kind === 'selectboxes')
      return choices.filter((option) => value[String(option.value)] === true).map(({ label }) => label)
    if (kind !== 'survey') return value
    return surveyPart(entry.component, 'questions').map(
      (one) =>
        `${one.label}：${single(named(value[String(one.value)], surveyPart(entry.component, 'values')))}`,
    )
  }
  return {
    question,
    value: (path, value) => inWords(told(path, value)),
    outcome: (key) => plan.outcomes.find(({ definition }) => definition.key === key)?.definition.title ?? key,
    level: (outcome, level) => {
      const found = plan.outcomes.find(({ definition }) => definition.key === outcome)
      return found?.definition.bands?.find((band) => band.level === level)?.label ?? level ?? '没有'
    },
    item: (key) => options['catalogue']?.find(({ value }) => value === key)?.label ?? key,
  }
}
