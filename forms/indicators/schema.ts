import * as z from 'zod'
import { key, label, source, text, todo } from '../catalogue/source.ts'

const count = z.strictObject({ metric: key, label })

/** One indicator. `denominator: null` = a plain count. `target: null` = the paper sets none. */
export const indicator = z.strictObject({
  key,
  name: label,
  scope: z.enum(['city', 'county', 'township', 'station', 'worker', 'household', 'provider']),
  numerator: count,
  denominator: count.nullable(),
  target: z.strictObject({ op: z.enum(['>=', '<=']), value: z.number().min(0) }).nullable(),
  period: z.enum(['year', 'half-year', 'month', 'programme']),
  /** `true`: warn, `false`: a target that must be reached. */
  soft: z.boolean(),
  note: text.optional(),
  source: source.optional(),
})
export type Indicator = z.infer<typeof indicator>

/** Document `indicators`. */
export const indicators = z.strictObject({
  schema: z.literal(1),
  indicators: z.array(indicator),
  todo: z.array(todo).optional(),
})
export type Indicators = z.infer<typeof indicators>
