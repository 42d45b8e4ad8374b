import * as z from 'zod'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { divisionCode, key, localDate, maxFen } from '../catalogue/source.ts'
import { formatMoney, formatPrice } from './money.ts'
import { type PriceQuestion, priceRow } from './price.ts'
import { quantity } from './quantity.ts'
import type { Fees } from './schema.ts'

/** What `quote` is asked. `path` of a line (county first) goes before the common one. */
export const quoteQuestion = z.strictObject({
  items: z
    .array(
      z.strictObject({
        item: key,
        quantity,
        level: key.optional(),
        objectClass: key.optional(),
        path: z.array(divisionCode).readonly().optional(),
      }),
    )
    .max(200)
    .readonly(),
  on: localDate,
  path: z.array(divisionCode).readonly().optional(),
})
export type QuoteQuestion = z.infer<typeof quoteQuestion>

/** Amounts in integer 分; `null` = not set. */
export type QuoteLine = {
  readonly item: string
  readonly name: string
  readonly unit: string | null
  readonly quantity: number
  readonly price: number | null
  readonly amount: number | null
  readonly row?: { readonly id: string; readonly from: string; readonly to?: string }
  readonly words: string
}
export type Quote = {
  readonly on: string
  readonly lines: readonly QuoteLine[]
  readonly total: number
  readonly unset: number
  readonly demo: boolean
}

/** price × quantity in 分, half a 分 rounded up. Whole quantities never round. */
const times = (price: number, count: number): number => {
  const hundredths = BigInt(price) * BigInt(Math.round(count * 100))
  const amount = (hundredths + 50n) / 100n
  if (amount > BigInt(maxFen)) throw new RangeError('金额超过十二位数字')
  return Number(amount)
}

const line = (
  fees: Fees,
  catalogue: Catalogue,
  question: PriceQuestion & { readonly quantity: number },
): QuoteLine => {
  const item = catalogue.items.find((one) => one.key === question.item)
  const base = { item: question.item, name: item?.name ?? question.item, quantity: question.quantity }
  const unset = (why: string, unit: string | null, row?: QuoteLine['row']): QuoteLine => ({
    ...base,
    unit,
    price: null,
    amount: null,
    ...(row && { row }),
    words: `${base.name}：收费标准未设定${why}`,
  })
  if (!item) return unset('（服务事项清单中没有这一事项）', null)
  const { row, tiered } = priceRow(fees, question)
  if (!row && tiered)
    return unset(
      question.level === undefined ? '（按等级定价，等级尚未评估）' : '（没有与此等级对应的价格）',
      item.unit,
    )
  if (!row) return unset('', item.unit)
  const kept = { id: row.id, from: row.from, ...(row.to !== undefined && { to: row.to }) }
  if (row.amount === null) return unset('', row.unit, kept)
  const amount = times(row.amount, question.quantity)
  return {
    ...base,
    unit: row.unit,
    price: row.amount,
    amount,
    row: kept,
    words: `${item.name} ${formatPrice(row.amount)} 元/${row.unit} × ${question.quantity} ${row.unit} = ${formatMoney(amount)} 元`,
  }
}

/**
 * What the items cost on a local date. A price that is not set makes the line's amount `null`, counts in `unset`
 * and adds nothing to `total`; it is never zero. Throws ZodError on a malformed question, RangeError when a sum
 * passes twelve digits.
 */
export const quote = (fees: Fees, catalogue: Catalogue, question: QuoteQuestion): Quote => {
  const { items, on, path } = quoteQuestion.parse(question)
  const lines = items.map((one) => line(fees, catalogue, { ...one, on, path: one.path ?? path }))
  const total = lines.reduce((sum, one) => sum + (one.amount ?? 0), 0)
  if (total > maxFen) throw new RangeError('金额超过十二位数字')
  return { on, lines, total, unset: lines.filter((one) => one.amount === null).length, demo: fees.demo }
}
