import { isList, isNumber, isText, truthy } from '../../logic/index.ts'

/** Numbers between two ends, both included. `dense`: every one of them (every whole one) can occur, not only the ends. */
export type Span = {
  readonly low: number
  readonly high: number
  readonly whole: boolean
  readonly dense: boolean
}
/** A list: what one element can be, and how many there can be. */
export type List = { readonly item: Shape; readonly least: number; readonly most: number }

/**
 * All values that something can have: one of `known` (null: no answer), a number of `span`, any `text`, a list, an
 * object (`at` gives its fields), or anything (`wild`). It may hold values that never occur, never fewer than occur.
 * `loose`: it surely holds some that never occur, because two parts of a rule look at the same answer.
 */
export type Shape = {
  readonly known: ReadonlySet<unknown>
  readonly span?: Span
  readonly text?: true
  readonly list?: List
  readonly at?: (step: string) => Shape
  readonly wild?: true
  readonly loose?: true
}

/** More known values than this become an interval, or any text. */
const most = 128

export const only = (...values: readonly unknown[]): Shape => ({ known: new Set(values) })
/** No value at all: what is never reached. */
export const never: Shape = { known: new Set() }
export const nothing: Shape = { known: new Set([null]) }
export const yesNo: Shape = { known: new Set([true, false]) }
export const anyText: Shape = { known: new Set(), text: true }
export const wild: Shape = { known: new Set(), wild: true }

export const spanOf = (low: number, high: number, whole = false, dense = true): Shape =>
  low > high ? never : low === high ? only(low) : { known: new Set(), span: { low, high, whole, dense } }

export const listOf = (item: Shape, least: number, most: number): Shape => ({
  known: new Set(),
  list: { item, least, most },
})

/** Whether a shape is a handful of known values and nothing else. */
export const isKnown = (shape: Shape): boolean =>
  !shape.span && !shape.text && !shape.list && !shape.at && !shape.wild

export const isNever = (shape: Shape): boolean => isKnown(shape) && shape.known.size === 0

const numbersIn = (values: Iterable<unknown>): readonly number[] =>
  [...values].filter((value) => isNumber(value))

/** Too many known values: numbers become the interval around them, texts any text. */
const widened = (shape: Shape): Shape => {
  if (shape.known.size <= most) return shape
  const numbers = numbersIn(shape.known)
  const rest = [...shape.known].filter((value) => !isNumber(value) && !isText(value))
  const strings = shape.known.size > numbers.length + rest.length
  const around = hull(numbers)
  const span = shape.span && around ? spans(shape.span, around, false) : (around ?? shape.span)
  return { ...shape, known: new Set(rest), ...(span && { span }), ...(strings && { text: true }) }
}

export const hull = (numbers: readonly number[]): Span | undefined =>
  numbers.length === 0
    ? undefined
    : {
        low: numbers.reduce((a, b) => Math.min(a, b)),
        high: numbers.reduce((a, b) => Math.max(a, b)),
        whole: numbers.every(Number.isInteger),
        dense: false,
      }

const spans = (a: Span, b: Span, dense: boolean): Span => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
  whole: a.whole && b.whole,
  dense: dense && a.dense && b.dense && a.whole === b.whole && a.low <= b.high && b.low <= a.high,
})

const lists = (a: List, b: List): List => ({
  item: join(a.item, b.item),
  least: Math.min(a.least, b.least),
  most: Math.max(a.most, b.most),
})

/** Either of two. */
export const join = (a: Shape, b: Shape): Shape => {
  if (a === b || isNever(b)) return a
  if (isNever(a)) return b
  const span = a.span && b.span ? spans(a.span, b.span, true) : (a.span ?? b.span)
  const list = a.list && b.list ? lists(a.list, b.list) : (a.list ?? b.list)
  const at = a.at && b.at ? either(a.at, b.at) : (a.at ?? b.at)
  return widened({
    known: new Set([...a.known, ...b.known]),
    ...(span && { span }),
    ...((a.text || b.text) && { text: true }),
    ...(list && { list }),
    ...(at && { at }),
    ...((a.wild || b.wild) && { wild: true }),
    ...((a.loose || b.loose) && { loose: true }),
  })
}

const either =
  (a: (step: string) => Shape, b: (step: string) => Shape): ((step: string) => Shape) =>
  (step) =>
    join(a(step), b(step))

export const loosened = (shape: Shape): Shape => ({ ...shape, loose: true })
export const marked = (shape: Shape, loose: boolean | undefined): Shape => (loose ? loosened(shape) : shape)

/** Whether it can count as true, and whether it can count as false. */
export type Truth = { readonly yes: boolean; readonly no: boolean }

export const truthOf = ({ known, span, text, list, at, wild: any }: Shape): Truth => {
  let yes = Boolean(any || text || at || (list && list.most > 0) || span)
  let no = Boolean(any || text || list?.least === 0 || (span && span.low <= 0 && span.high >= 0))
  for (const value of known)
    if (truthy(value)) yes = true
    else no = true
  return { yes, no }
}

/** What is left if it counts as true, or as false. */
export const part = (shape: Shape, truth: boolean): Shape => {
  const { known, span, text, list, at, ...rest } = shape
  const left = [...known].filter((value) => truthy(value) === truth)
  if (truth)
    return {
      ...rest,
      known: new Set(left),
      ...(span && { span }),
      ...(text && { text }),
      ...(list && list.most > 0 && { list: { ...list, least: Math.max(1, list.least) } }),
      ...(at && { at }),
    }
  if (span && span.low <= 0 && span.high >= 0) left.push(0)
  if (text) left.push('')
  return { ...rest, known: new Set(left), ...(list?.least === 0 && { list: { ...list, most: 0 } }) }
}

/** A field of an object, an element or the length of a list; null where there is none. */
export const pick = (shape: Shape, step: string): Shape => {
  const { known, span, text, list, at } = shape
  if (shape.wild || [...known].some(isList)) return wild
  let found = known.size > 0 || span || text ? nothing : never
  if (at) found = join(found, at(step))
  if (list)
    found = join(found, step === 'length' ? spanOf(list.least, list.most, true) : join(list.item, nothing))
  return marked(found, shape.loose)
}
