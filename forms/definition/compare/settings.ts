import { limits } from '../types.ts'
import type { CompatibilityClass } from './compatibility.ts'
import { at, same } from './same.ts'
import type { Say } from './say.ts'
import type { Seat } from './seat.ts'

/**
 * What a change of each setting does to answers, whatever the kind of question: `wording` nothing; `meaning` they say
 * something else; `loses` they no longer pass; `strict` they may not pass once it is there or another one, `loose` once
 * it is gone; `least` and `most` once the bound is narrower. A setting that is not here is read by builders alone.
 */
const effects = {
  wording:
    'description tooltip placeholder html content errors format hideLabel validate.customMessage properties.sensitivity properties.source',
  meaning:
    'properties.element properties.format currency prefix suffix dayFirst enableTime dataFormat dataType truncateMultipleSpaces defaultValue',
  loses: 'storeas properties.options fields.day.hide fields.month.hide fields.year.hide',
  strict:
    'validate.required properties.format validate.pattern inputMask validate.integer validate.json unique validate.unique fields.day.required fields.month.required fields.year.required',
  loose: 'validate.skipMaskValidation',
  least:
    'validate.min validate.minLength validate.minWords validate.minSelectedCount minYear fields.year.minYear minDate datePicker.minDate',
  most: 'validate.max validate.maxLength validate.maxWords validate.maxSelectedCount maxYear fields.year.maxYear maxDate datePicker.maxDate',
} as const
type Effect = keyof typeof effects

const settings: readonly (readonly [string, Effect])[] = Object.entries(effects).flatMap(([effect, names]) =>
  names.split(' ').map((name) => [name, effect as Effect] as const),
)

/** What is not set is written in many ways. */
export const filled = (value: unknown): unknown =>
  value === null || value === '' || value === false || same(value, {}) || same(value, []) ? undefined : value

/** Says every setting that differs. */
export const judgeSettings = (was: Seat, is: Seat, say: Say): void => {
  // A grid without a cap of its own has the engine's.
  const none = is.kind === 'grid' ? limits.rows : undefined
  for (const [name, effect] of settings) {
    const bound = effect === 'least' || effect === 'most'
    const rows = effect === 'most' ? none : undefined
    const [a, b] = [was, is].map(({ component }) =>
      bound ? boundOf(at(component, name), name, rows) : read(component, name),
    )
    if (same(a, b)) continue
    const what = bound && isWider(a, b, effect === 'least') ? 'compatible' : classOf[effect](b)
    say.setting(rows === undefined || what === 'compatible' ? what : 'loses-answers', name, a, b)
  }
  if (is.kind === 'number') judgeNumber(was.component, is.component, say)
}

/** The class of a setting that became this. */
const classOf: Readonly<Record<Effect, (is: unknown) => CompatibilityClass>> = {
  wording: () => 'compatible',
  meaning: () => 'changes-meaning',
  loses: () => 'loses-answers',
  strict: (is) => (is === undefined ? 'compatible' : 'tightens'),
  loose: (is) => (is === undefined ? 'tightens' : 'compatible'),
  least: () => 'tightens',
  most: () => 'tightens',
}

const read = (component: unknown, name: string): unknown => {
  const value = at(component, name)
  if (name === 'enableTime') return value !== false
  if (name !== 'defaultValue') return filled(value)
  // False is an answer of its own.
  const set = value === false ? value : filled(value)
  return set !== undefined && at(component, 'multiple') === true && !Array.isArray(set) ? [set] : set
}

/** Days can be compared as they are written; of anything finer nothing is assumed. */
const isWider = (was: unknown, is: unknown, least: boolean): boolean => {
  if (is === undefined) return true
  if (typeof was === 'number' && typeof is === 'number') return least ? is <= was : is >= was
  if (typeof was !== 'string' || typeof is !== 'string' || was.length + is.length !== 20) return false
  return least ? is <= was : is >= was
}

/** A number, or a day as it is written; of anything finer nothing is assumed. A count of 0 is none, as in Form.io. */
const boundOf = (value: unknown, name: string, none: number | undefined): number | string | undefined => {
  if (typeof value === 'string' && /^\d{4}-/.test(value)) return value
  const number = filled(value) === undefined || value === true ? Number.NaN : Number(value)
  if (!Number.isFinite(number)) return none
  return number === 0 && none === undefined && !/\.(min|max)$/.test(name) ? undefined : number
}

const decimalsOf = (component: unknown): number => {
  const money = at(component, 'properties.format') === 'money'
  const limit = boundOf(at(component, 'decimalLimit'), '.max', undefined)
  return Number(limit ?? (at(component, 'type') === 'currency' && !money ? 2 : Infinity))
}

const judgeNumber = (a: unknown, b: unknown, say: Say): void => {
  const [many, few] = [decimalsOf(a), decimalsOf(b)]
  const told = (limit: number) => (limit === Infinity ? undefined : limit)
  if (many !== few) say.setting(few < many ? 'tightens' : 'compatible', 'decimalLimit', told(many), told(few))
  const step = (component: unknown) => {
    const [size, from] = ['step', 'min'].map((name) => Number(at(component, `validate.${name}`)) || 0)
    return size && size > 0 ? { size, from: from ?? 0 } : undefined
  }
  const [older, newer] = [step(a), step(b)]
  if (same(older, newer)) return
  const whole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9
  const wider =
    !newer || (older && whole(older.size / newer.size) && whole((older.from - newer.from) / newer.size))
  const what = wider ? 'compatible' : 'tightens'
  // The steps begin at the least value.
  if (older?.size === newer?.size) say.setting(what, 'validate.min', older?.from, newer?.from)
  else say.setting(what, 'validate.step', older?.size, newer?.size)
}
