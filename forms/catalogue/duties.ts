import * as z from 'zod'
import { key, label, ratio, role, source, text } from './source.ts'

/** Archive check-list (档案清单). `when` names the person trait that makes a paper necessary; absent = always. */
export const archive = z.strictObject({
  person: z.boolean(),
  household: z.boolean(),
  papers: z.array(
    z.strictObject({
      key,
      label,
      kind: z.enum(['copy', 'form']),
      when: z.array(key).min(1).optional(),
      whenText: text.optional(),
      source: source.optional(),
    }),
  ),
  source: source.optional(),
  householdSource: source.optional(),
})

/** Spot check (抽查). `needed = ceil(ratio × services)`; the unit sampled is a service record. */
export const spotCheck = z
  .strictObject({
    ratio,
    of: z.literal('services'),
    period: z.enum(['year', 'half-year', 'month']),
    scope: z.enum(['city', 'county', 'township']),
    by: role,
    sampling: z.literal('seeded-random'),
    source: source.optional(),
  })
  .nullable()

/** Settlement (结算): who pays whom how often, and at which day's price. */
export const settlement = z.strictObject({
  /** `null` = the paper sets none. */
  cadence: z.enum(['month', 'half-year', 'on-acceptance']).nullable(),
  by: role,
  priceOn: z.literal('service-date'),
  /** Provider applies first; it can never check its own statement. */
  appliedBy: role.optional(),
  source: source.optional(),
  priceSource: source.optional(),
  appliedSource: source.optional(),
})

/** Household visit: allowed unordered pairs of roles; `null` = one person may go alone. */
export const visit = z.strictObject({
  team: z.array(z.array(role).min(2)).min(1).nullable(),
  note: text.optional(),
  source: source.optional(),
})

/** Service number (服务号): unique per city, ordered, never reused. Gaps are allowed. */
export const numbering = z.strictObject({
  prefix: z.string().max(8),
  digits: z.number().int().min(4).max(12),
  scope: z.enum(['person', 'household']),
  source: source.optional(),
})

/** One kind of visit. `metric`: what a visit of this kind counts towards, and nothing else does. */
export const visitType = z.strictObject({
  key,
  name: label,
  metric: key,
  note: text.optional(),
  source: source.optional(),
})

/** A post (岗位) or kind of helper. `role: null` = without access to the platform. */
export const post = z.strictObject({
  key,
  name: label,
  role: role.nullable(),
  /** No service before a training is on record. */
  trainedFirst: z.boolean().optional(),
  /** Wears a badge (胸卡) with a number. */
  badge: z.boolean().optional(),
  note: text.optional(),
  source: source.optional(),
  trainedSource: source.optional(),
})
export type Post = z.infer<typeof post>
