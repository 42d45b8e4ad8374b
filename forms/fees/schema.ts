import * as z from 'zod'
import { divisionCode, fen, key, label, localDate, source, text, todo } from '../catalogue/source.ts'

/**
 * One row of the fee standard: a price per unit within whole local days, both ends included.
 * `amount: null` = not set; it is never read as zero. `division` narrows a row to one part of the city.
 */
export const feeRow = z
  .strictObject({
    id: key,
    item: key,
    unit: label,
    amount: fen.nullable(),
    level: key.optional(),
    objectClass: key.optional(),
    division: divisionCode.optional(),
    from: localDate,
    to: localDate.optional(),
    note: text.optional(),
    source: source.optional(),
  })
  .refine((row) => row.to === undefined || row.from <= row.to, {
    error: '结束日期早于开始日期',
    path: ['to'],
  })
export type FeeRow = z.infer<typeof feeRow>

/** Document `fees`. `demo: true` = invented prices, shown as 演示数据 wherever they appear. */
export const fees = z.strictObject({
  schema: z.literal(1),
  title: label,
  demo: z.boolean(),
  note: text.optional(),
  rows: z.array(feeRow).max(10_000),
  todo: z.array(todo).optional(),
})
export type Fees = z.infer<typeof fees>
