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
  const automaton: Automaton = { signs: [], next: [] }
  try {
    const shape = build(pattern, automaton)
    return ways(shape.first, automaton) <= waysMost ? 'safe' : 'ambiguous'
  } catch (error) {
    if (error instanceof RangeError) return 'ambiguous'
    throw error
  }
}

const waysMost = 64
const positionsMost = 1_500

/** `next[p]` are the positions that can follow p; one that can follow in two ways stands twice. */
type Automaton = { readonly signs: Signs[]; readonly next: number[][] }
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
  if (max === Infinity) {
    const loop = min > 0 ? undefined : copy()
    if (loop) {
      link(loop.last, loop.first, to)
      return { ...loop, empty: true }
    }
    const again = copy()
    link(again.last, again.first, to)
    return join(all, { ...again, empty: true }, to)
  }
  if (max === min) return all
  const rest: Shape[] = []
  for (let i = min; i < max; i++) rest.push(copy())
  const tail = rest.reduceRight<Shape>((inner, one) => ({ ...join(one, inner, to), empty: true }), nothing)
  return join(all, tail, to)
}

const meet = (a: Signs, b: Signs): boolean =>
  a.some(([low, high]) => b.some(([from, to]) => low <= to && from <= high))

/** How many ways to read a text there can be at most; Infinity where two ways open inside a loop. */
const ways = (start: readonly number[], { signs, next }: Automaton): number => {
  const split = (list: readonly number[]): boolean =>
    list.some((a, i) => list.some((b, j) => j > i && meet(signs[a] ?? [], signs[b] ?? [])))
  const components = loops(next)
  const known = new Map<number, number>()
  for (const { positions, loop } of components) {
    const inside = new Set(positions)
    let most = 1
    for (const position of positions) {
      const list = next[position] ?? []
      const apart = split(list)
      if (apart && loop) return Infinity
      const counts = list.filter((to) => !inside.has(to)).map((to) => known.get(to) ?? 1)
      most = Math.max(most, apart ? counts.reduce((sum, count) => sum + count, 0) : Math.max(1, ...counts))
    }
    for (const position of positions) known.set(position, most)
  }
  const counts = start.map((position) => known.get(position) ?? 1)
  return split(start) ? counts.reduce((sum, count) => sum + count, 0) : Math.max(1, ...counts)
}

type Component = { readonly positions: readonly number[]; readonly loop: boolean }

/** Strongly connected components, what follows first (Tarjan, without recursion). */
const loops = (next: readonly (readonly number[])[]): readonly Component[] => {
  const index = new Int32Array(next.length).fill(-1)
  const low = new Int32Array(next.length)
  const onStack = new Uint8Array(next.length)
  const stack: number[] = []
  const result: Component[] = []
  let count = 0
  for (let root = 0; root < next.length; root++) {
    if (index[root] !== -1) continue
    const work: [number, number][] = [[root, 0]]
    while (work.length > 0) {
      const frame = work[work.length - 1] as [number, number]
      const [at, step] = frame
      if (step === 0) {
        index[at] = low[at] = count++
        stack.push(at)
        onStack[at] = 1
      }
      const to = next[at]?.[step]
      if (to !== undefined) {
        frame[1]++
        if (index[to] === -1) work.push([to, 0])
        else if (onStack[to] === 1) low[at] = Math.min(low[at] as number, index[to] as number)
        continue
      }
      work.pop()
      const above = work[work.length - 1]?.[0]
      if (above !== undefined) low[above] = Math.min(low[above] as number, low[at] as number)
      if (low[at] !== index[at]) continue
      const positions = stack.splice(stack.lastIndexOf(at))
      for (const position of positions) onStack[position] = 0
      result.push({ positions, loop: positions.length > 1 || (next[at]?.includes(at) ?? false) })
    }
  }
  return result
}
