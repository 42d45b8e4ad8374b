import * as z from 'zod'

/** Of what is served: more than 0, at most two decimals (0.5 小时), at most 100,000. */
export const quantity = z
  .number()
  .positive({ error: '数量应大于零' })
  .max(100_000, { error: '数量过大' })
  .refine((n) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6, { error: '数量最多两位小数' })

/** Exact: hundredths of a unit as a whole number. */
export const hundredths = (count: number): bigint => BigInt(Math.round(count * 100))
