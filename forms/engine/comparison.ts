import {
  type Component,
  type ConditionOperator,
  type Entry,
  holdsValue,
  isRecord,
  type Kind,
} from '../definition/index.ts'
import { isBlank, isList, isNumber, isObject, isText, own } from '../logic/index.ts'
import { instantOf } from '../standards/index.ts'
import { noneTicked, notTicked } from './empty.ts'
import { takesMany } from './gate.ts'

export type Comparison = (value: unknown) => boolean

/** A list holds if one of its elements does: Form.io asks each of them, also for the operators that deny. */
const each =
  (test: Comparison): Comparison =>
  (value) =>
    isList(value) ? value.some(test) : test(value)

/** The wanted value as builders write it: `"5"` and `"true"` mean 5 and true where the answer is no text. */
const parsed = (wanted: unknown): unknown => {
  if (!isText(wanted) || wanted.length > 1_000) return wanted
  try {
    return JSON.parse(wanted) as unknown
  } catch {
    return wanted
  }
}

const equals = (wanted: unknown): Comparison => {
  const typed = parsed(wanted)
  const name = String(wanted)
  const text = isObject(typed) ? JSON.stringify(typed) : undefined
  return (value) => {
    if (isBlank(value)) return isBlank(wanted)
    if (isText(value)) return value === wanted
    if (isRecord(value) && Object.hasOwn(value, name)) return value[name] === true
    return (
      value === typed || (text !== undefined && typeof value === 'object' && JSON.stringify(value) === text)
    )
  }
}

const contains = (wanted: unknown): Comparison => {
  const text = String(wanted)
  return (value) =>
    isText(value) ? value.includes(text) : isRecord(value) && Object.values(value).includes(wanted)
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

const ordered = (wanted: unknown, test: (value: number, wanted: number) => boolean): Comparison => {
  const limit = wanted === undefined ? Number.NaN : Number(wanted)
  return (value) => isNumber(value) && test(value, limit)
}

const moment = (value: unknown): number => {
  const day = isText(value) ? /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(value) : null
  return instantOf(day ? `${day[3]}-${day[1]}-${day[2]}` : value) ?? Number.NaN
}

const dated = (wanted: unknown, test: (value: number, wanted: number) => boolean): Comparison => {
  const limit = moment(wanted)
  return (value) => test(moment(value), limit)
}

const not =
  (test: Comparison): Comparison =>
  (value) =>
    !test(value)

type Emptiness = 'isEmpty' | 'isNotEmpty'

/** The operators of simple conditions for one element of an answer, by the value that a condition compares with. */
const operators: Readonly<Record<Exclude<ConditionOperator, Emptiness>, (wanted: unknown) => Comparison>> = {
  isEqual: equals,
  isNotEqual: (wanted) => not(equals(wanted)),
  includes: contains,
  notIncludes: (wanted) => not(contains(wanted)),
  startsWith: (wanted) => (value) => textOf(value).startsWith(textOf(wanted)),
  endsWith: (wanted) => (value) => textOf(value).endsWith(textOf(wanted)),
  lessThan: (wanted) => ordered(wanted, (a, b) => a < b),
  lessThanOrEqual: (wanted) => ordered(wanted, (a, b) => a <= b),
  greaterThan: (wanted) => ordered(wanted, (a, b) => a > b),
  greaterThanOrEqual: (wanted) => ordered(wanted, (a, b) => a >= b),
  isDateEqual: (wanted) => dated(wanted, (a, b) => a === b),
  isNotDateEqual: (wanted) => dated(wanted, (a, b) => a !== b),
  dateLessThan: (wanted) => dated(wanted, (a, b) => a < b),
  dateLessThanOrEqual: (wanted) => dated(wanted, (a, b) => a <= b),
  dateGreaterThan: (wanted) => dated(wanted, (a, b) => a > b),
  dateGreaterThanOrEqual: (wanted) => dated(wanted, (a, b) => a >= b),
}

/** Makes a term of a condition ready. `target` is the component that is asked, undefined for a part of its answer. */
export const comparisonOf = (
  operator: ConditionOperator,
  wanted: unknown,
  target: Entry | undefined,
): Comparison => {
  const compare =
    operator === 'isEmpty'
      ? blankOf(target)
      : operator === 'isNotEmpty'
        ? not(blankOf(target))
        : each(operators[operator](wanted))
  if (!target) return compare
  const { kind, component } = target
  const coded = kind === 'choice' && component['dataType'] !== 'string'
  // A list that is not answered is an empty list, of which no element can hold anything.
  const list = takesMany(kind, component) && component.validate?.required !== true
  if (!coded && !list) return compare
  return (value) => {
    if (isList(value)) return compare(coded ? value.map(plain) : value)
    return compare(list && isBlank(value) ? [] : coded ? plain(value) : value)
  }
}

/** What a value counts as in rules: the code of a choice is the number or truth value that Form.io makes of it. */
export const asCompared = (kind: Kind, value: unknown): unknown => (kind === 'choice' ? plain(value) : value)

/** A code of digits is compared as the number that it looks like, since Form.io makes it one. */
const plain = (value: unknown): unknown => {
  if (!isText(value)) return value
  if (value === 'true' || value === 'false') return value === 'true'
  return value !== '' && String(Number(value)) === value ? Number(value) : value
}

/** Whether an answer says nothing: a box not ticked, spaces only, rows and containers in which nothing stands. */
const blankOf = (target: Entry | undefined): Comparison => {
  if (!target) return (value) => isBlank(value) || value === false
  const inside = [...target.inside.values()]
    .filter(({ kind }) => holdsValue(kind))
    .map((entry) => [entry.key, blankOf(entry)] as const)
  return blank(target.kind, target.component, inside)
}

const blank = (
  kind: Kind,
  { type }: Component,
  inside: readonly (readonly [string, Comparison])[],
): Comparison => {
  const hollow: Comparison = (value) =>
    !isRecord(value) || inside.every(([key, test]) => test(own(value, key)))
  if (kind === 'container') return hollow
  if (kind === 'grid') return (value) => !isList(value) || value.every(hollow)
  if (kind === 'checkbox') return notTicked
  if (kind === 'selectboxes') return noneTicked
  const trims = kind === 'text' && type !== 'email' && type !== 'url'
  const nothing: Comparison = (value) => isBlank(value) || (trims && isText(value) && value.trim() === '')
  return (value) => (isList(value) ? value.every(nothing) : nothing(value))
}
