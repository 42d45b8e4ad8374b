import { maxFen } from '../catalogue/source.ts'

/** Throws RangeError unless `amount` is an integer of 分, 0 to twelve digits. */
export const assertFen = (amount: number): number => {
  if (!Number.isInteger(amount)) throw new RangeError('金额应为整数（单位：分）')
  if (amount < 0) throw new RangeError('金额不能为负数')
  if (amount > maxFen) throw new RangeError('金额超过十二位数字')
  return amount
}

/** 分 → 元 with two decimals and no unit: `12000` → `120.00`, `123456789` → `1,234,567.89`. */
export const formatMoney = (amount: number): string => {
  assertFen(amount)
  const yuan = Math.floor(amount / 100).toString()
  return `${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${(amount % 100).toString().padStart(2, '0')}`
}

/** A price as it is spoken: `6000` → `60`, `1250` → `12.50`. */
export const formatPrice = (amount: number): string => formatMoney(amount).replace(/\.00$/, '')
