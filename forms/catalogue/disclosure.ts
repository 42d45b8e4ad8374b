import * as z from 'zod'
import { cityCode, key, todo } from './source.ts'

/** Document `disclosure`: what leaves the city for the province. Never a person, and counts only after small-cell control. */
export const disclosure = z.strictObject({
  schema: z.literal(1),
  to: cityCode,
  catalogue: z.boolean(),
  fees: z.boolean(),
  forms: z.boolean(),
  /** Keys of indicators whose closed months may be shown. */
  indicators: z.array(key),
  /** Counts below `hideBelow` (except 0) are hidden, the others rounded to `roundTo`. */
  smallCells: z.strictObject({ hideBelow: z.number().int().min(8), roundTo: z.number().int().min(5) }),
  todo: z.array(todo).optional(),
})
export type Disclosure = z.infer<typeof disclosure>
