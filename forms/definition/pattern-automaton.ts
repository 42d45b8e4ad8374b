/** Ranges of UTF-16 code units, both ends included, in order and apart. */
export type Signs = readonly (readonly [number, number])[]

const positionsMost = 1_500
const linksMost = 40_000

/**
 * `next[p]` are the positions that can follow p; one that can follow in two ways stands twice. `loop[p]` is the
 * first position of the outermost endless repeat that p stands in. Positions are numbered as they are read, so
 * that a step leads back only inside such a loop, and from each of its positions every other can be reached.
 */
export type Automaton = {
  readonly signs: Signs[]
  readonly next: number[][]
  readonly loop: number[]
  links: number
}
export type Shape = {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly empty: boolean
}

const nothing: Shape = { first: [], last: [], empty: true }

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

/**
 * A part of a pattern: adds its positions, and the steps between them. Throws a RangeError where they are too many to
 * judge, or where one reading of nothing could be taken for another.
 */
export type Part = (to: Automaton) => Shape

export const sign =
  (signs: Signs): Part =>
  (to) => {
    const at = to.signs.push(signs) - 1
    if (at >= positionsMost) throw new RangeError('positions')
    to.next.push([])
    return { first: [at], last: [at], empty: false }
  }

export const sequence =
  (parts: readonly Part[]): Part =>
  (to) =>
    parts.reduce<Shape>((all, part) => join(all, part(to), to), nothing)

export const choice =
  (parts: readonly Part[]): Part =>
  (to) => {
    const shapes = parts.map((part) => part(to))
    if (shapes.filter(({ empty }) => empty).length > 1) throw new RangeError('empty in two ways')
    return {
      first: shapes.flatMap(({ first }) => first),
      last: shapes.flatMap(({ last }) => last),
      empty: shapes.some(({ empty }) => empty),
    }
  }

/** `x{2,4}` is read as x x (x (x)?)?, in `x{2,}` the second x comes again and again. */
export const repeat =
  (part: Part, min: number, max: number): Part =>
  (to) => {
    const endless = max === Infinity
    const least = Math.max(min, 1)
    const copies: Shape[] = []
    let from = 0
    for (let i = 0; i < (endless ? least : max); i++) {
      from = to.signs.length
      const copy = part(to)
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
