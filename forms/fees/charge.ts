import { exactShare, part, times } from './exact.ts'
import type { Formula } from './formula.ts'
import { formatMoney, formatPrice } from './money.ts'
import { percent } from './percent.ts'
import { hundredths } from './quantity.ts'
import type { Rounding } from './rounding.ts'
import type { FeeRow } from './schema.ts'
import type { Tiers } from './tiers.ts'

/**
 * What a row charges for a quantity before caps, 分. `price` is that of one unit; null where the parts of the quantity
 * have prices of their own. `unset`: why there is no amount, as a Chinese phrase, empty where nothing more is to say.
 */
export type Charge =
  | {
      readonly amount: number
      readonly price: number | null
      readonly how: string
      readonly steps: readonly string[]
    }
  | { readonly unset: string }

const modes = { floor: '舍去', round: '四舍五入', ceil: '进一' } as const
export const roundingWords = ({ mode, to }: Rounding): string =>
  mode === 'round'
    ? `四舍五入到${to === 'yuan' ? '元' : '分'}`
    : `不足 1 ${to === 'yuan' ? '元' : '分'}的部分${modes[mode]}`

const flat = (price: number, unit: string, count: number, before: readonly string[] = []): Charge => {
  const amount = times(price, count)
  const how = `${formatPrice(price)} 元/${unit} × ${count} ${unit}`
  return { amount, price, how, steps: [...before, `${how} = ${formatMoney(amount)} 元`] }
}

const byFormula = ({ base, percent: ratio, rounding }: Formula, unit: string, count: number): Charge => {
  if (base.amount === null) return { unset: `（${base.label}未设定）` }
  const price = part(base.amount, ratio, rounding)
  const exact = exactShare(base.amount, ratio)
  const cut =
    exact === formatMoney(price) ? '' : `，${roundingWords(rounding ?? { mode: 'round', to: 'fen' })}`
  const step = `${base.label} ${formatPrice(base.amount)} 元 × ${percent(ratio)} = ${exact} 元${cut}，即每${unit} ${formatPrice(price)} 元`
  return flat(price, unit, count, [step])
}

/** Tiers with both ends; the lower one is not in it. */
const bounded = ({ steps }: Tiers) =>
  steps.map(({ upTo, amount }, index) => ({ above: steps[index - 1]?.upTo ?? 0, upTo, amount, index }))
type Tier = ReturnType<typeof bounded>[number]

const rangeWords = ({ above, upTo }: Tier, unit: string): string =>
  upTo === null
    ? `超过 ${above} ${unit}`
    : above === 0
      ? `不超过 ${upTo} ${unit}`
      : `超过 ${above} 至 ${upTo} ${unit}`

const byTiers = (tiers: Tiers, unit: string, count: number): Charge => {
  const all = bounded(tiers)
  const reached = all.filter(({ above }) => above < count)
  const last = all.at(-1)
  if (!last || (last.upTo !== null && last.upTo < count))
    return { unset: `（数量超过最后一档的 ${last?.upTo ?? 0} ${unit}）` }
  const top = reached.at(-1) ?? last
  if (tiers.method === 'each')
    return flat(top.amount, unit, count, [
      `${count} ${unit}在第 ${top.index + 1} 档（${rangeWords(top, unit)}），全部按 ${formatPrice(top.amount)} 元/${unit}计`,
    ])
  const slices = reached.map((tier) => {
    const end = tier.upTo === null ? count : Math.min(tier.upTo, count)
    const size = Number(hundredths(end) - hundredths(tier.above)) / 100
    const amount = times(tier.amount, size)
    const step = `第 ${tier.index + 1} 档（${rangeWords(tier, unit)}）：${formatPrice(tier.amount)} 元/${unit} × ${size} ${unit} = ${formatMoney(amount)} 元`
    return { amount, step }
  })
  const amount = slices.reduce((sum, slice) => sum + slice.amount, 0)
  const [only, ...more] = reached
  return {
    amount,
    price: only && more.length === 0 ? only.amount : null,
    how: `${count} ${unit}分段计价`,
    steps: [
      ...slices.map(({ step }) => step),
      ...(slices.length > 1 ? [`各档合计 ${formatMoney(amount)} 元`] : []),
    ],
  }
}

/** What a row charges for a quantity, by whichever way of pricing it has. */
export const charge = ({ amount, tiers, formula, unit }: FeeRow, count: number): Charge => {
  if (tiers) return byTiers(tiers, unit, count)
  if (formula) return byFormula(formula, unit, count)
  return amount === null ? { unset: '' } : flat(amount, unit, count)
}
