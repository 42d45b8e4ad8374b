import { type Definition, holdersOf, outline } from '#forms/definition'
import { answersFor, hintsOf, holdings, withValue } from './answers.ts'
import { randomOf } from './random.ts'
import { wrongsFor } from './wrong.ts'

/** One submission to try a form with; `what` says how it was made. */
export type Trial = { readonly what: string; readonly answers: Record<string, unknown> }

/**
 * Submissions for a form, the same on every run: empty; everything answered; some of it answered, with grids of 0, 1
 * and 3 rows; and everything answered with one value wrong, by type, option or limit. `share` (0 to 1) of the wrong
 * ones are kept, drawn by the form's name.
 */
export const trialsOf = (
  name: string,
  definition: Definition,
  share: number,
  drawn: number,
): readonly Trial[] => {
  const outlined = outline(definition)
  const hints = hintsOf(outlined)
  const random = randomOf(name)
  const trials: Trial[] = [{ what: 'empty', answers: {} }]
  for (const rows of [0, 1, 3])
    trials.push({
      what: `whole, rows ${rows}`,
      answers: answersFor(outlined, hints, random, { share: 1, rows }),
    })
  for (let i = 0; i < drawn; i++)
    trials.push({ what: `part ${i}`, answers: answersFor(outlined, hints, random, { share: 0.75 }) })
  for (const entry of outlined.entries) {
    if (!holdings(outlined, entry.holder).includes(entry)) continue
    const base = answersFor(outlined, hints, random, { share: 1, rows: 1 })
    for (const { what, value } of wrongsFor(entry, base[entry.key]))
      if (random() < share)
        trials.push({
          what: `${entry.path}: ${what}`,
          answers: withValue(base, holdersOf(entry), entry.key, value),
        })
  }
  return trials
}
