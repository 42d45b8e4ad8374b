import { isDeepStrictEqual } from 'node:util'
import { analyse, compare, importForm } from '#forms/definition'
import { compile, type Evaluation, evaluate, type Plan } from '#forms/engine'
import type { Subject } from './examine.ts'
import { bounded, isJson, must } from './fault.ts'

/** What measures a call, and what evaluates and looks at all that comes back. */
export type Tools = {
  readonly timed: <T>(stage: string, work: () => T) => T
  readonly evaluated: (plan: Plan, answers: unknown) => Evaluation
}

const isSound = (plan: Plan): boolean => !plan.findings.some(({ level }) => level === 'error')

/** Imports the form: what comes of it can be filled, or the report says why not. Whether it can. */
export const examineImport = ({ definition, answers }: Subject, { timed, evaluated }: Tools): boolean => {
  const { form, report } = timed('import', () => importForm(definition))
  must(form.schema === 1, 'the importer made no form')
  const plan = compile(form.definition)
  evaluated(plan, answers)
  must(isSound(plan) || report.refused.length > 0, 'imported a form that cannot be filled, and says nothing')
  return isSound(plan)
}

/**
 * Compares the form with another version and with itself, and analyses it. `passed` is what answers came to that have no error: under
 * a version that is called compatible they must come to the same.
 */
export const examineCompare = (
  { definition, newer, decisions }: Subject,
  { timed, evaluated }: Tools,
  passed: Evaluation | undefined,
): void => {
  const changes = timed('compare', () => compare(definition, newer))
  const texts = changes.flatMap(({ path, message }) => [path, message])
  must(bounded(texts, 2_000) && changes.length <= 5_000, 'changes out of bounds')
  timed('analyse', () =>
    analyse(definition as Parameters<typeof analyse>[0], decisions as Parameters<typeof analyse>[1]),
  )
  if (!passed || !isJson(definition)) return
  must(compare(definition, definition).length === 0, 'differs from itself')
  if (!isJson(newer) || !changes.every((change) => change.class === 'compatible')) return
  const plan = compile(newer as never)
  if (!isSound(plan)) return
  const before = evaluate(compile(definition as never), passed.answers, { today: '2026-11-21' })
  const after = evaluated(plan, before.answers)
  const same = isDeepStrictEqual([after.answers, after.errors], [before.answers, before.errors])
  must(same, 'called compatible, and the answers are not')
}
