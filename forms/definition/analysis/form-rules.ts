import { formRoots, isList, outcomeRoots } from '../../logic/index.ts'
import type { LogicAction } from '../component.ts'
import type { OutcomeDefinition, RecommendDefinition } from '../document.ts'
import { graph } from '../graph.ts'
import type { LintOptions } from '../lint.ts'
import { type Entry, type Outline, outline } from '../outline.ts'
import { isRecord } from '../record.ts'
import { type Condition, calculationOf, checkRuleOf, conditionOf, readSwitches } from '../rules.ts'
import { conditionNode, type Node, nodeOf } from './node.ts'

/** A rule as a tree, and where it stands in the definition. */
export type Placed = { readonly node: Node; readonly pointer: string }
export type SetValue = Placed & { readonly trigger: Node | undefined }

/** All rules of one component, as trees. */
export type EntryRules = {
  readonly entry: Entry
  readonly shows: Placed | undefined
  readonly calculation: Placed | undefined
  readonly check: Placed | undefined
  readonly switches: readonly { readonly trigger: Placed; readonly actions: readonly LogicAction[] }[]
  /** What `logic` sets the value to, in order. */
  readonly sets: readonly SetValue[]
}
export type OutcomeRule = Placed & { readonly definition: OutcomeDefinition }
export type RecommendRule = {
  readonly definition: RecommendDefinition
  readonly when: Placed
  readonly quantity: Placed | undefined
}

export type FormRules = {
  readonly outline: Outline
  readonly ofEntry: readonly EntryRules[]
  /** So that whatever a rule reads stands before it. */
  readonly order: readonly Entry[]
  readonly outcomes: readonly OutcomeRule[]
  readonly recommends: readonly RecommendRule[]
}

/** Reads every rule of a form that the linter found without error. */
export const readForm = (definition: { readonly components?: unknown }, options: LintOptions): FormRules => {
  const outlined = outline(definition)
  const decided = (rule: unknown, pointer: string): Placed[] => {
    const node = nodeOf(rule, { outline: outlined, from: undefined }, outcomeRoots)
    return node ? [{ node, pointer }] : []
  }
  return {
    outline: outlined,
    ofEntry: outlined.entries.map((entry) => rulesOf(entry, outlined)),
    order: graph(outlined).order,
    outcomes: listOf(options.outcomes).flatMap((definition, i) =>
      decided(definition?.value, `/outcomes/${i}/value`).map((rule) => ({ ...rule, definition })),
    ),
    recommends: listOf(options.recommends).flatMap((definition, i) =>
      decided(definition?.when, `/recommends/${i}/when`).map((when) => ({
        definition,
        when,
        quantity: decided(definition.quantity ?? null, `/recommends/${i}/quantity`)[0],
      })),
    ),
  }
}

/** At most as many as the linter takes. */
const listOf = <T>(list: readonly T[] | undefined): readonly T[] => (isList(list) ? list.slice(0, 200) : [])

const rulesOf = (entry: Entry, outlined: Outline): EntryRules => {
  const asked = (condition: Condition): Placed | undefined => {
    const node = conditionNode(condition, outlined, entry)
    const pointer = condition.kind === 'json' ? condition.pointer : (condition.terms[0]?.pointer ?? '')
    return node && { node, pointer }
  }
  const worked = (
    found: { readonly rule: unknown; readonly pointer: string } | undefined,
  ): Placed | undefined => {
    const node = found && nodeOf(found.rule, { outline: outlined, from: entry }, formRoots)
    return node && { node, pointer: found.pointer }
  }
  const condition = conditionOf(entry)
  const read = readSwitches(entry).map((one) => ({ ...one, asked: asked(one.trigger) }))
  return {
    entry,
    shows: condition && asked(condition),
    calculation: worked(calculationOf(entry)),
    check: worked(checkRuleOf(entry)),
    switches: read.flatMap(({ asked: trigger, actions }) => (trigger ? [{ trigger, actions }] : [])),
    sets: read.flatMap(({ asked: trigger, actions, pointer }) =>
      actions.flatMap((action, i): SetValue[] => {
        const set =
          action.type === 'value' && worked({ rule: action.value, pointer: `${pointer}/actions/${i}/value` })
        return set ? [{ ...set, trigger: trigger?.node }] : []
      }),
    ),
  }
}

/** What the property actions of a rule turn a flag to; undefined: it leaves it alone. */
export const turnedTo = (actions: readonly LogicAction[], flag: string): boolean | undefined =>
  actions.reduce<boolean | undefined>(
    (before, { type, property, state }) =>
      type === 'property' && isRecord(property) && property.value === flag ? state === true : before,
    undefined,
  )
