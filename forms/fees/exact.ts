import { maxFen } from '../catalogue/source.ts'
import { hundredths } from './quantity.ts'
import type { Rounding } from './rounding.ts'

/** Half a 分 up: how a product becomes money where nobody said otherwise. */
export const toFen: Rounding = { mode: 'round', to: 'fen' }

/** 分 as a number. Throws RangeError past twelve digits. */
export const asFen = (amount: bigint): number => {
  if (amount > BigInt(maxFen)) throw new RangeError('金额超过十二位数字')
  return Number(amount)
}

/** `numerator / denominator` 分, made whole; both are positive or zero. */
const whole = (numerator: bigint, denominator: bigint, { mode, to }: Rounding): number => {
  const unit = denominator * (to === 'yuan' ? 100n : 1n)
  const cut = numerator / unit
  const left = numerator % unit
  const up = mode === 'ceil' ? left > 0n : mode === 'round' && left * 2n >= unit
  return asFen((up ? cut + 1n : cut) * (to === 'yuan' ? 100n : 1n))
}

/** price × quantity in 分. Whole quantities never round. */
export const times = (price: number, count: number, rounding = toFen): number =>
  whole(BigInt(price) * hundredths(count), 100n, rounding)

/** A share of an amount in 分; `ratio` has at most four decimals. */
export const part = (amount: number, ratio: number, rounding = toFen): number =>
  whole(BigInt(amount) * BigInt(Math.round(ratio * 10_000)), 10_000n, rounding)

/** Exact share of an amount as it is read: `33.75` for 675 元 × 5%, more than two decimals only where there are any. */
export const exactShare = (amount: number, ratio: number): string => {
  const digits = (BigInt(amount) * BigInt(Math.round(ratio * 10_000))).toString().padStart(7, '0')
  const yuan = digits.slice(0, -6).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${yuan}.${digits.slice(-6).replace(/0{1,4}$/, '')}`
}

/**
 * An amount divided by ratios that make a whole, to the 分: everybody gets the part that is cut to whole 分, and the 分
 * that are left go to the largest fractions, the first of equals first. The parts always make the amount.
 */
export const split = (amount: number, ratios: readonly number[]): readonly number[] => {
  const weights = ratios.map((ratio) => BigInt(amount) * BigInt(Math.round(ratio * 10_000)))
  const parts = weights.map((weight) => weight / 10_000n)
  const left = Number(BigInt(amount) - parts.reduce((sum, one) => sum + one, 0n))
  const byFraction = weights
    .map((weight, at) => ({ at, fraction: weight % 10_000n }))
    .sort((a, b) => (a.fraction === b.fraction ? a.at - b.at : a.fraction > b.fraction ? -1 : 1))
  const lucky = new Set(byFraction.slice(0, left).map(({ at }) => at))
  return parts.map((one, at) => Number(one) + (lucky.has(at) ? 1 : 0))
}
