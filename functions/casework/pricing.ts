import type { Catalogue } from '#forms/catalogue'
import type { Outcome, Recommended } from '#forms/engine'
import { type Fees, quote } from '#forms/fees'
import type { Quote, RecommendedItem } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import type { Path } from './household.ts'

type Priced = { readonly recommended: readonly RecommendedItem[]; readonly quote: Quote }

/** The level by which an item is priced: the one among the outcomes that its fee rows know. */
const levelFor = (fees: Fees, item: string, outcomes: readonly Outcome[]): string | undefined => {
  const known = new Set(fees.rows.filter((row) => row.item === item).map((row) => row.level))
  return outcomes.findLast(({ level }) => level !== undefined && known.has(level))?.level
}

/** At most two decimals, as fee standards count. */
const rounded = ({ item, quantity = 1 }: Recommended): number => {
  const count = Math.round(quantity * 100) / 100
  if (count > 0 && count <= 100_000) return count
  throw new Refused('conflict', `「${item}」的建议数量算得不对，请联系管理员检查表单。`)
}

/**
 * Names and prices what an assessment recommends, by the fee standard on a local date. What has no price stays
 * `null` and is counted in `unset`; it is never zero.
 */
export const priced = (
  { catalogue, fees, release }: { catalogue: Catalogue; fees: Fees; release: number },
  recommended: readonly Recommended[],
  outcomes: readonly Outcome[],
  at: { readonly on: string; readonly path: Path; readonly objectClass: string | undefined },
): Priced => {
  const items = recommended.map((one) => {
    const level = levelFor(fees, one.item, outcomes)
    return {
      item: one.item,
      quantity: rounded(one),
      ...(level !== undefined && { level }),
      ...(at.objectClass !== undefined && { objectClass: at.objectClass }),
    }
  })
  const sum = (): Quote => {
    try {
      const quoted = quote(fees, catalogue, { items, on: at.on, path: at.path })
      // A line stands for each item, in the same order.
      const lines = quoted.lines.map((line, i) => {
        const per = recommended[i]?.per
        return per ? { ...line, per } : line
      })
      return { ...quoted, lines, release }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new Refused('conflict', '建议事项的金额大得无法计算，请联系管理员检查收费标准和表单。')
    }
  }
  return {
    recommended: recommended.map((one) => ({
      ...one,
      name: catalogue.items.find(({ key }) => key === one.item)?.name ?? one.item,
    })),
    quote: sum(),
  }
}
