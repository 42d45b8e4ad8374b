import type { Cap } from '../catalogue/funds.ts'
import { formatMoney } from './money.ts'
import { share } from './share.ts'

/** `unset`: the city has not stated the total, so spending can be neither allowed nor refused by this rule. */
export type CapResult =
  | { readonly state: 'unset'; readonly words: string }
  | { readonly state: 'within' | 'over'; readonly limit: number; readonly words: string }

/** Checks spending (分) from one fund against its cap; S2-02: one 分 above the limit is over. */
export const checkCap = (cap: Cap, spent: number): CapResult => {
  if (cap.total === null) return { state: 'unset', words: `${cap.of}未设定，无法核对限额。` }
  const limit = share(cap.total, cap.ratio, 'down')
  const state = spent <= limit ? 'within' : 'over'
  const verdict = state === 'within' ? '未超过' : '超过'
  return {
    state,
    limit,
    words: `支出 ${formatMoney(spent)} 元，${verdict}限额 ${formatMoney(limit)} 元（${cap.of}的 ${+(cap.ratio * 100).toFixed(2)}%）。`,
  }
}
