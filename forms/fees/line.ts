import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Funds } from '../catalogue/funds.ts'
import { offerOf } from '../catalogue/offer.ts'
import { capped, type Used } from './capped.ts'
import { charge } from './charge.ts'
import { formatMoney } from './money.ts'
import { type PriceQuestion, priceRow } from './price.ts'
import type { FeeRow, Fees } from './schema.ts'
import { type FundingPart, shares } from './shares.ts'

/** Amounts in integer 分; `null` = not set. `price` is null too where every part of the quantity has its own. */
export type QuoteLine = {
  readonly item: string
  readonly name: string
  readonly unit: string | null
  readonly quantity: number
  readonly price: number | null
  /** How the price comes about, where it is not a plain one. */
  readonly by?: 'tiers' | 'formula'
  /** What is charged, after caps. */
  readonly amount: number | null
  readonly over?: number
  readonly copay?: number
  readonly advance?: number
  readonly funding?: readonly FundingPart[]
  readonly row?: { readonly id: string; readonly from: string; readonly to?: string }
  readonly words: string
  /** How the amount comes about, or why there is none. */
  readonly steps: readonly string[]
}

export type LineQuestion = PriceQuestion & { readonly quantity: number; readonly used?: Used | undefined }
export type Priced = {
  readonly fees: Fees
  readonly catalogue: Catalogue
  readonly funds?: Funds | undefined
}

const termWords = ({ from, to }: FeeRow): string =>
  `适用自 ${from} 起${to === undefined ? '' : `、至 ${to} 止`}的收费标准`

/** Prices one item. `here` = what the lines before it came to, by the id of their row; the line adds itself. */
export const lineOf = (
  { fees, catalogue, funds }: Priced,
  question: LineQuestion,
  here: Map<string, number>,
): QuoteLine => {
  const item = catalogue.items.find((one) => one.key === question.item)
  const base = { item: question.item, name: item?.name ?? question.item, quantity: question.quantity }
  const none = (why: string, unit: string | null, row?: FeeRow): QuoteLine => ({
    ...base,
    unit,
    price: null,
    amount: null,
    ...(row && { row: kept(row) }),
    words: `${base.name}：${why}`,
    steps: [...(row ? [termWords(row)] : []), why],
  })
  const unset = (why: string, unit: string | null, row?: FeeRow) => none(`收费标准未设定${why}`, unit, row)
  if (!item) return unset('（服务事项清单中没有这一事项）', null)
  const offer = offerOf(catalogue, question.item, question.on, question.path)
  if (!offer.offered) return none(offer.because, item.unit)
  const { row, tiered } = priceRow(fees, question)
  if (!row && tiered)
    return unset(
      question.level === undefined ? '（按等级定价，等级尚未评估）' : '（没有与此等级对应的价格）',
      item.unit,
    )
  if (!row) return unset('', item.unit)
  const charged = charge(row, question.quantity)
  if ('unset' in charged) return unset(charged.unset, row.unit, row)
  const before = here.get(row.id) ?? 0
  const within = capped(charged.amount, row.caps, question.used, before)
  here.set(row.id, before + within.amount)
  const { steps, ...who } = shares(row, within.amount, funds)
  const over = within.over === 0 ? '' : `，限额内计 ${formatMoney(within.amount)} 元`
  const own = who.copay === undefined ? '' : `，其中个人自付 ${formatMoney(who.copay)} 元`
  return {
    ...base,
    unit: row.unit,
    price: charged.price,
    ...(row.tiers ? { by: 'tiers' } : row.formula ? { by: 'formula' } : {}),
    amount: within.amount,
    ...(within.over > 0 && { over: within.over }),
    ...who,
    row: kept(row),
    words: `${item.name} ${charged.how} = ${formatMoney(charged.amount)} 元${over}${own}`,
    steps: [termWords(row), ...charged.steps, ...within.steps, ...steps],
  }
}

const kept = ({ id, from, to }: FeeRow) => ({ id, from, ...(to !== undefined && { to }) })
