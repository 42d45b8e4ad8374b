import {
  type Condition,
  type ConditionOperator,
  type Entry,
  holdersOf,
  isConditionOperator,
  type Outline,
  resolveName,
  type Term,
} from '../definition/index.ts'
import { type Expression, truthy } from '../logic/index.ts'
import { instantOf } from './gate-dates.ts'
import type { Frame, Run, Test } from './plan.ts'

/** A rule of a component made ready: it reads the frame that it runs in. */
export const inFrame =
  (run: Expression): ((frame: Frame, at: Run) => unknown) =>
  (frame, at) => {
    const { scope } = at
    scope.row = frame.out
    scope.rowIndex = frame.rowIndex
    return run(scope)
  }

/** Compiles a condition; `parse` gives the expression of a JSON Logic rule. */
export const testOf = (
  condition: Condition | undefined,
  outline: Outline,
  from: Entry,
  parse: (rule: unknown) => Expression,
): Test | undefined => {
  if (!condition) return undefined
  if (condition.kind === 'json') {
    const run = inFrame(parse(condition.rule))
    return (frame, at) => truthy(run(frame, at))
  }
  const { show, any } = condition
  const tests = condition.terms.map((term) => termTest(term, outline, from, show))
  const [only] = tests
  if (tests.length === 1 && only)
    return condition.terms[0]?.operator === 'legacy' || show ? only : (f) => !only(f)
  return (frame) => (any ? tests.some((test) => test(frame)) : tests.every((test) => test(frame))) === show
}

const termTest = (term: Term, outline: Outline, from: Entry, show: boolean): ((frame: Frame) => boolean) => {
  const target = resolveName(outline, from, term.name)
  if (!target) return () => false
  const read = reader(from, target.entry, target.rest)
  if (term.operator === 'legacy') {
    const eq = String(term.value)
    return (frame) => legacy(read(frame), eq, show)
  }
  if (!isConditionOperator(term.operator)) return () => false
  const compare = comparisons[term.operator]
  return (frame) => compare(read(frame), term.value)
}

/** Goes up to the object that both share, then down through containers. */
const reader = (from: Entry, target: Entry, rest: readonly string[]): ((frame: Frame) => unknown) => {
  const mine = holdersOf(from)
  const its = holdersOf(target)
  let shared = 0
  while (shared < its.length && its[shared] === mine[shared]) shared++
  const up = mine.length - shared
  const path = [...its.slice(shared).map((holder) => holder.key), target.key, ...rest]
  const [key] = path
  if (up === 0 && path.length === 1 && key !== undefined) return (frame) => frame.out[key]
  return (frame) => {
    let at: Frame | undefined = frame
    for (let i = 0; i < up; i++) at = at?.parent
    let value: unknown = at?.out
    for (const step of path)
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? (value as Record<string, unknown>)[step]
          : undefined
    return value
  }
}

const legacy = (value: unknown, eq: string, show: boolean): boolean => {
  if (Array.isArray(value)) return value.map(String).includes(eq) === show
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, eq))
    return String((value as Record<string, unknown>)[eq]) === String(show)
  return (isEmpty(value) ? eq === '' || eq === 'undefined' || eq === 'null' : String(value) === eq) === show
}

const isEmpty = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '' || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every((item) => item === false || item === '')
}

const same = (value: unknown, wanted: unknown): boolean => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return (
      typeof wanted === 'string' &&
      Object.hasOwn(value, wanted) &&
      (value as Record<string, unknown>)[wanted] === true
    )
  if (value === undefined || value === null || value === '')
    return wanted === undefined || wanted === null || wanted === ''
  if (typeof wanted === 'object') return false
  return String(value) === String(wanted)
}

type Comparison = (value: unknown, wanted: unknown) => boolean

/** A list holds if one of its elements does. */
const any =
  (test: Comparison): Comparison =>
  (value, wanted) =>
    Array.isArray(value) ? value.some((item) => test(item, wanted)) : test(value, wanted)

const text =
  (test: (value: string, wanted: string) => boolean): Comparison =>
  (value, wanted) =>
    typeof value === 'string' &&
    (typeof wanted === 'string' || typeof wanted === 'number') &&
    test(value, String(wanted))

const number = (value: unknown): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && value.trim() !== ''
      ? Number(value)
      : Number.NaN

const numeric =
  (test: (value: number, wanted: number) => boolean): Comparison =>
  (value, wanted) =>
    test(number(value), number(wanted))

const moment = (value: unknown): number => {
  const day = typeof value === 'string' ? /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(value) : null
  return instantOf(day ? `${day[3]}-${day[1]}-${day[2]}` : value) ?? Number.NaN
}

const dated =
  (test: (value: number, wanted: number) => boolean): Comparison =>
  (value, wanted) =>
    test(moment(value), moment(wanted))

const includes: Comparison = (value, wanted) =>
  Array.isArray(value)
    ? value.some((item) => same(item, wanted))
    : typeof value === 'object' && value !== null
      ? same(value, wanted)
      : typeof value === 'string' && value.includes(String(wanted ?? ''))

/** The operators of simple conditions. */
export const comparisons: Readonly<Record<ConditionOperator, Comparison>> = {
  isEqual: any(same),
  isNotEqual: (value, wanted) => !any(same)(value, wanted),
  isEmpty: (value) => isEmpty(value),
  isNotEmpty: (value) => !isEmpty(value),
  includes,
  notIncludes: (value, wanted) => !includes(value, wanted),
  startsWith: any(text((value, wanted) => value.startsWith(wanted))),
  endsWith: any(text((value, wanted) => value.endsWith(wanted))),
  lessThan: any(numeric((value, wanted) => value < wanted)),
  lessThanOrEqual: any(numeric((value, wanted) => value <= wanted)),
  greaterThan: any(numeric((value, wanted) => value > wanted)),
  greaterThanOrEqual: any(numeric((value, wanted) => value >= wanted)),
  isDateEqual: any(dated((value, wanted) => value === wanted)),
  isNotDateEqual: any(dated((value, wanted) => value !== wanted)),
  dateLessThan: any(dated((value, wanted) => value < wanted)),
  dateLessThanOrEqual: any(dated((value, wanted) => value <= wanted)),
  dateGreaterThan: any(dated((value, wanted) => value > wanted)),
  dateGreaterThanOrEqual: any(dated((value, wanted) => value >= wanted)),
}
