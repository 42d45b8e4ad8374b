import { isDeepStrictEqual } from 'node:util'
import { compile, evaluate } from '#forms/engine'
import { type BenchCase, cases, dataGrid, grid } from './engine-cases.ts'
import { growth } from './growth.ts'
import { keystroke } from './keystroke.ts'
import { faster, type Line, type Must, report } from './line.ts'
import { measured } from './measure.ts'
import { type Memory, memory } from './memory.ts'
import { peerInput, runPeer } from './peer.ts'
import { weigh } from './weight.ts'

const today = '2026-11-21'

/** Empty lists and objects are written by one engine and left out by the other; they mean the same. */
const pruned = (json: unknown): unknown => {
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map(pruned)
  return Object.fromEntries(
    Object.entries(json)
      .map(([key, inner]) => [key, pruned(inner)] as const)
      .filter(([, inner]) => typeof inner !== 'object' || Object.keys(inner ?? {}).length > 0),
  )
}

/** The race is only fair where both do the same work: the same cleaned answers, errors at the same places. */
const agree = (one: BenchCase): void => {
  const ours = evaluate(compile(one.definition), one.answers, { today })
  const theirs = runPeer(peerInput(one))
  const paths = ours.errors.map(({ path }) => path).sort()
  if (!isDeepStrictEqual(paths, [...theirs.errors].sort()))
    throw new Error(`${one.name}: errors differ: ${paths.join(' ')} / ${theirs.errors.join(' ')}`)
  if (!isDeepStrictEqual(pruned(ours.answers), pruned(theirs.answers)))
    throw new Error(`${one.name}: the cleaned answers differ`)
}

/**
 * One evaluation of ready answers: a compiled plan on our side; on the peer's its quicker, synchronous form, the
 * copies it needs made beforehand. `compileMs` is what making the plan costs, once for each form.
 */
const raceOf = (one: BenchCase): Line => {
  agree(one)
  const plan = compile(one.definition)
  const [ours, peer] = one.runs
  const oursMs = measured(
    ours,
    () => plan,
    () => evaluate(plan, one.answers, { today }),
  )
  const peerMs = measured(peer, () => peerInput(one), runPeer, peer > 2 ? 2 : 0)
  let made = 0
  // A plan is kept by its content, so each run compiles a form that was never seen.
  const fresh = () => ({ ...one.definition, title: `${made++}` })
  const compileMs = measured(9, fresh, (definition) => compile(definition), 3)
  return { case: one.name, oursMs, peerMs, ratio: peerMs / oursMs, compileMs }
}

const musts: Readonly<Record<string, Must>> = {
  '200 flat': faster(50),
  '1000 flat': faster(50),
  'edit grid 100x20, half conditional': faster(500),
  'nested 20x5x3x10': faster(200),
}
/** Noise of a shared machine: a tenth on a doubling, a quarter of the time at the most rows. */
const linear: Must = {
  says: 'must be linear, at most x2 a doubling',
  reached: ({ oursGrowth }) => Number(oursGrowth) <= 2.1,
}
const straight: Must = {
  says: 'must have no quadratic part',
  reached: ({ oursQuadratic }) => Number(oursQuadratic) <= 0.25,
}
const atOnce: Must = { says: 'must < 1 ms p50', reached: ({ oursMs }) => oursMs < 1 }
const light: Must = {
  says: 'must < 15 ms, < 60,000 bytes, no eval',
  reached: ({ oursMs, oursBytes }) => oursMs < 15 && Number(oursBytes) < 60_000,
}

const kilo = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`
const memoryNote = ({ planBytes, evaluationBytes, peerEvaluationBytes }: Memory): string =>
  `memory: a plan keeps ${kilo(planBytes)}; an evaluation allocates ${kilo(evaluationBytes)}, the peer's ${kilo(peerEvaluationBytes)}`

const growing = [
  {
    name: 'growth',
    of: (rows: number) => grid(rows, 20),
    ours: [25, 50, 100, 200],
    peer: [
      [25, 3],
      [50, 2],
      [100, 1],
    ],
    must: linear,
  },
  {
    name: 'data grid 200x5, linear',
    of: dataGrid,
    ours: [25, 50, 75, 100, 150, 200],
    peer: [
      [50, 5],
      [100, 5],
      [200, 3],
    ],
    must: straight,
  },
] as const

/** Evaluates the same forms and answers with our engine and with `@formio/core` in one run. */
export const engine = async ({ json }: { readonly json: boolean }): Promise<void> => {
  if (!json) console.log(`${'case'.padEnd(36)} ${'ours ms'.padStart(9)} ${'peer ms'.padStart(10)}     ratio`)
  const memories = new Map(memory().map((one) => [`${one.fields} flat`, one]))
  for (const one of cases) {
    const line = raceOf(one)
    const spent = memories.get(one.name)
    const { planBytes, evaluationBytes, peerEvaluationBytes } = spent ?? {}
    report(
      { ...line, ...(spent && { planBytes, evaluationBytes, peerEvaluationBytes }) },
      json,
      musts[one.name],
      spent ? [memoryNote(spent), `compiled in ${Number(line['compileMs']).toFixed(1)} ms, once`] : [],
    )
  }
  for (const { must, ...one } of growing) {
    const { line, notes } = growth(one)
    report(line, json, must, notes)
  }
  const stroke = keystroke()
  report(stroke, json, atOnce, [
    `ours: one in a hundred takes ${Number(stroke['p99Ms']).toFixed(2)} ms or more`,
  ])
  const weight = await weigh()
  const { oursBytes, peerBytes, peerPartMs, peerPartBytes } = weight
  report(weight, json, light, [
    `minified: ours ${oursBytes} bytes, peer ${peerBytes}; its process part alone ${peerPartBytes} bytes, ${Number(peerPartMs).toFixed(0)} ms`,
  ])
}
