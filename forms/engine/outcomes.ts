import type { Band } from '../definition/index.ts'
import {
  deeper,
  type Expression,
  failureOf,
  isList,
  isNumber,
  isObject,
  isText,
  RuleFailure,
  type Scope,
  spend,
  truthy,
} from '../logic/index.ts'
import { ask } from './messages.ts'
import type { CompiledOutcome, CompiledRecommend, Plan } from './plan.ts'
import type { AnswerError, Outcome, Recommended, TraceStep } from './result.ts'
import { type Teller, tellerOf } from './retold.ts'
import { basis, type From, most, outcomesOf, type Source, sourcesOf, told, words } from './trace.ts'
import { type Seen, watched } from './watch.ts'

/** What deciding needs at hand. */
type Desk = {
  readonly plan: Plan
  readonly scope: Scope
  readonly outcomes: Outcome[]
  readonly faults: AnswerError[]
  readonly teller: Teller
}

/** Works out the outcomes one after another (each may read the earlier ones) and what they advise. */
export const decide = (
  plan: Plan,
  scope: Scope,
  errors: AnswerError[],
): { readonly outcomes: readonly Outcome[]; readonly recommended: readonly Recommended[] } => {
  const values: Record<string, unknown> = {}
  const faults: AnswerError[] = []
  scope.outcomes = values
  const outcomes: Outcome[] = []
  const desk: Desk = { plan, scope, outcomes, faults, teller: tellerOf(plan, scope) }
  for (const compiled of plan.outcomes) {
    const { key, title } = compiled.definition
    const outcome = guarded(`outcomes.${key}`, title, faults, () => outcomeOf(compiled, desk))
    if (!outcome) continue
    values[outcome.key] = outcome.value
    outcomes.push(outcome)
  }
  const recommended = plan.recommends.flatMap((compiled, i) => {
    const one = guarded(`recommends[${i}]`, compiled.definition.item, faults, () => advice(compiled, desk))
    return one ? [one] : []
  })
  // Where answers are wrong the submission is refused already, and what follows from them is not the form's fault.
  if (errors.length === 0) errors.push(...faults)
  return { outcomes, recommended }
}

/** A rule that fails refuses the submission; it is never skipped. */
const guarded = <T>(path: string, title: string, errors: AnswerError[], run: () => T): T | undefined => {
  try {
    return run()
  } catch (error) {
    errors.push({
      path,
      code: failureOf(error),
      message: `「${title}」无法计算，${ask}。`,
    })
    return undefined
  }
}

type Reading = {
  readonly value: unknown
  readonly sources: readonly Source[]
  readonly from: readonly From[]
}

/** Runs a rule, and notes which answers and outcomes it reads on the way. */
const reading = (run: Expression, { plan, scope, outcomes }: Desk): Reading => {
  const { data, outcomes: values } = scope
  const answers: Seen = new Map()
  const earlier: Seen = new Map()
  scope.data = watched(data, answers)
  scope.outcomes = watched(values, earlier)
  try {
    const result = run(scope)
    const value = result === undefined ? null : copy(scope, result)
    const sources = sourcesOf(answers, plan)
    const from = [
      ...sources.map((source) => told(source, data)),
      ...outcomesOf(new Set(earlier.keys()), outcomes),
    ]
    return { value, sources, from: from.slice(0, most.sources) }
  } finally {
    scope.data = data
    scope.outcomes = values
  }
}

const outcomeOf = ({ definition, run }: CompiledOutcome, desk: Desk): Outcome => {
  const { key, title, rule, bands } = definition
  const { value, sources, from } = reading(run, desk)
  const shown = value === null ? '尚不能得出（有关答案未填）' : words(value)
  const steps: TraceStep[] = [{ rule, text: `${title}：${shown}`, from }]
  const band = isNumber(value) ? bandOf(bands, value) : undefined
  if (bands && bands.length > 0 && value !== null) {
    if (band)
      steps.push({ rule, text: `${words(value)} 在「${range(band)}」之内，为「${band.label}」`, from: [] })
    else
      desk.faults.push({
        path: `outcomes.${key}`,
        code: 'level',
        message: `「${title}」的结果 ${words(value)} 不在等级表之内，${ask}。`,
      })
  }
  steps.push(...desk.teller(sources, rule))
  return { key, title, value, ...(band && { level: band.level, label: band.label }), rule, trace: steps }
}

/** The first two steps hold no value in their text: they are shown to readers who may not see the answers, too. */
const advice = (compiled: CompiledRecommend, desk: Desk): Recommended | undefined => {
  const { definition } = compiled
  const when = reading(compiled.when, desk)
  if (!truthy(when.value)) return undefined
  const { item, because, per } = definition
  const rule = basis(definition.source, '本表规定')
  const text = when.from.length > 0 ? '符合这条建议的条件' : '这条建议不看答案，每次都给出'
  const first: TraceStep = { rule, text, from: when.from }
  if (!compiled.quantity) return { item, because, trace: [first, ...desk.teller(when.sources, rule)] }
  const { value, sources, from } = reading(compiled.quantity, desk)
  if (!isNumber(value) || !(value > 0)) throw new RuleFailure('type')
  const steps = from.length > 0 ? [first, { rule, text: '数量由这些答案算出', from }] : [first]
  const both = [...new Map([...when.sources, ...sources].map((one) => [one.field, one])).values()]
  return {
    item,
    because,
    quantity: value,
    ...(per && { per }),
    trace: [...steps, ...desk.teller(both, rule)],
  }
}

const bandOf = (bands: readonly Band[] | undefined, value: number): Band | undefined =>
  bands?.find(({ from, to }) => value >= from && (to === undefined || value <= to))

const range = ({ from, to }: Band): string =>
  to === undefined ? `${from} 及以上` : from === to ? String(from) : `${from} 至 ${to}`

/** Results are data of their own, never parts of the answers. */
const copy = (scope: Scope, value: unknown, depth = 0): unknown => {
  if (isText(value)) spend(scope, value.length >> 6)
  // No zero below zero in a result.
  if (!isObject(value)) return value === 0 ? 0 : value
  const inner = ([key, one]: readonly [string, unknown]) =>
    [key, copy(scope, one, deeper(scope, depth))] as const
  const parts = Object.entries(value).map(inner)
  return isList(value) ? parts.map(([, one]) => one) : Object.fromEntries(parts)
}
