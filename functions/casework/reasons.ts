import type { Plan } from '#forms/engine'
import { outcomeRoots, parseRule, type Read } from '#forms/logic'
import type { OutcomeView, RecommendedItem, TraceStep } from '../api/contract/index.ts'
import type { Sensitivity } from '../identity/index.ts'
import { unsaidIn } from './answers.ts'

export type Hidden = (sensitivity: Sensitivity) => boolean
type Reasons = {
  readonly outcomes: readonly OutcomeView[]
  readonly recommended: readonly RecommendedItem[]
}
/** Which of a trace's sources this reader may not see, and whether the level of a hidden outcome stands in its place. */
type Sight = { readonly shut: (path: string) => boolean; readonly level: (path: string) => boolean }

const namesOf = (path: string): readonly string[] =>
  path.split('.').flatMap((step) => {
    const name = /^\d+$/.test(step) ? '' : step.replaceAll(/\[\d*\]/g, '')
    return name === '' ? [] : [name]
  })

/** Of what a rule read: a row's field, one choice of many; what says nothing is as sensitive as what it lies in. */
const sensitivityAt = (plan: Plan, path: string): Sensitivity => {
  const names = namesOf(path)
  const around = names.map((_, last) => names.slice(0, names.length - last).join('.'))
  const said = around.map((name) => plan.fields.get(name)?.entry.component.properties?.sensitivity)
  return said.find((one) => one !== undefined) ?? unsaidIn(plan)
}

/** Everything that a read may stand for: of a list or a group that is taken whole, what lies in it. */
const pathsOf = (plan: Plan, { root, path, deep }: Read): readonly string[] => {
  const name = path.join('.')
  if (root === 'outcomes') return [`outcomes.${path[0] ?? ''}`]
  const kind = plan.fields.get(namesOf(name).join('.'))?.kind
  if (kind !== 'grid' && kind !== 'container') return [name]
  return deep ? [...plan.fields.keys()].filter((one) => one.startsWith(`${namesOf(name).join('.')}.`)) : []
}

/**
 * What the rule of each outcome reads in any case. A trace names only what was read this time, and no more than fits: it is
 * what people are told, not what hides.
 */
const readsOf = (plan: Plan): ReadonlyMap<string, readonly string[]> =>
  new Map(
    plan.outcomes.map(({ definition: { key, value } }) => {
      const parsed = parseRule(value, outcomeRoots)
      return [key, parsed.ok ? parsed.reads.flatMap((read) => pathsOf(plan, read)) : []]
    }),
  )

/**
 * What was found out and advised, for a reader who may not see everything it came from: the level stays (the township
 * decides by it), the bare value goes, as it would give the answer away, and so do the answers in every trace. The advice
 * stays as well, as it is what is approved. Who may not read what is `personal` gets no finding at all.
 */
export const reasonsView = (plan: Plan, { outcomes, recommended }: Reasons, hidden: Hidden): Reasons => {
  const nothing = hidden('personal')
  const reads = readsOf(plan)
  const closed = new Map<string, boolean>()
  // A form may have a container of the name `outcomes`; what could be either is treated as both.
  const key = (path: string): string | undefined => /^outcomes\.(.+)$/.exec(path)?.[1]
  const sight: Sight = {
    shut: (path) => closed.has(key(path) ?? '') || hidden(sensitivityAt(plan, path)),
    level: (path) =>
      plan.fields.size > 0 &&
      closed.get(key(path) ?? '') === true &&
      !plan.fields.has(namesOf(path).join('.')),
  }
  const seen = outcomes.map((outcome): OutcomeView => {
    const { level, label, ...rest } = outcome
    const own = outcome.trace.filter(({ of }) => of === undefined)
    const partly =
      nothing ||
      (reads.get(outcome.key) ?? []).some(sight.shut) ||
      own.some(({ from }) => from.some(({ path }) => sight.shut(path)))
    const trace = outcome.trace.map((step) => stepView(step, partly, sight))
    if (!partly) return { ...outcome, trace }
    closed.set(outcome.key, label !== undefined && !nothing)
    return {
      ...rest,
      value: null,
      trace,
      ...(!nothing && level !== undefined && { level, label: label ?? level }),
    }
  })
  return {
    outcomes: seen,
    recommended: recommended.map((one) => ({
      ...one,
      ...(one.trace && { trace: one.trace.map((step) => stepView(step, false, sight)) }),
    })),
  }
}

/** How an answer was calculated is as sensitive as that answer; the answers it was calculated from as they are themselves. */
const stepView = (step: TraceStep, closed: boolean, { shut, level }: Sight): TraceStep => ({
  ...step,
  text: (step.of === undefined ? closed : shut(step.of)) ? '***' : step.text,
  from: step.from.map((one) => (shut(one.path) && !level(one.path) ? { ...one, value: '***' } : one)),
})
