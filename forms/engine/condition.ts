import {
  type Condition,
  type Entry,
  holdersOf,
  isConditionOperator,
  type Outline,
  resolveName,
  type Term,
} from '../definition/index.ts'
import {
  type Expression,
  isBlank,
  isList,
  isObject,
  isText,
  own,
  type Scope,
  spend,
  spendSearch,
  truthy,
} from '../logic/index.ts'
import { comparisonOf } from './comparison.ts'
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
    return condition.terms[0]?.operator === 'legacy' || show ? only : (frame, at) => !only(frame, at)
  return (frame, at) =>
    (any ? tests.some((test) => test(frame, at)) : tests.every((test) => test(frame, at))) === show
}

const termTest = (term: Term, outline: Outline, from: Entry, show: boolean): Test => {
  const target = resolveName(outline, from, term.name)
  if (!target) return () => false
  const read = reader(from, target.entry, target.rest)
  if (term.operator === 'legacy') {
    const eq = String(term.value)
    return (frame, { scope }) => legacy(paid(scope, read(frame), ''), eq, show)
  }
  if (!isConditionOperator(term.operator)) return () => false
  const compare = comparisonOf(term.operator, term.value, target.rest.length === 0 ? target.entry : undefined)
  const sought = term.operator.toLowerCase().includes('includes') ? String(term.value) : ''
  return (frame, { scope }) => compare(paid(scope, read(frame), sought))
}

/** The answer that a condition asks, after the work is paid for that comparing it takes: it can be large. */
const paid = (scope: Scope, value: unknown, sought: string): unknown => {
  if (isText(value)) spendSearch(scope, value, sought)
  else if (isObject(value)) {
    const inner = Object.values(value)
    spend(scope, inner.length)
    for (const one of inner) paid(scope, one, sought)
  }
  return value
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
    for (const step of path) value = own(value, step)
    return value
  }
}

const legacy = (value: unknown, eq: string, show: boolean): boolean => {
  if (isList(value)) return (value.map(String).includes(eq) || String(value) === eq) === show
  if (own(value, eq) !== undefined) return String(own(value, eq)) === String(show)
  return (isBlank(value) ? eq === '' || eq === 'undefined' || eq === 'null' : String(value) === eq) === show
}
