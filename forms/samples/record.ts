import type { FormDocument, Sample } from '../definition/index.ts'
import { evaluate, valueAt } from '../engine/index.ts'
import { type RunOptions, samplePlan } from './run.ts'

/** Answers that somebody gave, on a local date. */
export type Recorded = {
  readonly title: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly today: string
}

/**
 * Makes a sample of answers, which expects what the form makes of them now: errors, calculated answers outside of rows,
 * questions hidden by a condition of their own, outcomes and recommended items. It passes until the form changes its mind.
 */
export const recordSample = (
  form: FormDocument,
  { title, answers, today }: Recorded,
  options: RunOptions = {},
): Sample => {
  const plan = samplePlan(form, options)
  const given = JSON.parse(JSON.stringify(answers)) as Recorded['answers']
  const result = evaluate(plan, given, { today, demo: true })
  const hiddenNow = new Set(result.hidden)
  const calculated = plan.steps
    .filter(({ calculate, entry }) => calculate && !hiddenNow.has(entry.path) && oneOf(entry.holder))
    .map(({ entry }) => [entry.path, valueAt(result.answers, entry.path) ?? null] as const)
  const hidden = plan.steps
    .filter(({ test, entry }) => test && hiddenNow.has(entry.path))
    .map(({ entry }) => entry.path)
  return {
    title,
    answers: given,
    today,
    expect: {
      errors: [...new Set(result.errors.map(({ path }) => path))],
      ...(calculated.length > 0 && { answers: Object.fromEntries(calculated) }),
      ...(hidden.length > 0 && { hidden }),
      outcomes: Object.fromEntries(
        result.outcomes.map(({ key, value, level }) => [
          key,
          { value, ...(level !== undefined && { level }) },
        ]),
      ),
      recommended: [...new Set(result.recommended.map(({ item }) => item))],
    },
  }
}

type Holder = { readonly kind: string; readonly holder: Holder | undefined }

/** Whether there is only one of what this holder holds. */
const oneOf = (holder: Holder | undefined): boolean =>
  holder === undefined || (holder.kind !== 'grid' && oneOf(holder.holder))
