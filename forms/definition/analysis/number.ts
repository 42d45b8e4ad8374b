import { isNumber } from '../../logic/index.ts'
import { concrete } from './concrete.ts'
import { hull, isKnown, join, marked, nothing, only, type Shape, type Span, spanOf } from './shape.ts'

const all: Span = { low: -Number.MAX_VALUE, high: Number.MAX_VALUE, whole: false, dense: false }

/** The numbers that a value can be taken for, and whether it can be none. */
type Numbers = { readonly span: Span | undefined; readonly missing: boolean }

const numbersOf = ({ known, span, text, list, at, wild }: Shape): Numbers => {
  const taken = [...known].map((value) => (isNumber(value) ? value : concrete('+', [value])))
  const numbers = taken.filter((value) => isNumber(value))
  const found = hull(span ? [...numbers, span.low, span.high] : numbers)
  const one = span && numbers.length === 0 ? span : found?.low === found?.high && found
  return {
    span: text || wild ? all : one || (found && { ...found, whole: found.whole && (span?.whole ?? true) }),
    missing: Boolean(text || wild || list || at || numbers.length < known.size),
  }
}

/** Only sums and the smallest or largest of dense numbers leave no gaps. */
const gapless = (name: string, a: Span, b: Span): boolean =>
  /^(?:[+-]|min|max)$/.test(name) && (a.dense || a.low === a.high) && (b.dense || b.low === b.high)

const ends: Readonly<Record<string, (a: Span, b: Span) => readonly number[]>> = {
  '+': (a, b) => [a.low + b.low, a.high + b.high],
  '-': (a, b) => [a.low - b.high, a.high - b.low],
  '*': (a, b) => [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high],
  '/': (a, b) =>
    b.low <= 0 && b.high >= 0
      ? [all.low, all.high]
      : [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high],
  min: (a, b) => [Math.min(a.low, b.low), Math.min(a.high, b.high)],
  max: (a, b) => [Math.max(a.low, b.low), Math.max(a.high, b.high)],
}

const tidy = (value: number): number =>
  Number.isSafeInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15))

/** `+ - * / % min max` over everything that the arguments can be. Missing numbers make the result missing. */
export const arithmetic = (name: string, args: readonly Shape[]): Shape => {
  const parts = args.map(numbersOf)
  let total = parts[0]?.span
  let loose = args.some((arg) => arg.loose)
  let missing = parts.some((one) => one.missing)
  const [first] = parts
  if (parts.length === 1 && name === '-' && first?.span) {
    const { low, high, ...kind } = first.span
    total = { low: -high, high: -low, ...kind }
  }
  for (const { span } of parts.slice(1)) {
    if (!total || !span) return nothing
    const divides = name === '/' || name === '%'
    const zero: boolean = divides && span.low <= 0 && span.high >= 0
    const found: Span | undefined = hull((ends[name]?.(total, span) ?? [all.low, all.high]).map(tidy))
    if (!found) return nothing
    const endless = Math.abs(found.low) > 1e300 || Math.abs(found.high) > 1e300
    missing ||= zero || endless
    loose ||= zero || endless || name === '%'
    total = {
      low: Math.max(found.low, all.low),
      high: Math.min(found.high, all.high),
      whole: total.whole && span.whole && name !== '/',
      dense: gapless(name, total, span),
    }
  }
  if (!total) return nothing
  const { low, high, whole, dense } = total
  const result = missing ? join(spanOf(low, high, whole, dense), nothing) : spanOf(low, high, whole, dense)
  return marked(result, loose)
}

const anyNumber: Shape = { known: new Set([null]), span: all, loose: true }

/** `round` keeps order, so that its ends are the rounded ends. */
export const rounded = ([value = nothing, places = only(0)]: readonly Shape[]): Shape => {
  const { span, missing } = numbersOf(value)
  if (!span) return nothing
  const [digits, other] = places.known
  const ends = [span.low, span.high].map((end) => concrete('round', [end, digits]))
  if (other !== undefined || !isKnown(places) || !ends.every(isNumber)) return anyNumber
  const [low = 0, high = 0] = ends
  const result = spanOf(low, high, span.whole || digits === 0, false)
  return marked(missing ? join(result, nothing) : result, value.loose)
}
