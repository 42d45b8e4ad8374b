import * as z from 'zod'
import { key, label, source, text, todo } from './source.ts'

const named = z.strictObject({ key, label, note: text.optional(), source: source.optional() })

/** Document `providers`: kinds of providers (供给主体), purchasers (购买主体), and what is asked of providers. */
export const providers = z.strictObject({
  schema: z.literal(1),
  types: z.array(named).min(1),
  purchasers: z.array(named),
  rules: z.array(z.strictObject({ key, text, source: source.optional() })),
  todo: z.array(todo).optional(),
})
export type Providers = z.infer<typeof providers>
