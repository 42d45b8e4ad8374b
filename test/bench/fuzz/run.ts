import { answersOf, strokesOf } from './answers.ts'
import { decisionsOf, definitionOf, type Flavour, flavours, newerOf } from './definition.ts'
import { type Examined, examine, type Subject } from './examine.ts'
import { frozen } from './junk.ts'
import { watch } from './pollution.ts'
import { randomOf, seedOf } from './random.ts'

/** Case `number` of a run with this seed, always the same. */
export const subjectOf = (seed: number, number: number): Subject => {
  const random = randomOf(seedOf(seed, number))
  const flavour: Flavour = random.pick(flavours)
  const definition = definitionOf(random, flavour)
  const decisions = decisionsOf(random, definition)
  const answers = answersOf(random, definition)
  const newer = newerOf(random, flavour, definition)
  const publishing = random.chance(0.5) ? 'import' : 'compare'
  const strokes = strokesOf(random, answers)
  return frozen({ flavour, definition, newer, decisions, answers, publishing, strokes })
}

type Slowest = { readonly ms: number; readonly case: number }
/** What a run found. `faults` are cases that did what must never happen, at most ten. */
export type Tally = {
  readonly cases: number
  readonly compiled: number
  readonly imported: number
  readonly passed: number
  readonly slowest: Readonly<Record<string, Slowest>>
  readonly faults: readonly { readonly case: number; readonly fault: string }[]
}

/** Runs the cases from `first`, one after another, and watches what everything inherits from. */
export const fuzzed = (
  seed: number,
  first: number,
  cases: number,
  at: (number: number) => void = () => {},
): Tally => {
  const polluted = watch()
  const faults: { case: number; fault: string }[] = []
  const slowest: Record<string, Slowest> = {}
  const count = { compiled: 0, imported: 0, passed: 0 }
  let i = first
  for (; i < first + cases && faults.length < 10; i++) {
    at(i)
    const found: Examined = examine(subjectOf(seed, i))
    const place = polluted()
    if (found.fault !== undefined) faults.push({ case: i, fault: found.fault })
    if (place !== undefined) {
      faults.push({ case: i, fault: `changed what everything inherits: ${place}` })
      break
    }
    if (found.compiled) count.compiled++
    if (found.imported) count.imported++
    if (found.passed) count.passed++
    for (const [stage, ms] of Object.entries(found.ms))
      if (ms > (slowest[stage]?.ms ?? 0)) slowest[stage] = { ms, case: i }
  }
  return { cases: i - first, ...count, slowest, faults }
}
