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
  const automaton: Automaton = { signs: [], next: [], loop: [] }
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

/**
 * `next[p]` are the positions that can follow p; one that can follow in two ways stands twice. `loop[p]` is the
 * first position of the outermost endless repeat that p stands in. Positions are numbered as they are read, so
 * that a step leads back only inside such a loop, and from each of its positions every other can be reached.
 */
type Automaton = { readonly signs: Signs[]; readonly next: number[][]; readonly loop: number[] }
type Shape = { readonly first: readonly number[]; readonly last: readonly number[]; readonly empty: boolean }

const nothing: Shape = { first: [], last: [], empty: true }

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
  for (const at of from) {
    const next = to.next[at] as number[]
    next.push(...first)
    if (next.length > positionsMost) throw new RangeError('links')
  }
}

const join = (a: Shape, b: Shape, to: Automaton): Shape => {
  link(a.last, b.first, to)
  return {
    first: a.empty ? [...a.first, ...b.first] : a.first,
    last: b.empty ? [...a.last, ...b.last] : b.last,
    empty: a.empty && b.empty,
  }
}

/** `x{2,4}` is read as x x (x (x)?)?, `x{2,}` as x x x*. */
const repeat = (part: Pattern, min: number, max: number, to: Automaton): Shape => {
  const copy = (): Shape => {
    const shape = build(part, to)
    if (shape.empty && max > 1) throw new RangeError('repeats what may be empty')
    return shape
  }
  let all = nothing
  for (let i = 0; i < min; i++) all = join(all, copy(), to)
  let tail = nothing
  if (max === Infinity) {
    const from = to.signs.length
    const again = copy()
    link(again.last, again.first, to)
    for (let at = from; at < to.signs.length; at++) to.loop[at] = from
    tail = { ...again, empty: true }
  } else {
    const rest: Shape[] = []
    for (let i = min; i < max; i++) rest.push(copy())
    tail = rest.reduceRight<Shape>((inner, one) => ({ ...join(one, inner, to), empty: true }), nothing)
  }
  return join(all, tail, to)
}

const meet = (a: Signs, b: Signs): boolean =>
  a.some(([low, high]) => b.some(([from, to]) => low <= to && from <= high))

/** How many ways to read a text there can be at most; Infinity where two ways open inside a loop. */
const waysFrom = (start: readonly number[], { signs, next, loop }: Automaton): number => {
  const known: number[] = []
  const splits = (list: readonly number[]): boolean =>
    list.some((a, i) => list.some((b, j) => j > i && meet(signs[a] as Signs, signs[b] as Signs)))
  const ways = (list: readonly number[], split: boolean): number =>
    list.reduce(
      (all, at) => (split ? all + (known[at] as number) : Math.max(all, known[at] as number)),
      split ? 0 : 1,
    )
  for (let last = signs.length - 1; last >= 0; ) {
    const from = loop[last] ?? last
    let most = 1
    for (let at = from; at <= last; at++) {
      const split = splits(next[at] as number[])
      if (split && loop[at] !== undefined) return Infinity
      const onward = (next[at] as number[]).filter((to) => to > last)
      most = Math.max(most, ways(onward, split))
    }
    for (; last >= from; last--) known[last] = most
  }
  return ways(start, splits(start))
}
