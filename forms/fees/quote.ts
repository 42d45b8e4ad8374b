import * as z from 'zod'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Funds } from '../catalogue/funds.ts'
import { divisionCode, key, localDate, maxFen } from '../catalogue/source.ts'
import { usedBefore } from './capped.ts'
import { lineOf, type QuoteLine } from './line.ts'
import { quantity } from './quantity.ts'
import type { Fees } from './schema.ts'

export type { QuoteLine } from './line.ts'

/** What `quote` is asked. `path` of a line (county first) goes before the common one. */
export const quoteQuestion = z.strictObject({
  items: z
    .array(
      z.strictObject({
        item: key,
        quantity,
        level: key.optional(),
        objectClass: key.optional(),
        path: z.array(divisionCode).readonly().optional(),
        used: usedBefore.optional(),
      }),
    )
    .max(200)
    .readonly(),
  on: localDate,
  path: z.array(divisionCode).readonly().optional(),
})
export type QuoteQuestion = z.infer<typeof quoteQuestion>

export type Quote = {
  readonly on: string
  readonly lines: readonly QuoteLine[]
  readonly total: number
  readonly unset: number
  readonly demo: boolean
}

/**
 * What the items cost on a local date for one person. A price that is not set makes the line's amount `null`, counts
 * in `unset` and adds nothing to `total`; it is never zero. Caps hold for all lines of one row together. `funds` only
 * lends names to the steps. Throws ZodError on a malformed question, RangeError when a sum passes twelve digits.
 */
export const quote = (fees: Fees, catalogue: Catalogue, question: QuoteQuestion, funds?: Funds): Quote => {
  const { items, on, path } = quoteQuestion.parse(question)
  const here = new Map<string, number>()
  const lines = items.map((one) =>
    lineOf({ fees, catalogue, funds }, { ...one, on, path: one.path ?? path }, here),
  )
  const total = lines.reduce((sum, one) => sum + (one.amount ?? 0), 0)
  if (total > maxFen) throw new RangeError('金额超过十二位数字')
  return { on, lines, total, unset: lines.filter((one) => one.amount === null).length, demo: fees.demo }
}
