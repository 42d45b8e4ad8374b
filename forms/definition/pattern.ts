import { type Pattern, parsePattern, type Signs } from './pattern-parse.ts'
import { limits } from './types.ts'

export type PatternVerdict = 'safe' | 'too-long' | 'syntax' | 'ambiguous'

/**
 * Decides whether a pattern may be used: a backtracking matcher then needs time linear in the text.
 *
 * The pattern becomes its automaton of positions (one per sign that can be read). Where every next sign
 * belongs to one position only, there is one way to read a text and nothing to try again. Two ways are let
 * through only outside every loop, and only while all of them together are few. So `(a+)+`, `(a|a)*`, `.*x.*y`
 * and `a?a?a?aaa…` are refused, and `(\d{3,4}-)?\d{7,8}` or `[\w-]+(\.[\w-]+)+` pass.
 */
export const judgePattern = (text: string): PatternVerdict => {
  if (text.length > limits.pattern) return 'too-long'
  const pattern = parsePattern(text)
  if (!pattern) return 'syntax'
  const automaton: Automaton = { signs: [], next: [], loop: [], links: 0 }
  try {
    const shape = build(pattern, automaton)
    return waysFrom(shape.first, automaton) <= waysMost ? 'safe' : 'ambiguous'
  } catch (error) {
    if (error instanceof RangeError) return 'ambiguous'
    throw error
  }
}

const waysMost = 64
const positionsMost = 1_500
const linksMost = 40_000

/**
 * `next[p]` are the positions that can follow p; one that can follow in two ways stands twice. `loop[p]` is the
 * first position of the outermost endless repeat that p stands in. Positions are numbered as they are read, so
 * that a step leads back only inside such a loop, and from each of its positions every other can be reached.
 */
type Automaton = {
  readonly signs: Signs[]
  readonly next: number[][]
  readonly loop: number[]
  links: number
}
type Shape = { readonly first: readonly number[]; readonly last: readonly number[]; readonly empty: boolean }

const nothing: Shape = { first: [], last: [], empty: true }

/** Adds a pattern's positions and the steps between them; throws a RangeError where they are too many to judge. */
const build = (pattern: Pattern, to: Automaton): Shape => {
  if (pattern.kind === 'sign') {
    const at = to.signs.push(pattern.signs) - 1
    if (at >= positionsMost) throw new RangeError('positions')
    to.next.push([])
    return { first: [at], last: [at], empty: false }
  }
  if (pattern.kind === 'repeat') return repeat(pattern.part, pattern.min, pattern.max, to)
  if (pattern.kind === 'sequence')
    return pattern.parts.reduce<Shape>((all, part) => join(all, build(part, to), to), nothing)
  const shapes = pattern.parts.map((part) => build(part, to))
  if (shapes.filter(({ empty }) => empty).length > 1) throw new RangeError('empty in two ways')
  return {
    first: shapes.flatMap(({ first }) => first),
    last: shapes.flatMap(({ last }) => last),
    empty: shapes.some(({ empty }) => empty),
  }
}

const link = (from: readonly number[], first: readonly number[], to: Automaton): void => {
  to.links += from.length * first.length
  if (to.links > linksMost) throw new RangeError('links')
  for (const at of from) to.next[at]?.push(...first)
}

const join = (a: Shape, b: Shape, to: Automaton): Shape => {
  link(a.last, b.first, to)
  return {
    first: a.empty ? [...a.first, ...b.first] : a.first,
    last: b.empty ? [...a.last, ...b.last] : b.last,
    empty: a.empty && b.empty,
  }
}

/** `x{2,4}` is read as x x (x (x)?)?, in `x{2,}` the second x comes again and again. */
const repeat = (part: Pattern, min: number, max: number, to: Automaton): Shape => {
  const endless = max === Infinity
  const least = Math.max(min, 1)
  const copies: Shape[] = []
  let from = 0
  for (let i = 0; i < (endless ? least : max); i++) {
    from = to.signs.length
    const copy = build(part, to)
    if (copy.empty && max > 1) throw new RangeError('repeats what may be empty')
    link(copies[i - 1]?.last ?? [], copy.first, to)
    copies.push(copy)
  }
  const [first, last] = [copies[0], copies.at(-1)]
  if (!first || !last) return nothing
  if (endless) {
    link(last.last, last.first, to)
    for (let at = from; at < to.signs.length; at++) to.loop[at] = from
  }
  return {
    first: first.first,
    last: copies.slice(least - 1).flatMap((copy) => copy.last),
    empty: min === 0 || first.empty,
  }
}

/** How many ways to read a text there can be at most; Infinity where two ways open inside a loop. */
const waysFrom = (start: readonly number[], { signs, next, loop }: Automaton): number => {
  const known = signs.map(() => 1)
  const kinds = [...new Set(signs)]
  const kindOf = signs.map((one) => kinds.indexOf(one))
  const judged = new Map<string, boolean>()
  /** Whether one sign can belong to two of these positions; worked out once for what copies of a part share. */
  const splits = (list: readonly number[]): boolean => {
    if (list.length < 2) return false
    const name = list.map((at) => kindOf[at]).join()
    const found = judged.get(name)
    if (found !== undefined) return found
    const ranges = list.flatMap((at) => signs[at] ?? []).sort(([a], [b]) => a - b)
    const split = ranges.some(([low], i) => low <= (ranges[i - 1]?.[1] ?? -1))
    judged.set(name, split)
    return split
  }
  const ways = (list: readonly number[], split: boolean): number => {
    const counts = list.map((at) => known[at] ?? 1)
    return split ? counts.reduce((sum, count) => sum + count, 0) : Math.max(1, ...counts)
  }
  for (let last = signs.length - 1; last >= 0; ) {
    const from = loop[last] ?? last
    let most = 1
    for (let at = from; at <= last; at++) {
      const list = next[at] ?? []
      const split = splits(list)
      if (split && loop[at] !== undefined) return Infinity
      most = Math.max(
        most,
        ways(
          list.filter((to) => to > last),
          split,
        ),
      )
    }
    while (last >= from) known[last--] = most
  }
  return ways(start, splits(start))
}
