import type { Band } from '../definition/index.ts'
import { type Read, RuleFailure, type Scope, truthy } from '../logic/index.ts'
import type { CompiledOutcome, Field, Plan } from './plan.ts'
import type { AnswerError, Outcome, Recommended, TraceStep } from './result.ts'

type From = TraceStep['from'][number]
const traced = 60

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
  for (const compiled of plan.outcomes) {
    const outcome = guarded(`outcomes.${compiled.definition.key}`, compiled.definition.title, faults, () =>
      outcomeOf(compiled, plan, scope, faults, outcomes),
    )
    if (!outcome) continue
    values[outcome.key] = outcome.value
    outcomes.push(outcome)
  }
  const recommended: Recommended[] = []
  plan.recommends.forEach(({ definition, when, quantity }, i) => {
    const one = guarded(`recommends[${i}]`, definition.item, faults, (): Recommended | undefined => {
      if (!truthy(when(scope))) return undefined
      const { item, because } = definition
      if (!quantity) return { item, because }
      const number = quantity(scope)
      if (typeof number !== 'number' || !(number > 0)) throw new RuleFailure('type')
      return { item, because, quantity: number }
    })
    if (one) recommended.push(one)
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
    if (!(error instanceof RuleFailure)) throw error
    errors.push({
      path,
      code: error.code === 'fuel' ? 'fuel' : 'rule',
      message: `「${title}」无法计算，请联系管理员检查表单。`,
    })
    return undefined
  }
}

const outcomeOf = (
  { definition, run, reads }: CompiledOutcome,
  plan: Plan,
  scope: Scope,
  errors: AnswerError[],
  earlier: readonly Outcome[],
): Outcome => {
  const { key, title, rule, bands } = definition
  const result = run(scope)
  const value = result === undefined ? null : copy(result)
  // A rule may look at one answer many times; the reader is told of it once.
  const found = reads.flatMap((read) => sources(read, plan, scope, earlier))
  const from = [...new Map(found.map((source) => [source.path, source])).values()].slice(0, traced)
  const shown = value === null ? '尚不能得出（有关答案未填）' : words(value)
  const steps: TraceStep[] = [{ rule, text: `${title}：${shown}`, from }]
  const band = typeof value === 'number' ? bandOf(bands, value) : undefined
  if (bands && bands.length > 0 && value !== null) {
    if (band)
      steps.push({ rule, text: `${words(value)} 在「${range(band)}」之内，为「${band.label}」`, from: [] })
    else
      errors.push({
        path: `outcomes.${key}`,
        code: 'level',
        message: `「${title}」的结果 ${words(value)} 不在等级表之内，请联系管理员检查表单。`,
      })
  }
  return { key, title, value, ...(band && { level: band.level, label: band.label }), rule, trace: steps }
}

const bandOf = (bands: readonly Band[] | undefined, value: number): Band | undefined =>
  bands?.find(({ from, to }) => value >= from && (to === undefined || value <= to))

const range = ({ from, to }: Band): string =>
  to === undefined ? `${from} 及以上` : from === to ? String(from) : `${from} 至 ${to}`

const words = (value: unknown): string => {
  if (value === true) return '是'
  if (value === false) return '否'
  return typeof value === 'object' ? JSON.stringify(value).slice(0, 200) : String(value)
}

/** Results are data of their own, never parts of the answers. */
const copy = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (JSON.parse(JSON.stringify(value)) as unknown) : value

/** Which answers a rule used, with their labels and the labels of their choices. */
const sources = (read: Read, plan: Plan, scope: Scope, earlier: readonly Outcome[]): readonly From[] => {
  if (read.root === 'outcomes') {
    const outcome = earlier.find(({ key }) => key === read.path[0])
    return outcome
      ? [{ path: `outcomes.${outcome.key}`, label: outcome.title, value: outcome.label ?? outcome.value }]
      : []
  }
  if (read.root !== 'data') return []
  const names = read.path.filter((step) => step !== '[]' && !/^\d+$/.test(step))
  for (let n = names.length; n > 0; n--) {
    const field = plan.fields.get(names.slice(0, n).join('.'))
    if (!field) continue
    if (field.kind === 'grid' && n === names.length) return []
    return [
      {
        path: read.path.join('.').replaceAll('.[]', '[]'),
        label: field.label,
        value: answer(field, read.path, scope.data),
      },
    ]
  }
  return []
}

const answer = (field: Field, path: readonly string[], data: unknown): unknown => {
  let at: unknown[] = [data]
  let list = false
  for (const step of path) {
    if (step === '[]') {
      list = true
      at = at.flatMap((item) => (Array.isArray(item) ? (item as unknown[]) : []))
    } else
      at = at.flatMap((item) =>
        typeof item === 'object' && item !== null && Object.hasOwn(item, step)
          ? [(item as Record<string, unknown>)[step]]
          : [],
      )
  }
  const labels = at.slice(0, 50).map((value) => labelled(field, value))
  return list ? labels : (labels[0] ?? null)
}

const labelled = (field: Field, value: unknown): unknown => {
  const option = field.options.find((one) => one.value === value)
  return option && typeof value !== 'boolean' ? option.label : typeof value === 'object' ? copy(value) : value
}
