import * as z from 'zod'
import { label, source } from './source.ts'

/** Stations (社工站) of a city: one head station and `count` others. */
export const stations = z.strictObject({
  head: label,
  count: z.number().int().min(1),
  /** What stands on the sign; ×× is the place. */
  sign: label,
  source: source.optional(),
  signSource: source.optional(),
})
