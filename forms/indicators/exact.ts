const places = 4
const scale = 10 ** places

/** Ten-thousandths of a figure, exactly. Throws RangeError for what is no figure >= 0 with at most four decimals. */
export const scaled = (figure: number): bigint => {
  const parts = Math.round(figure * scale)
  if (!(figure >= 0) || !Number.isSafeInteger(parts) || Math.abs(parts / scale - figure) > 1e-9 * figure)
    throw new RangeError('应为不小于零、最多四位小数的数')
  return BigInt(parts)
}

/** Whether `numerator` of `denominator` reaches (`>=`) or keeps to (`<=`) the target: 0.3 of 1000 is 300, not 299.99…. */
export const holds = (numerator: number, denominator: number, op: '>=' | '<=', target: number): boolean => {
  const [left, right] = [scaled(numerator) * BigInt(scale), scaled(target) * scaled(denominator)]
  return op === '>=' ? left >= right : left <= right
}

/**
 * The numerator that just reaches the target, or may just not pass it. `whole`: of things that cannot be divided, so
 * rounded up for `>=` and down for `<=`; else to four decimals in the same direction.
 */
export const bound = (denominator: number, op: '>=' | '<=', target: number, whole: boolean): number => {
  const unit = whole ? BigInt(scale) ** 2n : BigInt(scale)
  const product = scaled(target) * scaled(denominator)
  const down = product / unit
  const steps = op === '>=' && product % unit > 0n ? down + 1n : down
  return whole ? Number(steps) : Number(steps) / scale
}

/** a − b without a tail of binary digits. */
export const difference = (a: number, b: number): number => Number(scaled(a) - scaled(b)) / scale

/** The sum without a tail of binary digits. */
export const sum = (figures: readonly number[]): number =>
  Number(figures.reduce((all, one) => all + scaled(one), 0n)) / scale
