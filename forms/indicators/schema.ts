import * as z from 'zod'
import { key, label, source, text, todo } from '../catalogue/source.ts'

const count = z.strictObject({ metric: key, label })

/** One indicator. `denominator: null` = a plain count. `target: null` = the paper sets none. */
export const indicator = z.strictObject({
  key,
  name: label,
  /**
   * How the target is held against the figures; absent = `count` without a denominator, else `ratio`. `average`: the
   * mean over all, one may lie below it. `floor`: each one of the scope on its own, however high the mean.
   */
  kind: z.enum(['count', 'ratio', 'average', 'floor']).optional(),
  scope: z.enum(['city', 'county', 'township', 'station', 'worker', 'household', 'provider', 'group']),
  /** 次, 户, 小时 …; with `元` the figures and the target are integer 分. */
  unit: label.optional(),
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
