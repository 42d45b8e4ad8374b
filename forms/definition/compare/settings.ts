import { numeric } from '../../logic/index.ts'
import { limits } from '../types.ts'
import type { CompatibilityClass } from './compatibility.ts'
import { at, same } from './same.ts'
import type { Say } from './say.ts'
import type { Seat } from './seat.ts'
import { type Effect, isMeant, settings } from './table.ts'

/** What is not set is written in many ways. */
export const filled = (value: unknown): unknown =>
  value === null || value === '' || value === false || same(value, {}) || same(value, []) ? undefined : value

/** Says every setting that differs. */
export const judgeSettings = (was: Seat, is: Seat, say: Say): void => {
  // A grid without a cap of its own has the engine's.
  const none = is.kind === 'grid' ? limits.rows : undefined
  for (const [name, effect] of settings) {
    if (effect === 'apart' || !(isMeant(name, was.kind) || isMeant(name, is.kind))) continue
    const bound = effect === 'least' || effect === 'most'
    const rows = effect === 'most' ? none : undefined
    const [a, b] = [was, is].map(({ component }) =>
      bound ? boundOf(at(component, name), name, rows) : read(component, name),
    )
    if (same(a, b)) continue
    const what = bound && isWider(a, b, effect === 'least') ? 'compatible' : classOf(effect, b)
    say.setting(rows === undefined || what === 'compatible' ? what : 'loses-answers', name, a, b)
    if (effect === 'format' && b !== undefined) say.setting('tightens', name, a, b)
  }
  if (is.kind === 'number') judgeNumber(was.component, is.component, say)
}

/** The class of a setting that became this. */
const classOf = (effect: Effect, is: unknown): CompatibilityClass => {
  if (effect === 'meaning' || effect === 'format') return 'changes-meaning'
  if (effect === 'loses') return 'loses-answers'
  const harmless =
    effect === 'wording' || (effect === 'strict' ? is === undefined : effect === 'loose' && is === true)
  return harmless ? 'compatible' : 'tightens'
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
  const number = filled(value) === undefined || value === true ? Number.NaN : numeric(value)
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
    const [size, from] = ['step', 'min'].map((name) => numeric(at(component, `validate.${name}`)) || 0)
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
