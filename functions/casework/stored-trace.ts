import { isDeepStrictEqual } from 'node:util'
import type { Outcome, Plan, TraceStep } from '#forms/engine'
import { tellAgain } from '#forms/engine/stored'
import type { OutcomeView, RecommendedItem } from '../api/contract/index.ts'

type From = TraceStep['from'][number]
type StoredStep = Omit<TraceStep, 'from'> & { readonly from: readonly (From | string)[] }
type Stored<T> = Omit<T, 'trace'> & { readonly trace?: readonly StoredStep[] }

/** Outcomes and advice as a row keeps them: of the answers they came from only the path, where that tells the rest. */
export type StoredReasons = {
  readonly outcomes: readonly Stored<OutcomeView>[]
  readonly recommended: readonly Stored<RecommendedItem>[]
}
type Reasons = {
  readonly outcomes: readonly Outcome[]
  readonly recommended: readonly RecommendedItem[]
}
type Answers = Readonly<Record<string, unknown>>

const changed = <T extends { readonly trace?: readonly StoredStep[] }>(
  one: T,
  change: (from: From | string) => From | string | undefined,
): T => ({
  ...one,
  ...(one.trace && {
    trace: one.trace.map((step) => ({
      ...step,
      from: step.from.flatMap((from) => change(from) ?? []),
    })),
  }),
})

/**
 * Leaves out of the traces what the pinned form and the stored answers tell again: labels and values. What they do not
 * tell, such as the names of a city's own lists, is kept. `plan` is the form's without the lists of any city.
 */
export const packed = ({ outcomes, recommended }: Reasons, plan: Plan, answers: Answers): StoredReasons => {
  const short = (from: From | string): From | string =>
    typeof from !== 'string' && isDeepStrictEqual(tellAgain(from.path, plan, answers, outcomes), from)
      ? from.path
      : from
  return {
    outcomes: outcomes.map((one): Stored<OutcomeView> => changed(one, short)),
    recommended: recommended.map((one): Stored<RecommendedItem> => changed(one, short)),
  }
}

/** The opposite of `packed`. Older rows hold everything, or no trace of what they advise. */
export const unpacked = ({ outcomes, recommended }: StoredReasons, plan: Plan, answers: Answers): Reasons => {
  // Of an earlier outcome a trace tells title, level and value, never its own trace.
  const known = outcomes as unknown as readonly Outcome[]
  const long = (from: From | string): From | undefined =>
    typeof from === 'string' ? tellAgain(from, plan, answers, known) : from
  return {
    outcomes: outcomes.map((one) => changed(one, long) as OutcomeView),
    recommended: recommended.map((one) => changed(one, long) as RecommendedItem),
  }
}
