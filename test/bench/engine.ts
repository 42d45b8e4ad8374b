import { Processors, processSync } from '@formio/core/process'
import { Evaluator } from '@formio/core/utils'
import { compile, evaluate } from '#forms/engine'
import { type BenchCase, cases } from './engine-cases.ts'

type Line = {
  readonly case: string
  readonly oursMs: number
  readonly peerMs: number
  readonly ratio: number
}

/** Middle of the measured times, in milliseconds. */
const median = (runs: number, work: () => void): number => {
  work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return times[Math.floor(times.length / 2)] ?? Number.NaN
}

type Found = { readonly errors: number; readonly values: number }

/** How many single values stand in an answer. */
const leaves = (json: unknown): number =>
  typeof json === 'object' && json !== null
    ? Object.values(json).reduce((sum: number, one) => sum + leaves(one), 0)
    : 1

/** `@formio/core` on the same input, cloned for it because it writes into form and data. */
const peer = ({ definition, answers }: BenchCase): Found => {
  const components = structuredClone(definition.components)
  const data = structuredClone(answers)
  const scope: { errors?: unknown[] } = {}
  const context = {
    form: { ...definition, components },
    submission: { data },
    components,
    data,
    processors: Processors,
    scope,
    config: { server: true },
  }
  processSync(context as never)
  return { errors: scope.errors?.length ?? 0, values: leaves(context.data) }
}

const measure = (one: BenchCase): Line => {
  const plan = compile(one.definition)
  const result = evaluate(plan, one.answers, { today: '2026-11-21' })
  const ours: Found = { errors: result.errors.length, values: leaves(result.answers) }
  const theirs = peer(one)
  if (ours.errors !== theirs.errors || ours.values !== theirs.values)
    throw new Error(`${one.name}: the two do not agree: ${JSON.stringify({ ours, theirs })}`)
  const oursMs = median(one.runs[0], () => evaluate(plan, one.answers, { today: '2026-11-21' }))
  const peerMs = median(one.runs[1], () => peer(one))
  return { case: one.name, oursMs, peerMs, ratio: peerMs / oursMs }
}

/** Evaluates the same forms and answers with our engine and with `@formio/core` in one run. */
export const engine = ({ json }: { readonly json: boolean }): void => {
  Evaluator.noeval = true
  if (!json) console.log('case                                   ours ms    peer ms     ratio')
  for (const one of cases) {
    const line = measure(one)
    if (json) console.log(JSON.stringify(line))
    else
      console.log(
        `${line.case.padEnd(36)} ${line.oursMs.toFixed(3).padStart(9)} ${line.peerMs.toFixed(1).padStart(10)} ${`${line.ratio.toFixed(0)}x`.padStart(9)}`,
      )
  }
}
