import { type Item, items, type PriceList } from './prices.ts'

/** How many of each thing. */
export type Usage = Readonly<Partial<Record<Item, number>>>

export type Line = {
  readonly item: Item
  readonly quantity: number
  readonly cost: number
  readonly confirmed: boolean
}

export type Bill = {
  readonly lines: readonly Line[]
  readonly total: number
  /** Part of the total whose price could not be confirmed. */
  readonly unconfirmed: number
}

/** Adds what several things use. */
export const together = (...usages: readonly Usage[]): Usage => {
  const sum: Partial<Record<Item, number>> = {}
  for (const usage of usages)
    for (const [item, quantity] of Object.entries(usage) as [Item, number][])
      sum[item] = (sum[item] ?? 0) + quantity
  return sum
}

export const times = (usage: Usage, factor: number): Usage =>
  Object.fromEntries(Object.entries(usage).map(([item, quantity]) => [item, quantity * factor]))

/** What the usage costs, dearest first. Throws for a quantity that is none. */
export const billOf = (usage: Usage, { prices }: PriceList): Bill => {
  const lines = (Object.entries(usage) as [Item, number][]).map(([item, quantity]): Line => {
    if (!Number.isFinite(quantity) || quantity < 0) throw new RangeError(`${quantity} of ${item}`)
    const { amount, confirmed } = prices[item]
    return { item, quantity, cost: (quantity / items[item].per) * amount, confirmed }
  })
  const sum = (some: readonly Line[]): number => some.reduce((total, { cost }) => total + cost, 0)
  return {
    lines: lines.sort((a, b) => b.cost - a.cost),
    total: sum(lines),
    unconfirmed: sum(lines.filter(({ confirmed }) => !confirmed)),
  }
}
