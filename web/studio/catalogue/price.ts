import type { Item } from '#forms/catalogue'
import type { Fees } from '#forms/fees'
import { yuan } from '../../app/money.ts'
import { today } from '../today.ts'

/** The prices of an item that hold today, in words: `60.00 元/次` or a span over levels; `undefined` when none is set. */
export function priceNow(fees: Fees | undefined, item: Item): string | undefined {
  const day = today()
  const rows = (fees?.rows ?? []).filter(
    (row) => row.item === item.key && row.amount !== null && row.from <= day && (!row.to || day <= row.to),
  )
  const amounts = rows.flatMap(({ amount }) => (amount === null ? [] : [amount])).sort((a, b) => a - b)
  const [low, high, unit] = [amounts[0], amounts.at(-1), rows[0]?.unit]
  if (low === undefined || high === undefined) return undefined
  return low === high ? `${yuan(low)} 元/${unit}` : `${yuan(low)} ～ ${yuan(high)} 元/${unit}`
}
