import { type Component, type Kind, limits } from '../definition/index.ts'
import { finite, hasText, isBlank, isFlag, isList, isText } from '../logic/index.ts'
import { instantOf } from '../standards/index.ts'
import { isMailAddress, isWebAddress } from './address.ts'
import { asCompared } from './comparison.ts'
import { takesMany } from './gate.ts'
import { readDay, wantedParts } from './gate-dates.ts'
import { maskTest } from './input-mask.ts'
import { messageOf } from './messages.ts'
import type { Check } from './plan.ts'

/** A limit as builders write it: a number, a numeric text, or nothing. */
export const limitOf = (value: unknown): number | undefined =>
  isBlank(value) || isFlag(value) ? undefined : finite(value)

/** A limit on how many: 0 is none, as in Form.io. */
const countOf = (value: unknown): number | undefined => limitOf(value) || undefined

/** Words: what spaces part; in Chinese every sign is one, and what stands between counts if it has letters or digits. */
export const countWords = (text: string): number => {
  if (!/\p{Script=Han}/u.test(text)) return text.trim().split(/\s+/).length
  const parts = text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? []
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}

type Make = (code: string, holds: (value: never) => boolean, limit?: number | string) => void

/** The validation rules of a component, for values that are there and passed the gate. */
export const checksOf = (kind: Kind, component: Component, label: string): readonly Check[] => {
  const list: Check[] = []
  const many = takesMany(kind, component)
  const make: Make = (code, holds, limit) => {
    const one = holds as unknown as (value: unknown) => boolean
    const all = (value: unknown) => (isList(value) && value.length > 0 ? value.every(one) : one(undefined))
    list.push({ code, message: messageOf(component, kind, label, code, limit), holds: many ? all : one })
  }
  const written: Make = (code, holds, limit) => {
    const text = holds as unknown as (value: string) => boolean
    make(code, (v: unknown) => !isText(v) || typeof asCompared(kind, v) !== 'string' || text(v), limit)
  }
  if (texts.has(kind)) textChecks(component, written)
  special[kind]?.(component, make)
  return list
}

/** The kinds whose answers are texts, so that lengths, words and patterns apply to them. */
const texts: ReadonlySet<Kind> = new Set(['text', 'tags', 'choice', 'datetime', 'day', 'time'])

/** A check that there is only with its limit. */
const bound = <T>(
  make: Make,
  code: string,
  limit: number | undefined,
  holds: (value: T, limit: number) => boolean,
): void => {
  if (limit !== undefined) make(code, (value: T) => holds(value, limit), limit)
}

const textChecks = (component: Component, make: Make): void => {
  const validate = component.validate ?? {}
  if (component.type === 'email') make('email', isMailAddress)
  if (component.type === 'url') make('url', isWebAddress)
  bound(make, 'minLength', countOf(validate.minLength), (v: string, least) => v.length >= least)
  bound(make, 'maxLength', countOf(validate.maxLength), (v: string, most) => v.length <= most)
  bound(make, 'minWords', countOf(validate.minWords), (v: string, least) => countWords(v) >= least)
  bound(make, 'maxWords', countOf(validate.maxWords), (v: string, most) => countWords(v) <= most)
  if (hasText(validate.pattern)) {
    const pattern = new RegExp(`^(?:${validate.pattern})$`)
    make('pattern', (v: string) => pattern.test(v))
  }
  const mask = component['inputMask']
  if (hasText(mask) && component.type !== 'time' && validate['skipMaskValidation'] !== true)
    make('mask', maskTest(mask, component.type !== 'textfield'), mask)
}

const numberChecks = (component: Component, make: Make): void => {
  const validate = component.validate ?? {}
  const min = limitOf(validate.min)
  const step = limitOf(validate.step)
  const money = component.properties?.format === 'money'
  const decimals =
    limitOf(component['decimalLimit']) ?? (component.type === 'currency' && !money ? 2 : undefined)
  bound(make, 'min', min, (v: number, least) => v >= least)
  bound(make, 'max', limitOf(validate.max), (v: number, most) => v <= most)
  if (validate.integer === true) make('integer', Number.isInteger)
  if (step !== undefined && step > 0) {
    const from = min ?? 0
    make('step', (v: number) => Math.abs((v - from) / step - Math.round((v - from) / step)) < 1e-9, step)
  }
  if (decimals !== undefined && decimals >= 0 && decimals <= 15)
    make('decimals', (v: number) => Number(v.toFixed(decimals)) === v, decimals)
}

const selectedChecks = (component: Component, make: Make): void => {
  const { minSelectedCount, maxSelectedCount } = component.validate ?? {}
  const count = (v: Record<string, boolean>) => Object.values(v).filter(Boolean).length
  // Nothing ticked is no answer: only "required" speaks of that.
  bound(make, 'minSelected', countOf(minSelectedCount), (v: Record<string, boolean>, least) => {
    const ticked = count(v)
    return ticked === 0 || ticked >= least
  })
  bound(
    make,
    'maxSelected',
    countOf(maxSelectedCount),
    (v: Record<string, boolean>, most) => count(v) <= most,
  )
}

const datetimeChecks = (component: Component, make: Make): void => {
  const picker = (component['datePicker'] ?? {}) as Readonly<Record<string, unknown>>
  for (const code of ['minDate', 'maxDate']) {
    const text = picker[code]
    const limit = instantOf(text)
    if (limit === null || !isText(text)) continue
    // A limit without a time means the whole day.
    const whole = text.length === 10
    const holds = (v: string) => {
      const at = instantOf(v)
      if (at === null) return false
      return code === 'minDate' ? at >= limit : at < limit + (whole ? 86_400_000 : 1)
    }
    make(code, holds, text)
  }
}

const dayChecks = (component: Component, make: Make): void => {
  const wanted = wantedParts(component)
  const fields = component['fields'] as Record<string, Record<string, unknown>> | undefined
  const readOf = (v: unknown) => (isText(v) ? readDay(v, component) : null)
  if (wanted.length > 0)
    make('incomplete', (v: unknown) => {
      const read = readOf(v)
      return read !== null && wanted.every((part) => read[part] > 0)
    })
  for (const end of ['min', 'max']) {
    const code = `${end}Date`
    /** The date is compared as text of the same length as the limit. */
    const dated = (limit: string, said: string) =>
      make(
        code,
        (v: unknown) => {
          const read = readOf(v)
          if (!read || read.year === 0) return true
          const text = dateText(read.year, read.month || 1, read.day || 1).slice(0, limit.length)
          return end === 'min' ? text >= limit : text <= limit
        },
        said,
      )
    const year = limitOf(component[`${end}Year`]) ?? limitOf(fields?.['year']?.[`${end}Year`])
    const limit = component[code]
    if (year) dated(String(year).padStart(4, '0'), `${year} 年`)
    if (isText(limit) && limit.length === 10) dated(limit, limit)
  }
}

const dateText = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')

/** The checks that only one kind of component has. */
const special: Readonly<Partial<Record<Kind, (component: Component, make: Make) => void>>> = {
  number: numberChecks,
  selectboxes: selectedChecks,
  datetime: datetimeChecks,
  day: dayChecks,
}

/** How many rows a grid may have, and must have. */
export const rowsOf = (component: Component): { readonly cap: number; readonly min: number } => {
  const most = limitOf(component.validate?.maxLength)
  const least = limitOf(component.validate?.minLength)
  return {
    cap: Math.min(Math.max(0, most ?? limits.rows), limits.rowsMax),
    min: Math.max(0, least ?? 0),
  }
}
