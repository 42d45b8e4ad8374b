import * as z from 'zod'
import { fen, label, ratio } from '../catalogue/source.ts'
import { rounding } from './rounding.ts'

/**
 * A price that follows another number: 最低工资 1,720 元 × 30% = 516 元. `base.amount: null` = the city has not stated
 * the base, so there is no price. Without `rounding` half a 分 goes up.
 */
export const formula = z.strictObject({
  base: z.strictObject({ label, amount: fen.nullable() }),
  percent: ratio,
  rounding: rounding.optional(),
})
export type Formula = z.infer<typeof formula>
