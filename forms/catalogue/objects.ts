import * as z from 'zod'
import { key, label, source, text, todo } from './source.ts'

/** What a person must be: one of the household classes AND all of `all` AND one of `any`. An absent part asks nothing. */
export const condition = z.strictObject({
  householdClasses: z.array(key).min(1).optional(),
  all: z.array(key).min(1).optional(),
  any: z.array(key).min(1).optional(),
})
export type Condition = z.infer<typeof condition>

const named = z.strictObject({
  key,
  label,
  aliases: z.array(label).optional(),
  note: text.optional(),
  source: source.optional(),
})

/** Who may be served: document `objects`. A class is a conjunction of household class and person trait, never a flat list. */
export const objects = z.strictObject({
  schema: z.literal(1),
  householdClasses: z.array(named).min(1),
  traits: z.array(named),
  classes: z
    .array(z.strictObject({ key, label, rule: condition, note: text.optional(), source: source.optional() }))
    .min(1),
  todo: z.array(todo).optional(),
})
export type Objects = z.infer<typeof objects>
export type ObjectClass = Objects['classes'][number]
