import { isNumber } from '../../logic/index.ts'
import type { Entry } from '../outline.ts'
import type { Run } from './facts.ts'
import type { FormRules, Placed } from './form-rules.ts'
import type { Node } from './node.ts'
import { only, type Shape, truthOf } from './shape.ts'

/** Answers that are given, by their questions. */
export type Given = ReadonlyMap<Entry, Shape>

/** As many cases as one condition is tried with, and values of one answer. */
const most = { cases: 64, values: 16 }

/** Every question that a rule looks at. */
export const answersIn = (node: Node, found = new Set<Entry>()): ReadonlySet<Entry> => {
  if (node.source?.kind === 'answer') found.add(node.source.entry)
  for (const arg of node.args) answersIn(arg, found)
  return found
}

/**
 * Answers with which a component is surely hidden, by its own condition or one around it. Not all of them are found,
 * and none where only a rule of `logic` hides it.
 */
export const hidings = (entry: Entry, rules: FormRules, run: Run): readonly Given[] => {
  const shows = rules.ofEntry[entry.index]?.shows
  const around = entry.parent ? hidings(entry.parent, rules, run) : []
  return shows ? [...around, ...failing(shows, run)] : around
}

const failing = (condition: Placed, run: Run): readonly Given[] => {
  const numbers = numbersIn(condition.node)
  const cases = [...answersIn(condition.node)].reduce<readonly Given[]>(
    (all, entry) => {
      const values = valuesOf(run.factsOf(entry).shape, numbers)
      if (values.length === 0) return all
      return all
        .flatMap((before) => values.map((value) => new Map([...before, [entry, only(value)]])))
        .slice(0, most.cases)
    },
    [new Map()],
  )
  return cases.filter(
    (given) => !truthOf(run.askIf(condition, (entry) => given.get(entry) ?? run.factsOf(entry).shape)).yes,
  )
}

const numbersIn = ({ value, args }: Node): readonly number[] => [
  ...(isNumber(value) ? [value] : []),
  ...args.flatMap(numbersIn),
]

/** Some answers of a question, of numbers those around the ones that a condition names. None where they are unknown. */
const valuesOf = ({ known, span }: Shape, numbers: readonly number[]): readonly unknown[] => {
  const near = span
    ? [span.low, span.high, ...numbers.flatMap((one) => [one - 1, one, one + 1])].filter(
        (one) => one >= span.low && one <= span.high,
      )
    : []
  return [...new Set([...known, ...near])].filter((one) => one !== null).slice(0, most.values)
}
