import type { Expression, Scope } from './rule.ts'
import { boundedList, spend, truthy } from './value.ts'

type Body = { readonly list: Expression; readonly body: Expression; readonly start: Expression }

const elements = (list: Expression, s: Scope): readonly unknown[] => {
  const value = list(s)
  return Array.isArray(value) ? value : []
}

/** Runs `visit` for each element with the scope standing at it, and puts the scope back. */
const each = (
  s: Scope,
  items: readonly unknown[],
  body: Expression,
  visit: (result: unknown, item: unknown) => boolean,
): void => {
  const outer = s.element
  try {
    for (const item of items) {
      spend(s, 1)
      s.element = item === undefined ? null : item
      if (!visit(body(s), item)) return
    }
  } finally {
    s.element = outer
  }
}

/** The operators that walk a list; inside their body, `var` names the element's own fields. */
export const listOperators: Readonly<Record<string, (parts: Body) => Expression>> = {
  map:
    ({ list, body }) =>
    (s) => {
      const result: unknown[] = []
      each(s, elements(list, s), body, (value) => result.push(value) > 0)
      return boundedList(result)
    },
  filter:
    ({ list, body }) =>
    (s) => {
      const result: unknown[] = []
      each(s, elements(list, s), body, (value, item) => {
        if (truthy(value)) result.push(item)
        return true
      })
      return result
    },
  reduce:
    ({ list, body, start }) =>
    (s) => {
      const outer = s.accumulator
      const items = elements(list, s)
      let total = start(s)
      try {
        s.accumulator = total
        each(s, items, body, (value) => {
          total = value
          s.accumulator = value
          return true
        })
      } finally {
        s.accumulator = outer
      }
      return total
    },
  all:
    ({ list, body }) =>
    (s) => {
      const items = elements(list, s)
      let every = items.length > 0
      each(s, items, body, (value) => {
        every = truthy(value)
        return every
      })
      return every
    },
  none:
    ({ list, body }) =>
    (s) => {
      let found = false
      each(s, elements(list, s), body, (value) => {
        found = truthy(value)
        return !found
      })
      return !found
    },
  some:
    ({ list, body }) =>
    (s) => {
      let found = false
      each(s, elements(list, s), body, (value) => {
        found = truthy(value)
        return !found
      })
      return found
    },
}
