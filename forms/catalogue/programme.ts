import * as z from 'zod'
import { fen, key, label, localDate, role, source, text } from './source.ts'

/** Money of a programme: what it is, out of which fund, and for what it may be spent. */
export const budget = z.strictObject({
  /** 分 for the whole programme; `null` = not stated. */
  total: fen.nullable(),
  /** Key of the `funds` document; every cost of the programme carries it. */
  fund: key,
  fundSource: source.optional(),
  /** Key of the indicator that an allocation must meet before it is made. */
  limit: key.optional(),
  /** A second line of funding (配套资金) that the role may add, and services with it. */
  topUp: z.strictObject({ fund: key, by: role, source: source.optional() }).optional(),
  /** Kinds of costs; every expense names one. */
  categories: z
    .array(z.strictObject({ key, label, parts: z.array(label), source: source.optional() }))
    .min(1),
  /** Costs that are refused unless the role agrees and says why (原则上不). */
  barred: z
    .array(z.strictObject({ key, label, unless: role, note: text.optional(), source: source.optional() }))
    .optional(),
  source: source.optional(),
})
export type Budget = z.infer<typeof budget>

/** A report or survey that is owed. `due: null` = no day is stated; of a monthly one, none within the month. */
export const report = z.strictObject({
  key,
  name: label,
  every: z.enum(['month', 'half-year', 'year', 'once']),
  due: localDate.nullable(),
  by: role,
  form: key.optional(),
  /** The sides that an evaluation must look at. */
  parts: z.array(label).optional(),
  source: source.optional(),
  dueSource: source.optional(),
})
export type OwedReport = z.infer<typeof report>

/** Handing a case to another division of the city (人户分离). */
export const transfer = z.strictObject({
  approvedBy: role,
  /** The case's share of the budget goes with it. */
  budgetFollows: z.boolean(),
  source: source.optional(),
  budgetSource: source.optional(),
})
export type Transfer = z.infer<typeof transfer>

/** What makes two records one service, which is counted once however many programmes claim it. */
export const counting = z.strictObject({
  same: z.array(z.enum(['person', 'item', 'date'])).min(1),
  note: text.optional(),
  source: source.optional(),
})
export type Counting = z.infer<typeof counting>
