import * as z from 'zod'
import { division } from './division.ts'
import { archive, numbering, post, settlement, spotCheck, visit, visitType } from './duties.ts'
import { cityCode, key, label, role, source, text, todo } from './source.ts'
import { stations } from './stations.ts'
import { stage, state } from './workflow.ts'

const channel = z.strictObject({
  key,
  name: label,
  kind: z.enum(['window', 'online', 'outreach', 'phone', 'referral']),
  source: source.optional(),
})

/** Document `profile`: the city itself, its tree, its procedure and its standing duties. */
export const profile = z.strictObject({
  schema: z.literal(1),
  city: cityCode,
  name: label,
  shortName: label,
  province: z.strictObject({ code: cityCode, name: label }),
  demo: z.boolean(),
  /** `reference`: another city's paper, which binds nobody here. */
  paper: z
    .strictObject({ id: z.string(), title: text, number: label, reference: z.boolean().optional() })
    .optional(),
  divisions: z.array(division).min(1).max(20_000),
  levels: z.array(z.strictObject({ key, name: label, duties: z.array(text), source: source.optional() })),
  duties: z.array(z.strictObject({ role, title: label, text, source: source.optional() })),
  stages: z.array(stage).min(1),
  states: z.array(state).min(1),
  channels: z.array(channel),
  hotline: z.strictObject({ number: label, name: label, source: source.optional() }).nullable(),
  /** Systems of the city that data is handed to; the platform only exports for them. */
  systems: z.array(z.strictObject({ name: label, use: text, source: source.optional() })),
  archive,
  spotCheck,
  settlement,
  visit,
  /** Kinds of visits, which are never added up with each other. */
  visitTypes: z.array(visitType).optional(),
  /** Posts that people hold beside their role, such as 社区救助顾问. */
  posts: z.array(post).optional(),
  stations: stations.optional(),
  serviceNumber: numbering,
  /** How many days an older release is still accepted from devices that were offline. */
  graceDays: z.number().int().min(0).max(90),
  todo: z.array(todo).optional(),
})
export type Profile = z.infer<typeof profile>
