import * as z from 'zod'
import { activation, approval, catalogueLock, itemLock } from './lock.ts'
import { condition } from './objects.ts'
import { key, label, role, source, text, todo } from './source.ts'

/** One category; two names of one thing are one key with aliases. */
export const category = z.strictObject({
  key,
  label,
  aliases: z.array(label).optional(),
  note: text.optional(),
  source: source.optional(),
})

/** How a service comes about and who pays (服务方式). */
export const mode = z.strictObject({
  key,
  label,
  /** Who bears the cost, in words; `null` = the paper names nobody. */
  payer: text.nullable(),
  /** `monthly`: settled with the provider each month; `yearly`: subsidy paid once a year; `none`: no service fee. */
  payment: z.enum(['monthly', 'yearly', 'none']),
  /** What must be on file before the first service. */
  requires: z.array(z.enum(['agreement', 'consent', 'training', 'plan'])),
  /** Only these roles may refer into this mode; absent = the township as usual. */
  referralBy: z.array(role).min(1).optional(),
  /** Alternatives; a person who meets one of them may be served. Absent = every object of the city. */
  who: z.array(condition).optional(),
  whoText: text.optional(),
  note: text.optional(),
  source: source.optional(),
})
export type Mode = z.infer<typeof mode>

/** A tier or kind of help (帮扶层次) across the items; `by`: the role that pulls the resources together. */
export const tier = z.strictObject({
  key,
  label,
  by: role.optional(),
  note: text.optional(),
  source: source.optional(),
})

/** A working list that is kept beside the catalogue (政策清单、需求清单、资源清单). */
export const workingList = z.strictObject({ key, label, text, source: source.optional() })

/** One service item (服务事项). `null` is "not set", never a default. */
export const item = z.strictObject({
  key,
  name: label,
  aliases: z.array(label).optional(),
  category: key,
  mode: key,
  /** Code in the shared dictionary (`#forms/elements`); `null` = mapped to nothing. */
  common: z.string().nullable(),
  /** 次, 小时, 月, 餐 …; `null` = the city has not set one. */
  unit: label.nullable(),
  /** Keys of object classes that may receive it. */
  objects: z.array(key).min(1),
  /** Keys of provider types that may deliver it; empty = no provider takes part. */
  providers: z.array(key),
  /** Listed in the government procurement catalogue; `null` = not recorded. */
  procurement: z.boolean().nullable(),
  /** Duty that the government must do itself: never ordered from a provider. */
  governmentOnly: z.boolean(),
  status: z.enum(['active', 'proposed', 'retired']),
  /** How a common catalogue sees it; one that is only wanted is `status: 'proposed'`. */
  lock: itemLock.optional(),
  approval: approval.optional(),
  /** Keys of methods; absent = not assigned. */
  methods: z.array(key).optional(),
  /** Keys of tiers; absent = not assigned. */
  tiers: z.array(key).optional(),
  note: text.optional(),
  source: source.optional(),
})
export type Item = z.infer<typeof item>

/** Document `catalogue`. */
export const catalogue = z.strictObject({
  schema: z.literal(1),
  demo: z.boolean().optional(),
  categories: z.array(category).min(1),
  modes: z.array(mode).min(1),
  items: z.array(item).max(1000),
  locked: catalogueLock.optional(),
  /** Ways of working that items are done in: 个案, 小组, 社区. */
  methods: z.array(category).max(100).optional(),
  /** What single counties offer; an item of which nothing is said here is offered everywhere. */
  activations: z.array(activation).max(20_000).optional(),
  tiers: z.array(tier).optional(),
  lists: z.array(workingList).optional(),
  todo: z.array(todo).optional(),
})
export type Catalogue = z.infer<typeof catalogue>
