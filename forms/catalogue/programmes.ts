import * as z from 'zod'
import { budget, counting, report, transfer } from './programme.ts'
import { key, label, localDate, source, text, todo } from './source.ts'

/** Document `programmes`: what is run, when, out of which ledger, measured by what. */
export const programmes = z.strictObject({
  schema: z.literal(1),
  programmes: z
    .array(
      z.strictObject({
        key,
        title: label,
        /** Services outside the window are not counted; `null` = no term is set. */
        window: z.strictObject({ from: localDate, to: localDate, source: source.optional() }).nullable(),
        phases: z.array(
          z.strictObject({ name: label, from: localDate, to: localDate, text, source: source.optional() }),
        ),
        /** Money of this programme may not be used for another one. */
        earmarked: z.boolean(),
        ledger: key,
        ledgerSource: source.optional(),
        scope: z.enum(['city', 'county']),
        /** Keys of the `indicators` document. */
        indicators: z.array(key),
        /** Keys of forms, in the order of the procedure. */
        forms: z.array(key),
        note: text.optional(),
        budget: budget.optional(),
        reports: z.array(report).optional(),
        transfer: transfer.optional(),
        source: source.optional(),
      }),
    )
    .min(1),
  counting: counting.optional(),
  todo: z.array(todo).optional(),
})
export type Programmes = z.infer<typeof programmes>
