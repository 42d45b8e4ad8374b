import {
  type Component,
  calculationOf,
  checkRuleOf,
  conditionOf,
  type Entry,
  isHolder,
  type Option,
  type Outline,
  readSwitches,
  type Switch,
} from '../definition/index.ts'
import { hasText, isBlank, isList, isText } from '../logic/index.ts'
import { checksOf, rowsOf } from './checks.ts'
import { testOf } from './condition.ts'
import { emptyOf } from './empty.ts'
import { expression } from './expression.ts'
import * as flag from './flag.ts'
import { gateOf } from './gate.ts'
import { messageOf } from './messages.ts'
import type { Effect, Level, Lever, Node } from './plan.ts'

/** Makes one component ready; its level, and with a container or grid the level inside it, get their node. */
export const nodeOf = (
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
    message: (code) =>
      messageOf(component, kind, label, code, rowsOf(component)[code === 'maxRows' ? 'cap' : 'min']),
    inner: isHolder(kind) ? { index: levels.length, owner: undefined, nodes: [] } : undefined,
    rows: kind === 'grid' ? rowsOf(component) : undefined,
    unique: (component['unique'] === true || component.validate?.unique === true) && inGrid(entry),
  }
  if (node.inner) levels.push(Object.assign(node.inner, { owner: node }))
  level.nodes.push(node)
  return node
}

const inGrid = (entry: Entry): boolean => entry.holder?.kind === 'grid' || entry.kind === 'grid'

const customOf = (component: Component): string | undefined => {
  const text = component.validate?.customMessage
  return hasText(text) ? text : undefined
}

/** A default as the form says it; empty ones are none. */
const fallbackOf = (component: Component): unknown => {
  const value = component['defaultValue']
  if (isBlank(value)) return undefined
  if (isList(value)) return value.length === 0 ? undefined : value
  return component['multiple'] === true ? [value] : value
}

const bits: Readonly<Record<string, number>> = {
  hidden: flag.hidden,
  disabled: flag.disabled,
  'validate.required': flag.required,
}

const leverOf = (one: Switch, outlined: Outline, entry: Entry): Lever => ({
  test: testOf(one.trigger, outlined, entry, expression) ?? (() => false),
  effects: one.actions.flatMap((action): Effect[] => {
    if (action.type === 'value') return [{ kind: 'value', run: expression(action.value) }]
    const property = action.property?.value ?? ''
    const bit = Object.hasOwn(bits, property) ? bits[property] : undefined
    if (bit !== undefined) return [{ kind: 'flag', bit, on: action.state === true }]
    return [{ kind: 'text', property, text: isText(action.text) ? action.text.slice(0, 2_000) : '' }]
  }),
})
