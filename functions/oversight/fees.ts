import { commonServices } from '#forms/elements'
import { formatMoney, formatPrice } from '#forms/fees'
import type { FeeComparison } from '../api/contract/index.ts'
import type { City, DisclosedFee } from './disclosed.ts'
import { figuresOf } from './figures.ts'

type Row = FeeComparison['rows'][number]
type Cell = NonNullable<Row['cells'][number]>

const live = (fee: DisclosedFee, on: string): boolean =>
  fee.from <= on && (fee.to === undefined || on <= fee.to)

/** The price that everybody in the whole city pays on the day, or in words why there is no single one. */
const cellOf = (city: City, common: string, unit: string, on: string): Cell | null => {
  const items = city.items.filter((item) => item.common === common)
  const [item] = items
  if (!item) return null
  const not = (words: string, price: number | null = null, own = item.unit): Cell => ({
    price,
    unit: own,
    comparable: false,
    note: words,
    demo: city.demo,
  })
  if (!city.parts.fees) return not('该市没有公开收费标准')
  const keys = new Set(items.map((one) => one.item))
  const fees = city.fees.filter((fee) => keys.has(fee.item) && live(fee, on))
  const general = fees.filter(
    (fee) => fee.level === undefined && fee.objectClass === undefined && fee.division === undefined,
  )
  const [fee] = general
  if (!fee) return fees.length === 0 ? not('未设定收费标准') : not(narrowed(fees))
  if (new Set(general.map(saying)).size > 1) return not(`对应多个事项：${prices(general)}`)
  if (fee.tiers) return not(`${inTiers(fee.tiers, fee.unit)}：随数量而变，没有单一价格`, null, fee.unit)
  if (fee.amount === null) return not('未设定收费标准', null, fee.unit)
  if (fee.unit !== unit) return not(`按“${fee.unit}”计价，不与“${unit}”比较`, fee.amount, fee.unit)
  return { price: fee.amount, unit: fee.unit, comparable: true, demo: city.demo }
}

/** What a row says of the price, so that two rows can be told apart. */
const saying = ({ amount, tiers, unit }: DisclosedFee): string =>
  `${tiers ? `${tiers.low}-${tiers.high}` : amount} ${unit}`

const inTiers = ({ low, high }: NonNullable<DisclosedFee['tiers']>, unit: string): string =>
  `分档 ${formatMoney(low)}–${formatMoney(high)} 元/${unit}`

const prices = (fees: readonly DisclosedFee[]): string => {
  const amounts = fees.flatMap(({ amount, tiers }) =>
    tiers ? [tiers.low, tiers.high] : amount === null ? [] : [amount],
  )
  if (amounts.length === 0) return '未设定'
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)]
  return low === high ? `${formatPrice(low)} 元` : `${formatPrice(low)} 至 ${formatPrice(high)} 元`
}

const narrowed = (fees: readonly DisclosedFee[]): string =>
  fees.some(({ division }) => division === undefined)
    ? `分等级或对象收费：${prices(fees)}`
    : `仅部分县区定价：${prices(fees)}`

/**
 * Prices of common services on a local day, in 分 per common unit. A city with another unit, with tiers or without a
 * price is shown with the reason and left out of the figures.
 */
export const feeRows = (cities: readonly City[], on: string): readonly Row[] =>
  commonServices.flatMap((service): readonly Row[] => {
    const cells = cities.map((city) => cellOf(city, service.code, service.unit, on))
    if (cells.every((cell) => cell === null)) return []
    const comparable = cells.flatMap((cell) => (cell?.comparable && cell.price !== null ? [cell.price] : []))
    const figures = figuresOf(comparable)
    const row = { common: service.code, name: service.name, unit: service.unit, cells }
    return [figures ? { ...row, figures } : row]
  })
