import * as z from 'zod'
import { fen, key, label, ratio, source, text, todo } from './source.ts'

/** At most `ratio` of a total that the city states. `total: null` = the city has not stated it, so nothing can be judged. */
export const cap = z.strictObject({
  ratio,
  of: label,
  /** 分 a year. */
  total: fen.nullable(),
  source: source.optional(),
})
export type Cap = z.infer<typeof cap>

/** Document `funds`: where the money comes from, in the paper's order. */
export const funds = z.strictObject({
  schema: z.literal(1),
  funds: z.array(
    z.strictObject({
      key,
      name: label,
      note: text.optional(),
      cap: cap.optional(),
      source: source.optional(),
    }),
  ),
  rules: z.array(z.strictObject({ key, text, source: source.optional() })),
  todo: z.array(todo).optional(),
})
export type Funds = z.infer<typeof funds>
