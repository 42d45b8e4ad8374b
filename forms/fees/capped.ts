import * as z from 'zod'
import { fen } from '../catalogue/source.ts'
import { formatMoney } from './money.ts'
import type { FeeRow } from './schema.ts'

/** What was charged before under the same row, 分: this month, for this household, this year. */
export const usedBefore = z.strictObject({
  month: fen.optional(),
  household: fen.optional(),
  year: fen.optional(),
})
export type Used = z.infer<typeof usedBefore>

const names = [
  ['month', '每月限额', '本月'],
  ['household', '每户限额', '本户'],
  ['year', '每年限额', '本年'],
] as const

export type Capped = { readonly amount: number; readonly over: number; readonly steps: readonly string[] }

/**
 * An amount within the caps of its row. `here`: what the lines before it in the same quote came to under the row. A cap
 * of which nobody said what was used before holds for this quote alone, and the step says so.
 */
export const capped = (amount: number, caps: FeeRow['caps'], used: Used = {}, here = 0): Capped => {
  let left = amount
  const steps: string[] = []
  for (const [cap, title, span] of names) {
    const limit = caps?.[cap]
    if (limit === undefined) continue
    const known = used[cap]
    const free = Math.max(0, limit - (known ?? 0) - here)
    const spent =
      (known === undefined ? '（没有已用金额，只按本次核对）' : `，${span}已用 ${formatMoney(known)} 元`) +
      (here === 0 ? '' : `，本次前面各行 ${formatMoney(here)} 元`)
    const verdict =
      left <= free
        ? '，未超过'
        : `，还可计 ${formatMoney(free)} 元，超出的 ${formatMoney(left - free)} 元不计`
    steps.push(`${title} ${formatMoney(limit)} 元${spent}${verdict}`)
    left = Math.min(left, free)
  }
  return { amount: left, over: amount - left, steps }
}
