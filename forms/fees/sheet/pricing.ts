import { formatPrice } from '../money.ts'
import type { FeeRow } from '../schema.ts'

/** How a row makes its price, in words: `分档：≤10 为 2 元；以上 3 元`, `最低工资 1,720 元 × 30%`, `单价`. */
export function pricing({ tiers, formula, amount }: FeeRow): string {
  if (tiers) {
    const steps = tiers.steps.map(({ upTo, amount: each }) =>
      upTo === null ? `以上 ${formatPrice(each)} 元` : `≤${upTo} 为 ${formatPrice(each)} 元`,
    )
    return `${tiers.method === 'each' ? '按总量分档' : '分段累计'}：${steps.join('；')}`
  }
  if (formula) {
    const { base, percent } = formula
    const known = base.amount === null ? '（未填）' : ` ${formatPrice(base.amount)} 元`
    return `${base.label}${known} × ${Math.round(percent * 10_000) / 100}%`
  }
  return amount === null ? '未定价' : '单价'
}
