import { part } from './exact.ts'
import type { FeeRow } from './schema.ts'

/** What one unit costs at least and at most, 分. `by`: how the row comes to its price. */
export type PriceSpan = {
  readonly by: 'flat' | 'tiers' | 'formula'
  readonly low: number
  readonly high: number
}

/**
 * The price of one unit under a row; undefined where it is not set, which is not zero. Tiers of one price each are a
 * span, all others one price: `low` and `high` are the same. Throws RangeError past twelve digits.
 */
export const priceSpan = ({
  amount,
  tiers,
  formula,
}: Pick<FeeRow, 'amount' | 'tiers' | 'formula'>): PriceSpan | undefined => {
  if (tiers) {
    const prices = tiers.steps.map((step) => step.amount)
    return { by: 'tiers', low: Math.min(...prices), high: Math.max(...prices) }
  }
  if (formula) {
    if (formula.base.amount === null) return undefined
    const price = part(formula.base.amount, formula.percent, formula.rounding)
    return { by: 'formula', low: price, high: price }
  }
  return amount === null ? undefined : { by: 'flat', low: amount, high: amount }
}
