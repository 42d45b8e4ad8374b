import * as z from 'zod'

/**
 * How an amount that is not whole becomes whole 元 or whole 分: `floor` cuts, `ceil` goes up, `round` takes half up.
 * Published tables differ: day care in Taiwan cuts (675 元 × 5% = 33 元), care rates by the minimum wage go up.
 */
export const rounding = z.strictObject({
  mode: z.enum(['floor', 'round', 'ceil']),
  to: z.enum(['yuan', 'fen']),
})
export type Rounding = z.infer<typeof rounding>
