/**
 * `ratio` of a whole number, exactly: 0.3 × 1000 must be 300, not 299.99…. `ratio` has at most four decimals.
 * Throws RangeError for anything that is not a safe whole number >= 0.
 */
export const share = (whole: number, ratio: number, rounding: 'up' | 'down'): number => {
  if (!Number.isSafeInteger(whole) || whole < 0) throw new RangeError('基数应为不小于零的整数')
  const parts = Math.round(ratio * 10_000)
  if (!(ratio >= 0 && ratio <= 1) || Math.abs(parts - ratio * 10_000) > 1e-6)
    throw new RangeError('比例应在 0 到 1 之间，最多四位小数')
  const product = BigInt(whole) * BigInt(parts)
  const floor = product / 10_000n
  return Number(rounding === 'up' && product % 10_000n > 0n ? floor + 1n : floor)
}
