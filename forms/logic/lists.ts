import { isList } from './json.ts'
import type { Expression, Scope } from './rule.ts'
import { boundedList, spend, truthy } from './value.ts'

type Body = { readonly list: Expression; readonly body: Expression; readonly start: Expression }

const elements = (list: Expression, s: Scope): readonly unknown[] => {
  const value = list(s)
  return isList(value) ? value : []
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

/** Asks elements until one answers `until`: then the result is `found`, after all of them the opposite. */
const asked =
  (until: boolean, found: boolean, empty: boolean) =>
  ({ list, body }: Body): Expression =>
  (s) => {
    const items = elements(list, s)
    let result = items.length > 0 ? !found : empty
    each(s, items, body, (value) => {
      if (truthy(value) !== until) return true
      result = found
      return false
    })
    return result
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
  all: asked(false, false, false),
  none: asked(true, false, true),
  some: asked(true, true, false),
}
