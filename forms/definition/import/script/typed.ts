import { kind } from './kinds.ts'
import type { Shape } from './scene.ts'
import { Untranslatable } from './syntax.ts'

/** JSON Logic, as plain JSON. */
export type Logic = unknown

/** A rule that means the same as a piece of script, and what its result may be. */
export type Typed = {
  readonly logic: Logic
  readonly kinds: number
  /** Bit 0: it reads the form. Higher bits: it reads the element or sum of a list that is being walked. */
  readonly levels: number
  readonly size: number
  readonly shape?: Shape
  /** A number that cannot be 0. */
  readonly nonzero?: boolean
  /** What needs its own handling: see where it is made. */
  readonly special?: Special
}
export type Special =
  /** The result of `toFixed(places)`. */
  | { readonly is: 'fixed'; readonly of: Typed; readonly places: number }
  /** The number of the element that a loop stands at. */
  | { readonly is: 'position'; readonly list: string; readonly element: Typed }
  /** `Object.values(boxes)`: boxes that were never touched may be left out. */
  | { readonly is: 'boxes' }
  /** A date: its local day as a text, and whether the time of day counts too (`now`). */
  | { readonly is: 'date'; readonly day: Typed; readonly now: boolean }
  /** Milliseconds since a base that only a difference takes off. */
  | { readonly is: 'since'; readonly base: string }

/** Larger rules are refused by the linter anyway. */
const largest = 1_500

export const typed = (
  logic: Logic,
  kinds: number,
  from: readonly Typed[],
  more: Pick<Typed, 'shape' | 'nonzero' | 'special'> = {},
): Typed => {
  let size = 1
  let levels = 0
  for (const part of from) {
    if (part.special?.is === 'fixed') throw new Untranslatable('toFixed', '固定小数位数的文字不能由规则算出')
    size += part.size
    levels |= part.levels
  }
  if (size > largest) throw new Untranslatable('', '改写后的规则太大')
  return { logic, kinds, levels, size, ...more }
}

export const constant = (value: string | number | boolean | null | undefined): Typed => ({
  logic: value ?? null,
  kinds:
    value === undefined
      ? kind.missing
      : value === null
        ? kind.nothing
        : typeof value === 'boolean'
          ? kind.boolean
          : typeof value === 'number'
            ? kind.number
            : value === ''
              ? kind.blank
              : kind.text,
  levels: 0,
  size: 1,
  ...(typeof value === 'number' && value !== 0 && { nonzero: true }),
})

/** The value of a rule that is a constant; `undefined` with `constant: false` otherwise. */
export const fixedValue = (of: Typed): { readonly value: string | number | boolean | null } | undefined =>
  of.logic === null || typeof of.logic !== 'object'
    ? { value: of.logic as string | number | boolean | null }
    : undefined

/** The path of a plain variable, such as `data.a`; undefined for all else. */
export const pathOf = (of: Typed): string | undefined => {
  const { logic } = of
  if (typeof logic !== 'object' || logic === null || !Object.hasOwn(logic, 'var')) return undefined
  const path = (logic as { readonly var?: unknown }).var
  return typeof path === 'string' ? path : undefined
}

/** Either of two, as the test says. */
export const either = (test: Typed, yes: Typed, no: Typed): Typed => {
  if (yes === no || (yes.logic === no.logic && yes.kinds === no.kinds && fixedValue(yes))) return yes
  const known = fixedValue(test)
  if (known) return known.value ? yes : no
  if (yes.special?.is === 'date' || no.special?.is === 'date')
    throw new Untranslatable('Date', '用到了日期计算')
  if (yes.special?.is === 'since' || no.special?.is === 'since') throw new Untranslatable('getTime')
  const shape = yes.shape === no.shape ? yes.shape : undefined
  return typed({ if: [test.logic, yes.logic, no.logic] }, yes.kinds | no.kinds, [test, yes, no], {
    ...(shape && { shape }),
    ...(yes.nonzero && no.nonzero && { nonzero: true }),
  })
}

/** Joins by `and` or `or`, flat. */
export const joined = (name: 'and' | 'or' | '+' | '*' | 'cat', a: Typed, b: Typed, kinds: number): Typed =>
  typed(
    { [name]: [...partsOf(a, name), ...(name === '+' || name === '*' ? [b.logic] : partsOf(b, name))] },
    kinds,
    [a, b],
  )

const partsOf = ({ logic }: Typed, name: string): readonly Logic[] => {
  const inner =
    typeof logic === 'object' && logic !== null ? (logic as Record<string, unknown>)[name] : undefined
  return Array.isArray(inner) && inner.length > 1 ? inner : [logic]
}
