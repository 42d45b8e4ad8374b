import { type Definition, importForm, isRecord } from '#forms/definition'
import { compile, type Evaluation, evaluate } from '#forms/engine'
import { between, type Findings, today } from './compare.ts'
import { type Golden, usable } from './corpus.ts'
import type { Verdict } from './peer.ts'

/** How a recorded case can be compared, by what the peer ran in it. */
export type Treatment = 'whole' | 'conditions' | 'calculation' | 'no submission'

const whole: readonly string[] = ['conditions', 'logic', 'clearHidden', 'validate', 'calculate']

/**
 * `whole`: all processors of a submission ran, or those of the peer's evaluator: cleaned answers and errors are
 * compared. `conditions`: only what is shown was decided: the hidden paths are. `calculation`: only the calculated
 * values are. `no submission`: a database was asked, or rows were made for a renderer; there is nothing to compare.
 */
export const treatmentOf = ({ before: { processors } }: Golden): Treatment =>
  whole.every((one) => processors.includes(one))
    ? 'whole'
    : processors.join() === 'conditions'
      ? 'conditions'
      : processors.join() === 'calculate'
        ? 'calculation'
        : 'no submission'

export type Compared = {
  readonly definition: Definition
  readonly ours: Evaluation
  readonly found: Findings
}

/** Imports the form of a recorded case, evaluates its answers, and compares with what the peer answered then. */
export const compareGolden = (golden: Golden): Compared => {
  const { form, report } = importForm({ display: 'form', components: golden.before.components })
  const { definition, taken } = usable(form.definition)
  const ours = evaluate(compile(definition), golden.before.data, { today })
  const buttons = golden.before.components.flatMap((one) =>
    isRecord(one) && one['type'] === 'button' ? [String(one['key'])] : [],
  )
  const left = [
    ...buttons,
    ...report.refused.map(({ path }) => path),
    ...taken.map((one) => one.split(' ')[0] ?? ''),
  ]
  const theirs: Verdict = {
    answers: golden.after.data,
    errors: golden.after.errors.map(({ path = '', rule = '' }) => ({ path, rule })),
  }
  const found = between(definition, golden.before.data, ours, theirs, left)
  if (treatmentOf(golden) !== 'calculation') return { definition, ours, found }
  const calculated = found.differences.filter(({ entry }) => Boolean(entry?.component['calculateValue']))
  return { definition, ours, found: { ...found, differences: calculated } }
}
