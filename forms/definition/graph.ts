import { formRoots, isObject } from '../logic/index.ts'
import type { WordValues } from './finding.ts'
import type { Entry, Outline } from './outline.ts'
import { holdersOf, resolveName, seesOne } from './reference.ts'
import { type RuleFault, readsOf } from './rule-reads.ts'
import { type Condition, calculationOf, checkRuleOf, conditionOf, readSwitches } from './rules.ts'
import type { WordKey } from './words.ts'

/** Something that is wrong with a rule of a component. */
export type Fault = {
  readonly entry: Entry
  readonly pointer: string
  readonly words: WordKey
  readonly values?: WordValues
}

/** Who needs whom, an order in which everything can be worked out, and the circles that make one impossible. */
export type Graph = {
  readonly order: readonly Entry[]
  readonly cycles: readonly (readonly Entry[])[]
  readonly faults: readonly Fault[]
}

/**
 * Works out the order of evaluation from what rules read, never from the layout. Among free choices the
 * document's own order wins, so the result is the same on every machine.
 */
export const graph = (outline: Outline): Graph => {
  const faults: Fault[] = []
  const needs = outline.entries.map((entry) => needsOf(outline, entry, faults))
  const state = new Uint8Array(outline.entries.length)
  const order: Entry[] = []
  const cycles: Entry[][] = []
  const trail: Entry[] = []
  const visit = (entry: Entry): void => {
    const at = state[entry.index]
    if (at === 2) return
    if (at === 1) {
      if (cycles.length < 20) cycles.push([...trail.slice(trail.indexOf(entry)), entry])
      return
    }
    state[entry.index] = 1
    trail.push(entry)
    for (const need of needs[entry.index] ?? []) visit(need)
    trail.pop()
    state[entry.index] = 2
    order.push(entry)
  }
  for (const entry of outline.entries) visit(entry)
  return { order, cycles, faults }
}

/** What one component's value and visibility need; what is wrong with its rules goes to `faults`. */
const needsOf = (outline: Outline, entry: Entry, faults: Fault[]): ReadonlySet<Entry> => {
  const on = new Set<Entry>()
  if (entry.parent) on.add(entry.parent)
  const fault: RuleFault = (words, pointer, values) => {
    faults.push({ entry, pointer, words, ...(values && { values }) })
  }
  // What was read whole once is not gone through again: thousands of terms can name one container.
  const whole = new Set<Entry>()
  const add = (target: Entry, deep: boolean) => {
    on.add(target)
    if (!deep || whole.has(target)) return
    whole.add(target)
    for (const inner of target.inside.values()) add(inner, true)
  }
  const reads = (rule: unknown, pointer: string, early: boolean) => {
    for (const { target } of readsOf(rule, pointer, formRoots, outline, entry, fault))
      if (early && target.ok && target.entry) add(target.entry, target.deep)
  }
  const condition = (one: Condition | undefined, early: boolean) => {
    if (one?.kind === 'json') reads(one.rule, one.pointer, early)
    if (one?.kind !== 'simple') return
    for (const term of one.terms) {
      const target = resolveName(outline, entry, term.name)?.entry
      if (!target) fault('condition-unknown', term.pointer, { name: term.name.slice(0, 80) })
      else if (!seesOne(entry, target))
        fault('condition-rows', term.pointer, {
          grid: holdersOf(target).at(-1)?.label ?? '',
          name: target.label,
        })
      else if (early) add(target, true)
    }
  }
  condition(conditionOf(entry), true)
  const calculation = calculationOf(entry)
  if (calculation && isObject(calculation.rule)) reads(calculation.rule, calculation.pointer, true)
  for (const one of readSwitches(entry)) {
    condition(one.trigger, one.early)
    one.actions.forEach((action, i) => {
      if (action.type === 'value' && isObject(action.value))
        reads(action.value, `${one.pointer}/actions/${i}/value`, true)
    })
  }
  const check = checkRuleOf(entry)
  if (check) reads(check.rule, check.pointer, entry.component['clearOnHide'] === false)
  if (entry.component['clearOnHide'] === false && check) on.delete(entry)
  return on
}
