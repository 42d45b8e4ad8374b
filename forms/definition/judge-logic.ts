import type { Say } from './finding.ts'
import { hasNoAnswer } from './judge-component.ts'
import type { Entry } from './outline.ts'
import { isRecord } from './record.ts'
import {
  type Condition,
  calculationOf,
  checkRuleOf,
  conditionOf,
  isConditionOperator,
  readSwitches,
} from './rules.ts'

const flags = ['hidden', 'disabled', 'validate.required']
const texts = ['label', 'title', 'description', 'tooltip', 'placeholder']

/** The shape of conditions, calculations and `logic`: only JSON triggers and value or property actions. */
export const judgeLogic = (entry: Entry, say: Say): undefined => {
  const condition = conditionOf(entry)
  if (condition) judgeCondition(condition, entry, say)
  const calculation = calculationOf(entry)
  if (calculation && Array.isArray(calculation.rule)) say('rule-shape.calculation', '/calculateValue')
  const check = checkRuleOf(entry)
  if (check && !isRecord(check.rule)) say('rule-shape.check', '/validate/json')
  const { logic } = entry.component
  if (!Array.isArray(logic)) return
  if (logic.length > 50) say('logic.many', '/logic')
  for (const [i, rule] of logic.slice(0, 50).entries()) judgeSwitch(rule, entry, `/logic/${i}`, say)
  for (const { trigger } of readSwitches(entry)) judgeCondition(trigger, entry, say)
}

const judgeSwitch = (rule: unknown, entry: Entry, pointer: string, say: Say): undefined => {
  if (!isRecord(rule) || !isRecord(rule['trigger']) || !Array.isArray(rule['actions']))
    return say('logic.rule', pointer)
  const { type } = rule['trigger']
  if (type !== 'simple' && type !== 'json') return say('script.trigger', `${pointer}/trigger`)
  for (const [j, action] of rule['actions'].entries())
    judgeAction(action, entry, `${pointer}/actions/${j}`, say)
}

const judgeCondition = (condition: Condition, entry: Entry, say: Say): undefined => {
  if (condition.kind === 'json') {
    if (!isRecord(condition.rule)) say('rule-shape.condition', condition.pointer.slice(entry.pointer.length))
    return
  }
  for (const { operator, pointer } of condition.terms)
    if (operator !== 'legacy' && !isConditionOperator(operator))
      say('condition-operator', pointer.slice(entry.pointer.length), { operator: operator.slice(0, 40) })
}

const judgeAction = (action: unknown, entry: Entry, pointer: string, say: Say): undefined => {
  if (!isRecord(action)) return say('logic.action', pointer)
  if (action['type'] === 'value') {
    if (hasNoAnswer(entry.kind)) say('logic.here', pointer)
    if (typeof action['value'] === 'string' && action['value'] !== '') say('script.value', `${pointer}/value`)
    return undefined
  }
  if (action['type'] !== 'property') return say('script.action', pointer)
  const property = isRecord(action['property']) ? action['property']['value'] : undefined
  if (flags.some((known) => known === property)) {
    if (typeof action['state'] !== 'boolean') say('logic.state', `${pointer}/state`)
  } else if (!texts.some((known) => known === property))
    say('logic.property', `${pointer}/property`, { name: String(property).slice(0, 40) })
  return undefined
}
