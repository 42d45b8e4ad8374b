import { hasText, isFlag, isList, isRecord, isText } from '../logic/index.ts'
import type { Say } from './finding.ts'
import { hasNoAnswer } from './judge-settings.ts'
import type { Entry } from './outline.ts'
import {
  type Condition,
  calculationOf,
  checkRuleOf,
  conditionOf,
  isConditionOperator,
  readSwitches,
} from './rules.ts'

const flags: readonly unknown[] = ['hidden', 'disabled', 'validate.required']
const texts: readonly unknown[] = ['label', 'title', 'description', 'tooltip', 'placeholder']

/**
 * The shape of conditions, calculations and `logic`: only JSON triggers and value or property actions.
 * Says with pointers from the definition.
 */
export const judgeLogic = (entry: Entry, say: Say): undefined => {
  const calculation = calculationOf(entry)
  const check = checkRuleOf(entry)
  judgeCondition(conditionOf(entry), say)
  if (calculation && isList(calculation.rule)) say('rule-shape.calculation', calculation.pointer)
  if (check && !isRecord(check.rule)) say('rule-shape.check', check.pointer)
  const { logic } = entry.component
  if (!isList(logic)) return
  const pointer = `${entry.pointer}/logic`
  if (logic.length > 50) say('logic.many', pointer)
  for (const [i, rule] of logic.slice(0, 50).entries()) judgeSwitch(rule, entry, `${pointer}/${i}`, say)
  for (const { trigger } of readSwitches(entry)) judgeCondition(trigger, say)
}

const judgeSwitch = (rule: unknown, entry: Entry, pointer: string, say: Say): undefined => {
  if (!isRecord(rule) || !isRecord(rule['trigger']) || !isList(rule['actions']))
    return say('logic.rule', pointer)
  const { type } = rule['trigger']
  if (type !== 'simple' && type !== 'json') return say('script.trigger', `${pointer}/trigger`)
  for (const [j, action] of rule['actions'].entries())
    judgeAction(action, entry, `${pointer}/actions/${j}`, say)
}

/** What is compared is made a text, which a value with a `toString` of its own does not allow. */
const isReadable = (value: unknown): boolean => {
  try {
    return isText(String(value))
  } catch {
    return false
  }
}

const judgeCondition = (condition: Condition | undefined, say: Say): undefined => {
  if (condition?.kind === 'json' && !isRecord(condition.rule)) say('rule-shape.condition', condition.pointer)
  if (condition?.kind !== 'simple') return
  for (const { operator, value, pointer } of condition.terms)
    if (operator !== 'legacy' && !isConditionOperator(operator))
      say('condition-operator', pointer, { operator: operator.slice(0, 40) })
    else if (!isReadable(value)) say('reserved-name', pointer, { name: 'toString' })
}

const judgeAction = (action: unknown, entry: Entry, pointer: string, say: Say): undefined => {
  if (!isRecord(action)) return say('logic.action', pointer)
  const { type, value, state } = action
  if (type === 'value') {
    if (hasNoAnswer(entry.kind)) say('logic.here', pointer)
    if (hasText(value)) say('script.value', `${pointer}/value`)
    return
  }
  if (type !== 'property') return say('script.action', pointer)
  const property = isRecord(action['property']) ? action['property']['value'] : undefined
  if (flags.includes(property)) {
    if (!isFlag(state)) say('logic.state', `${pointer}/state`)
  } else if (!texts.includes(property))
    say('logic.property', `${pointer}/property`, {
      name: isReadable(property) ? String(property).slice(0, 40) : 'toString',
    })
}
