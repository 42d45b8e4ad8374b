import * as z from 'zod'
import { contract } from './contract.ts'
import { key, label, role, source, text, todo } from './source.ts'

const named = z.strictObject({ key, label, note: text.optional(), source: source.optional() })

/** Document `providers`: kinds of providers (供给主体), purchasers (购买主体), and what is asked of providers. */
export const providers = z.strictObject({
  schema: z.literal(1),
  types: z.array(named).min(1),
  purchasers: z.array(named),
  /** Professional titles (职业资格); who has none of them is pointed out. */
  certificates: z.array(named).optional(),
  /** Providers rated lower (1A to 5A) are chosen only with a reason. */
  preferred: z.strictObject({ rating: z.number().int().min(1).max(5), source: source.optional() }).optional(),
  /** Papers that are filed (备案) with an office before the work may begin. */
  filings: z.array(z.strictObject({ key, label, to: role, source: source.optional() })).optional(),
  contract: contract.optional(),
  rules: z.array(z.strictObject({ key, text, source: source.optional() })),
  todo: z.array(todo).optional(),
})
export type Providers = z.infer<typeof providers>
