import * as z from 'zod'
import { divisionCode, key, label, localDate, source } from './source.ts'

/** What the office above says of an item: 必做 (must be offered) or 可选 (may be offered). */
export const itemLock = z.enum(['required', 'optional'])

/** Who approved an item that the common catalogue did not have: 批复机关、文号、日期 (S3-14). */
export const approval = z.strictObject({ by: label, number: label, on: localDate })
export type Approval = z.infer<typeof approval>

/** A catalogue to which items may only be added as proposals; `by` = the office that locked it. */
export const catalogueLock = z.strictObject({ by: label, source: source.optional() })

/**
 * Whether one county offers an item, for whole local days, both ends included (S2-13). The city's administrator may
 * write all of them, a county's those of its own divisions.
 */
export const activation = z
  .strictObject({
    item: key,
    division: divisionCode,
    active: z.boolean(),
    from: localDate,
    to: localDate.optional(),
  })
  .refine((one) => one.to === undefined || one.from <= one.to, {
    error: '结束日期早于开始日期',
    path: ['to'],
  })
export type Activation = z.infer<typeof activation>
