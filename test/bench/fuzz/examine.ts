import { isDeepStrictEqual } from 'node:util'
import { judge, lint } from '#forms/definition'
import { compile, type Evaluation, evaluate, type Plan } from '#forms/engine'
import { begin } from '#forms/engine/sitting'
import { stopwatch } from '../measure.ts'
import { disallowed } from './allowed.ts'
import type { Flavour } from './definition.ts'
import { bounded, Fault, isJson, isPlain, must } from './fault.ts'
import { examineCompare, examineImport, type Tools } from './publishing.ts'

/** One case: a definition with its decisions, and what is answered. All of it frozen. */
export type Subject = {
  readonly flavour: Flavour
  readonly definition: unknown
  /** Another version of the definition. */
  readonly newer: unknown
  readonly decisions: { readonly outcomes?: unknown; readonly recommends?: unknown }
  readonly answers: unknown
  /** What else is done with the form: both take long, and each has half of the cases. */
  readonly publishing: 'import' | 'compare'
  /** What is changed afterwards, one after another, by path. */
  readonly strokes: readonly (readonly [path: string, value: unknown])[]
}

/** What became of a case: with `fault`, something that must never happen. */
export type Examined = {
  readonly fault?: string
  readonly compiled: boolean
  /** The importer's form could be filled. */
  readonly imported: boolean
  readonly passed: boolean
  /** Milliseconds by what was called. */
  readonly ms: Readonly<Record<string, number>>
}

const today = '2026-11-21'
/** Every stage of every case must end within this; a form of a million rows takes a while to be copied as JSON. */
export const budgetMs = 2_000

const resultIsBounded = (result: Evaluation): void => {
  must(result.errors.length <= 500, 'over 500 errors')
  for (const { path, code, message } of result.errors)
    must(
      bounded([path, code], 1_200) && bounded([message], 2_000) && message !== '',
      `error out of bounds at ${path.slice(0, 200)}`,
    )
  must(
    JSON.stringify([result.outcomes, result.recommended, result.overrides]).length < 2_000_000,
    'outcomes out of bounds',
  )
}

/** Runs one case through everything that takes forms and answers, and looks at all that comes back. */
export const examine = (subject: Subject): Examined => {
  const { definition, decisions, answers, strokes, publishing } = subject
  const ms: Record<string, number> = {}
  let compiled = false
  let imported = false
  let passed = false
  const timed = <T>(stage: string, work: () => T): T => {
    const elapsed = stopwatch()
    try {
      return work()
    } finally {
      ms[stage] = Math.max(ms[stage] ?? 0, elapsed())
    }
  }
  const evaluated = (plan: Plan, given: unknown): Evaluation => {
    const result = timed('evaluate', () => evaluate(plan, given, { today }))
    resultIsBounded(result)
    must(isDeepStrictEqual(evaluate(plan, given, { today }), result), 'a second evaluation differs')
    if (isPlain(given)) must(!result.errors.some(({ code }) => code === 'internal'), 'threw inside')
    const found =
      result.errors[0]?.code === 'definition'
        ? Object.keys(result.answers)[0]
        : disallowed(plan.definition.components, result.answers)
    must(found === undefined, `the output holds what the form does not allow: ${found}`)
    return result
  }
  const tools: Tools = { timed, evaluated }
  const again = (plan: Plan, first: Evaluation): void => {
    const second = evaluated(plan, first.answers)
    must(isDeepStrictEqual(second.answers, first.answers), 'its own output is changed')
    if (first.errors.length === 0)
      must(isDeepStrictEqual(second, first), 'its own output is judged otherwise')
  }
  try {
    const options = decisions as Parameters<typeof compile>[1]
    const findings = timed('lint', () => lint(definition, options))
    must(findings.length <= 400, 'over 400 findings')
    for (const { path, pointer, message, label } of findings)
      must(
        bounded([path, label], 300) && bounded([pointer], 20_000) && bounded([message], 1_000),
        `finding out of bounds at ${path}`,
      )
    if (isPlain(definition))
      must(!findings.some(({ code }) => code === 'unreadable'), 'the linter threw inside')
    const plan = timed('compile', () => compile(definition as never, options))
    const result = evaluated(plan, answers)
    compiled = result.errors[0]?.code !== 'definition'
    const refused = judge(definition, options).some(({ level }) => level === 'error')
    if (isJson([definition, decisions])) must(compiled !== refused, 'the judge and the compiler disagree')
    must(
      !refused || findings.some(({ level }) => level === 'error'),
      'the linter passes what the judge refuses',
    )
    passed = compiled && result.errors.length === 0
    // Answers that are refused as a whole give nothing to look at again.
    if (compiled && result.errors[0]?.path !== '') again(plan, result)
    const sitting = timed('begin', () => begin(plan, answers, { today }))
    must(isDeepStrictEqual(sitting.result, result), 'a sitting begins with another result')
    for (const [path, value] of strokes) {
      timed('change', () => sitting.change(path, value))
      const whole = evaluate(plan, sitting.typed, { today })
      must(
        isDeepStrictEqual(sitting.result, whole),
        `after a change of ${path.slice(0, 100)} the sitting differs`,
      )
    }
    if (publishing === 'import') imported = examineImport(subject, tools)
    else examineCompare(subject, tools, passed ? result : undefined)
    const slow = Object.entries(ms).find(([, spent]) => spent > budgetMs)
    must(slow === undefined, `${slow?.[0]} took ${slow?.[1].toFixed(0)} ms`)
    return { compiled, imported, passed, ms }
  } catch (error) {
    const fault =
      error instanceof Fault
        ? error.message
        : `threw ${String(error instanceof Error ? error.stack : error).slice(0, 600)}`
    return { fault, compiled, imported, passed, ms }
  }
}
