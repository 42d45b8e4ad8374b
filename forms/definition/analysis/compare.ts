import { isList, isNumber, isText, numeric, textual } from '../../logic/index.ts'
import { concrete } from './concrete.ts'
import type { Node } from './node.ts'
import { isKnown, only, pick, type Shape, type Truth, truthOf } from './shape.ts'

const both: Truth = { yes: true, no: true }

/** Whether any value of one can equal any of the other, strictly (`===`) or as JSON Logic's `==` does. */
const mayEqual = (a: Shape, b: Shape, strict: boolean): boolean => {
  if (a.wild || b.wild || (a.text && b.text)) return true
  if ((a.list || a.at) && (b.list || b.at)) return true
  if (a.span && b.span && a.span.low <= b.span.high && b.span.low <= a.span.high) return true
  if (!strict && ((a.text && b.span) || (b.text && a.span))) return true
  for (const one of a.known) {
    if (fits(one, b, strict)) return true
    for (const other of b.known) if (concrete(strict ? '===' : '==', [one, other])) return true
  }
  return [...b.known].some((value) => fits(value, a, strict))
}

/** Whether a known value can equal what is not known of a shape. */
const fits = (value: unknown, { span, text }: Shape, strict: boolean): boolean => {
  if (value === null || isList(value)) return false
  if (text && (!strict || isText(value))) return true
  const number = strict && !isNumber(value) ? Number.NaN : Number(value)
  return span !== undefined && number >= span.low && number <= span.high
}

export const equality = (name: string, a: Shape, b: Shape): Truth => {
  const strict = name.length === 3
  const alone = isKnown(a) && isKnown(b) && a.known.size === 1 && b.known.size === 1
  const yes = mayEqual(a, b, strict)
  const truth = { yes, no: !(alone && yes) }
  return name[0] === '!' ? { yes: truth.no, no: truth.yes } : truth
}

/** Known values one by one, and the ends of what lies between; undefined: anything. */
type Part = { readonly value: unknown } | { readonly low: number; readonly high: number } | undefined

const partsOf = ({ known, span, text, list, at, wild }: Shape): readonly Part[] => [
  // JSON Logic takes lists and objects for nothing in a comparison.
  ...[...known].map((value) => ({ value: isList(value) ? null : value })),
  ...(span ? [span] : []),
  ...(list || at ? [{ value: null }] : []),
  ...(text || wild ? [undefined] : []),
]

const endsOf = (one: Exclude<Part, undefined>): readonly [number, number] =>
  'low' in one ? [one.low, one.high] : [Number(one.value), Number(one.value)]

/** `< <= > >=` of two. */
export const order = (name: string, a: Shape, b: Shape): Truth => {
  if (name[0] === '>') return order(`<${name.slice(1)}`, b, a)
  let [yes, no] = [false, false]
  const parts = partsOf(b)
  for (const one of partsOf(a))
    for (const other of parts) {
      if (!one || !other) return both
      if ('value' in one && 'value' in other) {
        if (concrete(name, [one.value, other.value])) yes = true
        else no = true
        continue
      }
      const [low, high] = endsOf(one)
      const [least, most] = endsOf(other)
      // A text that is no number is neither smaller nor greater.
      const none = Number.isNaN(low) || Number.isNaN(least)
      if (!none && (name === '<' ? low < most : low <= most)) yes = true
      if (none || (name === '<' ? high >= least : high > least)) no = true
    }
  return { yes, no }
}

/** Whether a known value is among those of a list or a text. */
export const membership = (needle: Shape, hay: Shape): Truth => {
  if (hay.wild || hay.text) return both
  let [yes, no] = [false, !isKnown(hay)]
  if (hay.list && hay.list.most > 0) yes = mayEqual(needle, hay.list.item, true)
  for (const value of hay.known) {
    if (isText(value)) return both
    const items = isList(value) ? value : []
    if (!isKnown(needle) || [...needle.known].some((one) => !items.includes(one))) no = true
    if (items.some((item) => mayEqual(needle, { known: new Set([item]) }, true))) yes = true
  }
  return { yes, no }
}

/** The wanted value as builders write it: `"5"` and `"true"` mean 5 and true where the answer is no text. */
const parsed = (wanted: unknown): unknown => {
  if (!isText(wanted) || !/^(?:true|false|null|-?\d[\d.e+-]*)$/i.test(wanted)) return wanted
  try {
    return JSON.parse(wanted) as unknown
  } catch {
    return wanted
  }
}

const absent = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Choices of digits are compared as numbers, unless they are declared to be text. */
const plain = (value: unknown, digits: boolean): unknown => {
  if (!digits || !isText(value)) return value
  if (value === 'true' || value === 'false') return value === 'true'
  return value !== '' && String(Number(value)) === value ? Number(value) : value
}

/** One value that is known, under an operator of simple conditions; undefined: not decided here. */
export const holds = (
  operator: string,
  given: unknown,
  wanted: unknown,
  digits: boolean,
): boolean | undefined => {
  if (isList(given) || isList(wanted)) return undefined
  if (operator === 'legacy')
    return absent(given) ? /^(?:undefined|null)?$/.test(textual(wanted)) : String(given) === textual(wanted)
  const value = plain(given, digits)
  const sign = orders[operator]
  if (sign !== undefined)
    return isNumber(value) && wanted !== undefined && concrete(sign, [value, numeric(wanted)]) === true
  switch (operator) {
    case 'isEmpty':
      return value === false || (isText(value) && value.trim() === '') ? undefined : absent(value)
    case 'isEqual':
      if (absent(value)) return absent(wanted)
      return isText(value) ? value === wanted : value === parsed(wanted)
    case 'includes':
      return isText(value) && value.includes(textual(wanted))
    default:
      return undefined
  }
}

/** Operators of simple conditions that compare numbers, as JSON Logic writes them. */
export const orders: Readonly<Record<string, string | undefined>> = {
  lessThan: '<',
  lessThanOrEqual: '<=',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
}

/** Operators that deny another, of each element of a list by itself. */
export const opposite: Readonly<Record<string, string | undefined>> = {
  isNotEqual: 'isEqual',
  isNotEmpty: 'isEmpty',
  notIncludes: 'includes',
}

/** One term of a simple condition: what is asked, and with what it is compared. */
export const termTruth = (operator: string, shape: Shape, wanted: unknown, asks: Node['asks']): Truth => {
  const denied = opposite[operator]
  const asked = denied ?? operator
  const { known, span, text, list, at, wild } = shape
  let [yes, no] = [false, false]
  const either = (truth: Truth): void => {
    yes ||= denied ? truth.no : truth.yes
    no ||= denied ? truth.yes : truth.no
  }
  for (const value of known) {
    // A list that is not answered is an empty one.
    const found =
      value === null && asks?.list ? undefined : holds(asked, value, wanted, asks?.digits === true)
    either(found === undefined ? both : { yes: found, no: !found })
  }
  const sign = orders[asked]
  if (text || wild || (at && asked !== 'isEqual')) either(both)
  else if (at)
    either({ yes: !/^[\w-]+$/.test(textual(wanted)) || truthOf(pick(shape, textual(wanted))).yes, no: true })
  if (span && sign && wanted !== undefined)
    either(order(sign, { known: new Set(), span }, only(numeric(wanted))))
  else if (span && /^(?:isEqual|legacy)$/.test(asked))
    either({ yes: numeric(wanted) >= span.low && numeric(wanted) <= span.high, no: true })
  else if (span) either(asked === 'isEmpty' ? { yes: false, no: true } : both)
  if (list && (asked === 'isEmpty' || asked === 'legacy')) either(both)
  else if (list) {
    // An empty list never holds, whether the operator denies or not.
    if (list.most > 0 && termTruth(operator, list.item, wanted, asks).yes) yes = true
    no = true
  }
  return { yes, no }
}
