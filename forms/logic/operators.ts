import { isList, isText } from './json.ts'
import { type Expression, RuleFailure, type Scope } from './rule.ts'
import {
  boundedList,
  boundedText,
  comparable,
  fullYears,
  looseEqual,
  spend,
  spendSearch,
  tidy,
  toNumber,
  toText,
  truthy,
} from './value.ts'

/** An operator over evaluated arguments: how many it takes, and how to build the closure. */
export type Operator = {
  readonly min: number
  readonly max: number
  readonly build: (args: readonly Expression[]) => Expression
}

const many = 200
const nothing: Expression = () => null
const at = (args: readonly Expression[], i: number): Expression => args[i] ?? nothing

const takes = (min: number, max: number, build: Operator['build']): Operator => ({ min, max, build })

/** With one to three arguments, all of them worked out; one that is not written is null. */
const given = (
  min: number,
  max: number,
  run: (a: unknown, b: unknown, c: unknown, s: Scope) => unknown,
): Operator =>
  takes(min, max, (args) => {
    const a = at(args, 0)
    const b = at(args, 1)
    const c = at(args, 2)
    return (s) => run(a(s), b(s), c(s), s)
  })

const two = (test: (a: unknown, b: unknown) => unknown): Operator =>
  takes(2, 2, (args) => {
    const a = at(args, 0)
    const b = at(args, 1)
    return (s) => test(a(s), b(s))
  })

const one = (run: (a: unknown) => unknown): Operator =>
  takes(1, 1, (args) => {
    const a = at(args, 0)
    return (s) => run(a(s))
  })

/** Works out arguments until one is as true as `until`: that one, else the last, is the result. */
const junction = (until: boolean): Operator =>
  takes(1, many, (args) => (s) => {
    let value: unknown = null
    for (const arg of args) {
      value = arg(s)
      if (truthy(value) === until) break
    }
    return value
  })

type Order = (a: never, b: never) => boolean
const ordered = (test: (a: number, b: number) => boolean, between: boolean): Operator => {
  const order = test as unknown as Order as (a: unknown, b: unknown) => boolean
  return takes(2, between ? 3 : 2, (args) => {
    const a = at(args, 0)
    const b = at(args, 1)
    const c = args[2]
    if (!c) return (s) => order(comparable(a(s)), comparable(b(s)))
    return (s) => {
      const middle = comparable(b(s))
      return order(comparable(a(s)), middle) && order(middle, comparable(c(s)))
    }
  })
}

/** Folds numbers; one that is missing makes the whole result missing (null), never a guess. */
const numeric = (
  min: number,
  max: number,
  fold: (a: number, b: number) => number,
  single?: (a: number) => number,
): Operator =>
  takes(min, max, (args) => {
    const first = at(args, 0)
    const second = args[1]
    if (!second)
      return (s) => {
        const a = toNumber(first(s))
        return a === null ? null : tidy(single ? single(a) : a)
      }
    if (args.length === 2)
      return (s) => {
        const a = toNumber(first(s))
        const b = toNumber(second(s))
        return a === null || b === null ? null : tidy(fold(a, b))
      }
    return (s) => {
      let total = toNumber(first(s))
      for (let i = 1; i < args.length; i++) {
        const next = toNumber(at(args, i)(s))
        total = total === null || next === null ? null : fold(total, next)
      }
      return total === null ? null : tidy(total)
    }
  })

const choose = (args: readonly Expression[]): Expression => {
  const test = at(args, 0)
  if (args.length <= 1) return test
  const yes = at(args, 1)
  const no = args.length > 2 ? choose(args.slice(2)) : nothing
  return (s) => (truthy(test(s)) ? yes(s) : no(s))
}

const contains = (needle: unknown, hay: unknown, s: Scope): boolean => {
  if (isText(hay)) {
    const text = toText(s, needle)
    spendSearch(s, hay, text)
    return hay.includes(text)
  }
  if (!isList(hay)) return false
  spend(s, hay.length)
  return hay.includes(needle)
}

/** The operators that a rule may use, besides `var`, `missing`, `missing_some` and the list operators. */
export const operators: Readonly<Record<string, Operator>> = {
  '==': two(looseEqual),
  '===': two((a, b) => a === b),
  '!=': two((a, b) => !looseEqual(a, b)),
  '!==': two((a, b) => a !== b),
  '!': one((a) => !truthy(a)),
  '!!': one(truthy),
  '<': ordered((a, b) => a < b, true),
  '<=': ordered((a, b) => a <= b, true),
  '>': ordered((a, b) => a > b, false),
  '>=': ordered((a, b) => a >= b, false),
  if: takes(1, many, choose),
  '?:': takes(3, 3, choose),
  and: junction(false),
  or: junction(true),
  '+': numeric(1, many, (a, b) => a + b),
  '*': numeric(1, many, (a, b) => a * b),
  '-': numeric(
    1,
    2,
    (a, b) => a - b,
    (a) => -a,
  ),
  '/': numeric(2, 2, (a, b) => a / b),
  '%': numeric(2, 2, (a, b) => a % b),
  max: numeric(1, many, Math.max),
  min: numeric(1, many, Math.min),
  /** Ours: to so many decimals (0 if not said), half away from zero. */
  round: takes(1, 2, ([first = nothing, second]) => (s) => {
    const value = toNumber(first(s))
    const places = second ? toNumber(second(s)) : 0
    if (value === null || places === null || !Number.isInteger(places) || places < 0 || places > 6)
      return null
    const size = Math.abs(value)
    if (size < 1e-6) return 0
    if (size >= 1e15) return value
    const shifted = Number(`${size}e${places}`)
    const rounded = Number(`${Math.round(shifted)}e-${places}`)
    return Number.isFinite(rounded) ? tidy(value < 0 ? -rounded : rounded) : null
  }),
  cat: takes(1, many, (args) => (s) => {
    let text = ''
    for (const arg of args) text = boundedText(s, text + toText(s, arg(s)))
    return text
  }),
  substr: given(2, 3, (a, b, c, s) => {
    const text = toText(s, a)
    const start = toNumber(b) ?? 0
    const count = toNumber(c)
    const from = start < 0 ? Math.max(0, text.length + start) : start
    if (count === null) return text.slice(from)
    return text.slice(from, count < 0 ? Math.max(from, text.length + count) : from + count)
  }),
  in: given(2, 2, (needle, hay, _, s) => contains(needle, hay, s)),
  merge: takes(0, many, (args) => (s) => {
    const list: unknown[] = []
    for (const arg of args) {
      const value = arg(s)
      if (isList(value)) {
        spend(s, value.length)
        for (const item of value) list.push(item)
      } else list.push(value)
      boundedList(list)
    }
    return list
  }),
  /** Ours: the local date of the evaluation, `YYYY-MM-DD`. */
  today: takes(0, 0, () => (s) => s.today),
  /** Ours: full years from a date (`YYYY-MM-DD…` or `MM/DD/YYYY`) to today, or to a second date. */
  age: takes(
    1,
    2,
    ([birth = nothing, on = (s: Scope) => s.today]) =>
      (s) =>
        fullYears(birth(s), on(s)),
  ),
  /** Ours: how many elements a list has, or signs a text; 0 for nothing. */
  count: one((value) => {
    if (isList(value) || isText(value)) return value.length
    if (value === null || value === undefined) return 0
    throw new RuleFailure('type')
  }),
}
