import { isCalendarDay } from '../standards/index.ts'
import { finite, isFlag, isList, isNumber, isObject, isScalar, isText, own } from './json.ts'
import { RuleFailure, type Scope } from './rule.ts'
import * as ruleLimits from './rule-limits.ts'

/** JSON Logic's own truth: an empty list is false, the text "0" is true. */
export const truthy = (value: unknown): boolean => (isList(value) ? value.length > 0 : Boolean(value))

/** A finite number, or null: an answer that is not there is never zero. */
export const toNumber = (value: unknown): number | null => {
  if (isNumber(value)) return Number.isFinite(value) ? value : null
  return isText(value) && value.length <= 40 && value.trim() !== '' ? (finite(value) ?? null) : null
}

/** Rounds away what binary fractions add: 0.1 + 0.2 is 0.3. */
export const tidy = (value: number): number | null => {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value
  if (!Number.isFinite(value)) return null
  return Number(value.toPrecision(15))
}

/** `==` without calling anything on objects: those are equal only to themselves. */
export const looseEqual = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (isObject(a) || isObject(b)) return false
  // biome-ignore lint/suspicious/noDoubleEquals: JSON Logic's `==` means this, and both sides are primitive here.
  return a == b
}

/** Rules can put lists into lists, the same one many times: what such a list says is bounded like any text. */
export const toText = (scope: Scope, value: unknown, depth = 0): string => {
  if (isText(value)) return value
  if (isNumber(value) || isFlag(value)) return String(value)
  let text = ''
  if (isList(value))
    for (let i = 0; i < value.length; i++)
      text = boundedText(scope, (i > 0 ? `${text},` : '') + toText(scope, value[i], deeper(scope, depth)))
  return text
}

/** One step down into a list or an object. */
export const deeper = (scope: Scope, depth: number): number => {
  if (depth >= ruleLimits.depth) throw new RuleFailure('size')
  spend(scope, 1)
  return depth + 1
}

/** What it costs to look for one text in another: signs may be compared again and again. */
export const spendSearch = (scope: Scope, hay: string, needle: string): void =>
  spend(scope, (hay.length * needle.length) >> 8)

/** Primitive values only; an object compares as nothing. */
export const comparable = (value: unknown): string | number | boolean | null =>
  isScalar(value) ? value : null

/** Own properties only, null where nothing stands. */
export const walkPath = (from: unknown, path: readonly string[]): unknown => {
  let at: unknown = from
  for (let i = 0; i < path.length; i++) at = own(at, path[i] as string)
  return at ?? null
}

export const spend = (scope: Scope, units: number): void => {
  scope.fuel -= units
  if (scope.fuel < 0) throw new RuleFailure('fuel')
}

export const boundedText = (scope: Scope, text: string): string => {
  if (text.length > ruleLimits.text) throw new RuleFailure('size')
  spend(scope, text.length >> 6)
  return text
}

export const boundedList = <T>(list: T[]): T[] => {
  if (list.length > ruleLimits.list) throw new RuleFailure('size')
  return list
}

/** Full years from one local date to another (`YYYY-MM-DD…`); null if either is none. */
export const fullYears = (birth: unknown, on: unknown): number | null => {
  const a = dateParts(birth)
  const b = dateParts(on)
  if (!a || !b) return null
  const before = b[1] < a[1] || (b[1] === a[1] && b[2] < a[2])
  const years = b[0] - a[0] - (before ? 1 : 0)
  return years < 0 ? null : years
}

/** Year, month and day of a date that exists; in a day answer `00` stands for a part that is not known. */
const dateParts = (value: unknown): readonly [number, number, number] | null => {
  if (!isText(value) || value.length > 40) return null
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(value)
  const parts = iso ?? /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(value)
  if (!parts) return null
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (iso) return isCalendarDay(first, second, third) ? [first, second, third] : null
  return isCalendarDay(third, first || 1, second || 1) ? [third, first, second] : null
}
