/** Range and middle of prices that can be compared, in 分. */
export type Figures = {
  readonly n: number
  readonly min: number
  readonly median: number
  readonly max: number
}

/** Undefined over nothing: no price is not a price of zero. A median between two prices is rounded to whole 分. */
export const figuresOf = (prices: readonly number[]): Figures | undefined => {
  const sorted = prices.toSorted((a, b) => a - b)
  const n = sorted.length
  const [min, max] = [sorted[0], sorted[n - 1]]
  if (min === undefined || max === undefined) return undefined
  const [low = min, high = min] = [sorted[Math.floor((n - 1) / 2)], sorted[Math.floor(n / 2)]]
  return { n, min, median: Math.round((low + high) / 2), max }
}
