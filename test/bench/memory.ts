import { execFileSync } from 'node:child_process'
import { compile, evaluate, type Plan } from '#forms/engine'
import { flat } from './engine-cases.ts'
import { middle } from './measure.ts'
import { peerInput, runPeer } from './peer.ts'

/** Bytes for a form of `fields` flat fields. */
export type Memory = {
  readonly fields: number
  /** What one plan keeps in memory: its closures, its own copy of the form, and its key in the cache. */
  readonly planBytes: number
  /** What one evaluation allocates, result included; the collector takes it back. */
  readonly evaluationBytes: number
  /** What one run of the peer allocates, its copies of form and answers not counted. It has no plan. */
  readonly peerEvaluationBytes: number
}

const today = '2026-11-21'
const used = (): number => process.memoryUsage().heapUsed

const collected = (): number => {
  globalThis.gc?.()
  globalThis.gc?.()
  return used()
}

const planBytes = (fields: number): number => {
  const plans: Plan[] = []
  const texts = Array.from({ length: 20 }, (_, i) =>
    JSON.stringify(flat(fields).definition).replace('字段0', `字段零${i}`),
  )
  // The cache is full of small forms first, so that what it lets go of later is next to nothing.
  for (let i = 0; i < 40; i++) compile({ components: [{ type: 'textfield', key: `k${i}`, label: 'k' }] })
  const before = collected()
  for (const text of texts) plans.push(compile(JSON.parse(text)))
  return Math.round((collected() - before) / plans.length)
}

/** No collection falls between: the process has a young generation that is larger than any run needs. */
const allocated = <T>(runs: number, prepare: () => T, work: (input: T) => unknown): number => {
  const bytes: number[] = []
  for (let i = 0; i < runs; i++) {
    const input = prepare()
    collected()
    const before = used()
    const result = work(input)
    bytes.push(used() - before)
    if (result === undefined) throw new Error('memory: nothing was found')
  }
  return middle(bytes)
}

const memoryOf = (fields: number): Memory => {
  const one = flat(fields)
  const plan = compile(one.definition)
  for (let i = 0; i < 300; i++) evaluate(plan, one.answers, { today })
  return {
    fields,
    planBytes: planBytes(fields),
    evaluationBytes: allocated(
      15,
      () => plan,
      () => evaluate(plan, one.answers, { today }),
    ),
    peerEvaluationBytes: allocated(5, () => peerInput(one), runPeer),
  }
}

const flags = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256']

/** Measured in a process of its own, whose heap nobody else has used. */
export const memory = (): readonly Memory[] =>
  JSON.parse(execFileSync(process.execPath, [...flags, import.meta.filename], { encoding: 'utf8' }))

if (import.meta.main) console.log(JSON.stringify([memoryOf(200), memoryOf(1_000)]))
