import * as z from 'zod'
import { fen } from '../catalogue/source.ts'
import { quantity } from './quantity.ts'

/** `upTo` is the largest quantity of the tier, itself included; `null` = without an end, in the last tier only. */
const step = z.strictObject({ upTo: quantity.nullable(), amount: fen })

/**
 * A price that depends on the quantity. `each`: the whole quantity at the price of the tier that it falls in;
 * `slice`: every part of it at the price of its own tier.
 *
 *     quantity 25; up to 10: 2 元, up to 20: 2.50 元, up to 30: 8 元, above: 12 元
 *     each   25 × 8                     = 200 元
 *     slice  10 × 2 + 10 × 2.50 + 5 × 8 =  85 元
 */
export const tiers = z
  .strictObject({ method: z.enum(['each', 'slice']), steps: z.array(step).min(1).max(50) })
  .superRefine(({ steps }, context) => {
    steps.forEach(({ upTo }, index) => {
      const before = index === 0 ? 0 : steps[index - 1]?.upTo
      if (before === null)
        context.addIssue({
          code: 'custom',
          message: '上一档没有上限，后面不能再有分档',
          path: ['steps', index, 'upTo'],
        })
      else if (upTo !== null && before !== undefined && upTo <= before)
        context.addIssue({
          code: 'custom',
          message: '各档上限应从小到大，不能重复',
          path: ['steps', index, 'upTo'],
        })
    })
  })
export type Tiers = z.infer<typeof tiers>
