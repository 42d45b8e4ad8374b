import * as z from 'zod'
import { key, label, role, source, text, todo } from './source.ts'

/** How a column is printed; a column that is not listed is never printed. */
export const noticeColumn = z.strictObject({
  key,
  label,
  show: z.enum(['plain', 'masked-name', 'village-only']),
  /** For people under 18: left out of the notice. */
  minors: z.enum(['same', 'omit']),
})

/** Document `notice`: the public notice (公示), masked by default. */
export const notice = z.strictObject({
  schema: z.literal(1),
  by: role,
  place: z.enum(['village', 'township']),
  term: z.enum(['long-term', 'days']),
  days: z.number().int().min(1).nullable(),
  columns: z.array(noticeColumn).min(1),
  /** Never on a notice, whatever a city adds. */
  forbidden: z.array(z.strictObject({ key, label })).min(1),
  takeDown: text,
  source: source.optional(),
  todo: z.array(todo).optional(),
})
export type Notice = z.infer<typeof notice>
