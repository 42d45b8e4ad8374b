import { isRecord } from '../record.ts'
import type { Kind } from '../types.ts'
import type { Setting } from './settings.ts'

type Raw = Record<string, unknown>

const iso = /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,16}(?:Z|[+-]\d\d:?\d\d)?)?$/

/** Limits of dates: fixed ones stay, `moment()` becomes a rule about today, others are refused. */
export const importDates = (raw: Raw, to: Raw, kind: Kind, { notes, origin }: Setting): void => {
  if (kind !== 'datetime' && kind !== 'day') return
  const picker = kind === 'datetime' ? (isRecord(raw['datePicker']) ? raw['datePicker'] : {}) : raw
  const limits: Raw = {}
  for (const name of ['minDate', 'maxDate'] as const) {
    const value = picker[name]
    if (typeof value !== 'string' || value.trim() === '') continue
    const pointer = kind === 'datetime' ? `/datePicker/${name}` : `/${name}`
    const rule = kind === 'datetime' ? relative(name, value) : undefined
    if (iso.test(value)) limits[name] = value
    else if (rule && addRule(to, rule))
      notes.change(
        origin,
        pointer,
        'setting',
        `「${origin.label}」的日期界限已改写成和“今天”比较的规则。`,
        true,
        value,
        rule,
      )
    else
      notes.refuse(
        origin,
        pointer,
        'date',
        `「${origin.label}」的日期界限「${value.slice(0, 60)}」由代码算出，没有导入，现在不限；请写成 2026-01-31 这样的日期。`,
      )
  }
  if (kind === 'datetime') {
    delete to['datePicker']
    if (Object.keys(limits).length > 0) to['datePicker'] = limits
  } else for (const name of ['minDate', 'maxDate'] as const) if (!(name in limits)) delete to[name]
  const closed = ['disable', 'disableFunction'].filter(
    (name) => typeof picker[name] === 'string' && picker[name] !== '',
  )
  if (picker['disableWeekends'] === true) closed.push('disableWeekends')
  if (picker['disableWeekdays'] === true) closed.push('disableWeekdays')
  if (kind === 'datetime' && closed.length > 0)
    notes.refuse(
      origin,
      `/datePicker/${closed[0]}`,
      'date',
      `「${origin.label}」原来有些日子不能选（周末、指定日期或由代码决定），这项限制没有导入，现在都能选。`,
    )
}

const input = { substr: [{ var: 'input' }, 0, 10] }
const today = { today: [] }

/** `moment()` and full years before it; the rule is about days. */
const relative = (name: 'minDate' | 'maxDate', value: string): unknown => {
  const found =
    /^\s*moment\(\s*\)\s*(?:\.startOf\(\s*['"]days?['"]\s*\)\s*)?(?:\.subtract\(\s*(\d{1,3})\s*,\s*['"](?:years?|y)['"]\s*\))?\s*$/.exec(
      value,
    )
  if (!found) return undefined
  const unless = (test: unknown, message: string) => ({
    if: [{ '!': [{ var: 'input' }] }, true, test, true, message],
  })
  if (found[1] === undefined)
    return name === 'minDate'
      ? unless({ '>=': [input, today] }, '日期不能早于今天')
      : unless({ '<=': [input, today] }, '日期不能晚于今天')
  if (name === 'minDate') return undefined
  return unless({ '>=': [{ age: [{ var: 'input' }] }, Number(found[1])] }, `日期要在 ${found[1]} 年以前`)
}

/** Adds to `validate.json`; a rule that is there already keeps the first word. */
const addRule = (to: Raw, rule: unknown): boolean => {
  const validate: Raw = isRecord(to['validate']) ? to['validate'] : {}
  const before = validate['json']
  const filled = isRecord(before) && Object.keys(before).length > 0
  to['validate'] = { ...validate, json: filled ? { if: [{ '===': [before, true] }, rule, before] } : rule }
  return true
}
