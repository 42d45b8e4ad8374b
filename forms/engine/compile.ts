import {
  type Band,
  type Component,
  calculationOf,
  checkRuleOf,
  conditionOf,
  type Definition,
  type Entry,
  graph,
  isRecord,
  judge,
  type Option,
  type OutcomeDefinition,
  type Outline,
  optionsOf,
  outline,
  type RecommendDefinition,
  readSwitches,
  type Switch,
} from '../definition/index.ts'
import {
  type Expression,
  formRoots,
  outcomeRoots,
  parseRule,
  type Root,
  RuleFailure,
} from '../logic/index.ts'
import { checksOf, limitOf, rowsOf } from './checks.ts'
import { testOf } from './condition.ts'
import { emptyOf } from './empty.ts'
import { gateOf } from './gate.ts'
import { messageOf } from './messages.ts'
import { type Effect, type Field, flag, type Level, type Lever, type Node, type Plan } from './plan.ts'

export type CompileOptions = {
  readonly outcomes?: readonly OutcomeDefinition[]
  readonly recommends?: readonly RecommendDefinition[]
  /** Lists for components that name one in `properties.options`, e.g. `{ catalogue: [{ value, label }] }`. */
  readonly options?: Readonly<Record<string, readonly Option[]>>
  /** A city's own level tables, by outcome key; they replace `bands`, and with a name of their own also `rule`. */
  readonly levels?: Readonly<Record<string, readonly Band[] | LevelTable>>
}

/** Levels with the version of the rule that lays them down, which every result then carries. */
export type LevelTable = { readonly rule: string; readonly bands: readonly Band[] }

const kept = new Map<string, Plan>()
const keptMost = 32

/**
 * Makes a form ready: judges it, orders its components by what their rules read, and turns every rule into a
 * closure. Pure; the last 32 plans are kept by the content of all inputs. Never throws: a form with errors
 * gives a plan whose `findings` say why and that refuses every answer.
 */
export const compile = (definition: Definition, given: CompileOptions = {}): Plan => {
  // Callers without types may hand over null.
  const options: CompileOptions = isRecord(given) ? given : {}
  const name = nameOf(definition, options)
  if (name === undefined) return build(definition, options)
  const found = kept.get(name)
  if (found) return found
  // A copy of our own: whoever changes the definition afterwards changes nothing here.
  const [copy, settings] = JSON.parse(name) as [Definition, CompileOptions]
  const plan = build(copy, settings)
  if (name.length < 1_000_000) {
    if (kept.size >= keptMost) kept.delete(kept.keys().next().value ?? '')
    kept.set(name, plan)
  }
  return plan
}

const nameOf = (definition: Definition, options: CompileOptions): string | undefined => {
  try {
    return JSON.stringify([definition ?? null, options])
  } catch {
    return undefined
  }
}

const build = (definition: Definition, given: CompileOptions): Plan => {
  const options = { ...given, ...(given.outcomes && { outcomes: withLevels(given.outcomes, given.levels) }) }
  const findings = judge(definition, options)
  const empty: Plan = {
    definition,
    findings,
    fields: new Map(),
    steps: [],
    levels: [{ index: 0, owner: undefined, nodes: [] }],
    outcomes: [],
    recommends: [],
  }
  if (findings.some((finding) => finding.level === 'error')) return empty
  return { ...empty, ...planOf(definition, options.options), ...decisionsOf(options) }
}

/** A city's own level tables in place of the form's. */
const withLevels = (
  outcomes: readonly OutcomeDefinition[],
  levels: CompileOptions['levels'],
): readonly OutcomeDefinition[] =>
  levels && Array.isArray(outcomes)
    ? outcomes.map((outcome: OutcomeDefinition) => {
        const table = Object.hasOwn(levels, String(outcome?.key)) ? levels[outcome.key] : undefined
        if (!table) return outcome
        const { bands, rule } = 'bands' in table ? table : { bands: table, rule: outcome.rule }
        return { ...outcome, bands, rule }
      })
    : outcomes

const planOf = (
  definition: Definition,
  options: CompileOptions['options'],
): Pick<Plan, 'fields' | 'levels' | 'steps'> => {
  const outlined = outline(definition)
  const levels: Level[] = [{ index: 0, owner: undefined, nodes: [] }]
  const fields = new Map<string, Field>()
  const nodes: Node[] = []
  for (const entry of outlined.entries) {
    const choices = optionsOf(entry.component, options)
    const node = nodeOf(entry, outlined, nodes, levels, choices)
    nodes.push(node)
    const { path, label, kind } = entry
    if (node.gate || node.inner) fields.set(path, { path, label, kind, entry, options: choices })
  }
  return { fields, levels, steps: graph(outlined).order.map((entry) => nodes[entry.index] as Node) }
}

const decisionsOf = ({ outcomes, recommends }: CompileOptions): Pick<Plan, 'outcomes' | 'recommends'> => ({
  outcomes: (outcomes ?? []).map((definition) => {
    const parsed = parseRule(definition.value, outcomeRoots)
    return parsed.ok
      ? { definition, run: parsed.run, reads: parsed.reads }
      : { definition, run: failing, reads: [] }
  }),
  recommends: (recommends ?? []).map((definition) => ({
    definition,
    when: expression(definition.when, outcomeRoots),
    quantity: definition.quantity === undefined ? undefined : expression(definition.quantity, outcomeRoots),
  })),
})

/** A rule that could not be read fails whenever it is asked: closed, never skipped. */
const failing: Expression = () => {
  throw new RuleFailure('type')
}

const expression = (rule: unknown, roots: readonly Root[] = formRoots): Expression => {
  const parsed = parseRule(rule, roots)
  return parsed.ok ? parsed.run : failing
}

const nodeOf = (
  entry: Entry,
  outlined: Outline,
  nodes: readonly Node[],
  levels: Level[],
  choices: readonly Option[],
): Node => {
  const { component, kind, label } = entry
  const holder = entry.holder && nodes[entry.holder.index]
  const level = holder?.inner ?? (levels[0] as Level)
  const parent = entry.parent && nodes[entry.parent.index]
  const switches = readSwitches(entry)
  const lever = (one: Switch): Lever => leverOf(one, outlined, entry)
  const calculation = calculationOf(entry)
  const check = checkRuleOf(entry)
  const fallback = fallbackOf(component)
  const node: Node = {
    entry,
    kind,
    key: entry.key,
    slot: level.nodes.length,
    level,
    parent: parent ? parent.slot : -1,
    above: parent !== undefined && parent.level !== level,
    concealed: component['hidden'] === true,
    disabled: component['disabled'] === true,
    required: component.validate?.required === true,
    clears: component['clearOnHide'] !== false,
    test: testOf(conditionOf(entry), outlined, entry, expression),
    levers: switches.filter(({ early }) => early).map(lever),
    lateLevers: switches.filter(({ early }) => !early).map(lever),
    calculate: calculation && expression(calculation.rule),
    fallback,
    gate: gateOf(kind, component, choices),
    checks: checksOf(kind, component, label),
    rule: check && { run: expression(check.rule), message: customOf(component) },
    empty: emptyOf(kind, component),
    message: (code) => messageOf(component, kind, label, code, rowLimit(component, code)),
    inner:
      kind === 'container' || kind === 'grid'
        ? { index: levels.length, owner: undefined, nodes: [] }
        : undefined,
    rows: kind === 'grid' ? rowsOf(component) : undefined,
    unique: (component['unique'] === true || component.validate?.unique === true) && inGrid(entry),
  }
  if (node.inner) levels.push(Object.assign(node.inner, { owner: node }))
  level.nodes.push(node)
  return node
}

const inGrid = (entry: Entry): boolean => entry.holder?.kind === 'grid' || entry.kind === 'grid'

const rowLimit = (component: Component, code: string): number | undefined =>
  code === 'maxRows' ? rowsOf(component).cap : code === 'minRows' ? rowsOf(component).min : limitOf(undefined)

const customOf = (component: Component): string | undefined => {
  const text = component.validate?.customMessage
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** A default as the form says it; empty ones are none. */
const fallbackOf = (component: Component): unknown => {
  const value = component['defaultValue']
  if (value === undefined || value === null || value === '') return undefined
  if (Array.isArray(value) && value.length === 0) return undefined
  if (component['multiple'] === true && !Array.isArray(value)) return [value]
  return value
}

const bits: Readonly<Record<string, number>> = {
  hidden: flag.hidden,
  disabled: flag.disabled,
  'validate.required': flag.required,
}

const leverOf = (one: Switch, outlined: Outline, entry: Entry): Lever => ({
  test: testOf(one.trigger, outlined, entry, expression) ?? (() => false),
  effects: one.actions.flatMap((action): Effect[] => {
    if (action.type === 'value') {
      const { value } = action
      return [{ kind: 'value', run: expression(value) }]
    }
    const property = action.property?.value ?? ''
    const bit = Object.hasOwn(bits, property) ? bits[property] : undefined
    if (bit !== undefined) return [{ kind: 'flag', bit, on: action.state === true }]
    return [{ kind: 'text', property, text: String(action.text ?? '').slice(0, 2_000) }]
  }),
})
