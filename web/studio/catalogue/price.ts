import type { Item } from '#forms/catalogue'
import { type FeeRow, type Fees, type PriceSpan, priceSpan } from '#forms/fees'
import { yuan } from '../../app/money.ts'
import { today } from '../today.ts'

/**
 * The prices of an item that hold today, in words: `60.00 元/次`, a span over levels, `分档 2.00 ～ 12.00 元/次` where
 * the price of one unit depends on the quantity; `undefined` when none is set.
 */
export function priceNow(fees: Fees | undefined, item: Item): string | undefined {
  const day = today()
  const rows = (fees?.rows ?? [])
    .filter((row) => row.item === item.key && row.from <= day && (!row.to || day <= row.to))
    .flatMap((row): Told[] => {
      const span = spanOf(row)
      return span ? [{ span, unit: row.unit }] : []
    })
  const units = [...new Set(rows.map(({ unit }) => unit))]
  return units.length === 0 ? undefined : units.map((unit) => spanWords(rows, unit)).join('；')
}

type Told = { readonly span: PriceSpan; readonly unit: string }

/** A draft may hold a sum that no price can be; the check tells of it, a table goes on. */
function spanOf(row: FeeRow): PriceSpan | undefined {
  try {
    return priceSpan(row)
  } catch {
    return undefined
  }
}

function spanWords(rows: readonly Told[], unit: string): string {
  const spans = rows.filter((row) => row.unit === unit).map(({ span }) => span)
  const [low, high] = [Math.min(...spans.map((one) => one.low)), Math.max(...spans.map((one) => one.high))]
  const how = spans.some(({ by }) => by === 'tiers') ? '分档 ' : spans.every(byFormula) ? '按比例 ' : ''
  return `${how}${low === high ? yuan(low) : `${yuan(low)} ～ ${yuan(high)}`} 元/${unit}`
}

const byFormula = ({ by }: PriceSpan) => by === 'formula'
