import type { Sample } from '../definition/index.ts'
import { type Evaluation, valueAt } from '../engine/index.ts'
import { foundOut, type Naming } from './naming.ts'

/** More differences than this are counted, not told. */
const most = 10

/** What of a result is not as the sample wants it, each in words; empty: it passes. */
export const differences = (sample: Sample, result: Evaluation, naming: Naming): readonly string[] => {
  if (result.errors[0]?.code === 'definition') return [result.errors[0].message]
  const all = [
    ...errors(sample, result, naming),
    ...answers(sample, result, naming),
    ...hidden(sample, result, naming),
    ...outcomes(sample, result, naming),
    ...recommended(sample, result, naming),
  ]
  return all.length > most ? [...all.slice(0, most), `另有 ${all.length - most} 处不同`] : all
}

type Compare = (sample: Sample, result: Evaluation, naming: Naming) => readonly string[]

const errors: Compare = ({ expect }, result, { question }) => {
  if (!expect.errors) return []
  const wanted = new Set(expect.errors)
  const actual = new Map(result.errors.map(({ path, message }) => [path, message]))
  return [
    ...[...wanted]
      .filter((path) => !actual.has(path))
      .map((path) => `「${question(path)}」应当报错，实际没有`),
    ...[...actual]
      .filter(([path]) => !wanted.has(path))
      .map(([path, message]) => `「${question(path)}」不应报错，实际提示“${message.replace(/。$/, '')}”`),
  ]
}

const answers: Compare = ({ expect }, result, { question, value }) =>
  Object.entries(expect.answers ?? {}).flatMap(([path, wanted]) => {
    const actual = valueAt(result.answers, path)
    if (same(wanted ?? null, actual ?? null)) return []
    return [`「${question(path)}」应为 ${value(path, wanted)}，实际是 ${value(path, actual)}`]
  })

const hidden: Compare = ({ expect }, result, { question }) => {
  const actual = new Set(result.hidden)
  return (expect.hidden ?? [])
    .filter((path) => !actual.has(path))
    .map((path) => `「${question(path)}」应当隐藏，实际显示着`)
}

const outcomes: Compare = ({ expect }, result, naming) =>
  Object.entries(expect.outcomes ?? {}).flatMap(([key, wanted]) => {
    const name = naming.outcome(key)
    const outcome = result.outcomes.find((one) => one.key === key)
    if (!outcome) return [`没有得出「${name}」`]
    const list: string[] = []
    if ('value' in wanted && !same(wanted.value ?? null, outcome.value ?? null))
      list.push(`「${name}」应为 ${foundOut(wanted.value)}，实际是 ${foundOut(outcome.value)}`)
    if (wanted.level !== undefined && wanted.level !== outcome.level)
      list.push(
        `「${name}」等级应为「${naming.level(key, wanted.level)}」，实际是「${naming.level(key, outcome.level)}」`,
      )
    return list
  })

const recommended: Compare = ({ expect }, result, { item }) => {
  if (!expect.recommended) return []
  const listed = (keys: readonly string[]): string => keys.map(item).join('、') || '（无）'
  const items = result.recommended.map((one) => one.item)
  return same([...new Set(expect.recommended)].sort(), [...new Set(items)].sort())
    ? []
    : [`应建议 ${listed(expect.recommended)}，实际是 ${listed(items)}`]
}

/** Equal as JSON, whatever the order of keys. */
const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  )
}
