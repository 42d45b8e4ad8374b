import * as z from 'zod'
import { key, label, role, source, text } from './source.ts'

/** Who acts in a stage: a role of the platform, or somebody outside it (`applicant`). */
export const actor = z.union([role, z.literal('applicant')])

/** The states that the procedure of a case moves through. A city names them, it does not invent others. */
export const stateKeys = [
  'awaiting-registration',
  'awaiting-visit',
  'awaiting-review',
  'confirmed',
  'refused',
  'referred',
  'in-service',
  'changing',
  'stopped',
  'closed',
] as const
const stateKey = z.enum(stateKeys, { error: '案件状态只能从规定的十种中选' })

/** One step of the paper's procedure (服务流程). `dueDays: null` = the paper sets no term. */
export const stage = z.strictObject({
  key,
  name: label,
  actors: z.array(actor).min(1),
  duty: text,
  dueDays: z.number().int().min(0).max(366).nullable(),
  /** States a case can be in when this stage is done; empty = the stage does not move the case. */
  leadsTo: z.array(stateKey),
  /** Keys of the forms without which the stage is not done. */
  forms: z.array(key).optional(),
  source: source.optional(),
})
export type Stage = z.infer<typeof stage>

/** What a city calls a state of a case, with the states that may follow. */
export const state = z.strictObject({
  key: stateKey,
  name: label,
  next: z.array(stateKey),
  /** No service may be delivered or paid once here. */
  closed: z.boolean().optional(),
})
export type State = z.infer<typeof state>
