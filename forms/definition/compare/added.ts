import { isRecord } from '../record.ts'
import { asks, gateOf } from './gate.ts'
import { at } from './same.ts'
import type { Form, Seat } from './seat.ts'
import { judgeSettings } from './settings.ts'

/** Operators whose result is a number or nothing, and those whose result is a text. */
const numeric = new Set(['+', '-', '*', '/', '%', 'min', 'max', 'round', 'count', 'age'])
const textual = new Set(['cat', 'substr', 'today'])

/** Whether a rule surely gives what a question of this kind can hold. */
const fits = (rule: unknown, text: boolean, depth = 0): boolean => {
  if (typeof rule === 'number' || rule === null) return true
  if (typeof rule === 'string') return text
  const [[name, args] = ['', undefined], other] = isRecord(rule) ? Object.entries(rule) : []
  if (other || depth > 40) return false
  if (name === 'if' && Array.isArray(args))
    return args.every((arg: unknown, i) => (i % 2 === 0 && i < args.length - 1) || fits(arg, text, depth + 1))
  if (name === 'reduce' && Array.isArray(args))
    return fits(args[1], text, depth + 1) && fits(args[2], text, depth + 1)
  return numeric.has(name) || (text && textual.has(name))
}

/** Whether a question that is new can refuse answers that know nothing of it. */
export const canRefuse = (form: Form, seat: Seat): boolean => {
  if (asks(form, seat)) return true
  const forced = gateOf(form, seat).rules.flatMap(({ pushes }) => pushes.filter(([what]) => what === 'value'))
  const rules = [at(seat.component, 'calculateValue') || undefined, ...forced.map(([, rule]) => rule)]
  const made = rules.filter((rule) => rule !== undefined)
  if (made.length === 0) return false
  const text = seat.kind === 'text' || seat.kind === 'computed'
  if (!(text || seat.kind === 'number') || !made.every((rule) => fits(rule, text))) return true
  const { type } = seat.component
  let checked = type === 'email' || type === 'url' || type === 'currency'
  const listen = (what: string) => {
    checked ||= what === 'tightens'
  }
  judgeSettings({ ...seat, component: { type } }, seat, { line: listen, setting: listen })
  return checked
}
