/** Choices that are the same on every machine for the same seed. */
export type Random = {
  /** A whole number from 0, below `n`. */
  readonly below: (n: number) => number
  /** True about `share` of the times. */
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
}

/** Mulberry32: 32 bits of state are plenty for one case, since each case has a seed of its own. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  }
}

/** The seed of one case, so that a case can be run alone: the number of the case, stirred into the seed of the run. */
export const seedOf = (seed: number, number: number): number =>
  Math.imul((seed >>> 0) ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(number + 1, 0xc2b2ae35)
