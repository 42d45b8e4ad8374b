/** Bounds on whole steps around 100, so that every tick stands at the same distance. */
export function relativeAxis(values: readonly number[]) {
  const [low, high] = [Math.min(...values, 95), Math.max(...values, 105)]
  const interval = [5, 10, 20, 50, 100].find((step) => (high - low) / step <= 10) ?? 200
  return {
    min: Math.floor(low / interval) * interval,
    max: Math.ceil(high / interval) * interval,
    interval,
  }
}
