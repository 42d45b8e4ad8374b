import type { Say } from './finding.ts'
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
export const lintLogic = (entry: Entry, say: Say): undefined => {
  const condition = conditionOf(entry)
  if (condition) lintCondition(condition, entry, say)
  const calculation = calculationOf(entry)
  if (calculation && Array.isArray(calculation.rule))
    say('rule-shape', '/calculateValue', '计算值应当是一条规则。')
  const check = checkRuleOf(entry)
  if (check && !isRecord(check.rule)) say('rule-shape', '/validate/json', '校验规则应当是 JSON Logic 对象。')
  const { logic } = entry.component
  if (!Array.isArray(logic)) return
  if (logic.length > 50) say('logic', '/logic', '一个组件最多 50 条逻辑规则。')
  for (const [i, rule] of logic.slice(0, 50).entries()) lintSwitch(rule, entry, `/logic/${i}`, say)
  for (const { trigger } of readSwitches(entry)) lintCondition(trigger, entry, say)
}

const lintSwitch = (rule: unknown, entry: Entry, pointer: string, say: Say): undefined => {
  if (!isRecord(rule) || !isRecord(rule['trigger']) || !Array.isArray(rule['actions']))
    return say('logic', pointer, '逻辑规则要有触发条件和动作。')
  const { type } = rule['trigger']
  if (type !== 'simple' && type !== 'json')
    return say('script', `${pointer}/trigger`, '触发条件只能是简单条件或 JSON Logic。')
  for (const [j, action] of rule['actions'].entries())
    lintAction(action, entry, `${pointer}/actions/${j}`, say)
}

const lintCondition = (condition: Condition, entry: Entry, say: Say): undefined => {
  if (condition.kind === 'json') {
    if (!isRecord(condition.rule))
      say('rule-shape', condition.pointer.slice(entry.pointer.length), '条件应当是 JSON Logic 对象。')
    return
  }
  for (const { operator, pointer } of condition.terms)
    if (operator !== 'legacy' && !isConditionOperator(operator))
      say(
        'condition-operator',
        pointer.slice(entry.pointer.length),
        `不支持条件「${operator.slice(0, 40)}」。`,
      )
}

const lintAction = (action: unknown, entry: Entry, pointer: string, say: Say): undefined => {
  if (!isRecord(action)) return say('logic', pointer, '动作写法不对。')
  if (action['type'] === 'value') {
    if (
      entry.kind === 'container' ||
      entry.kind === 'grid' ||
      entry.kind === 'layout' ||
      entry.kind === 'static'
    )
      say('logic', pointer, '这种组件不能用动作赋值。')
    if (typeof action['value'] === 'string' && action['value'] !== '')
      say('script', `${pointer}/value`, '赋值动作里是 JavaScript 代码，请改用 JSON Logic。')
    return undefined
  }
  if (action['type'] !== 'property') return say('script', pointer, '动作只能是“赋值”或“改属性”。')
  const property = isRecord(action['property']) ? action['property']['value'] : undefined
  if (flags.some((known) => known === property)) {
    if (typeof action['state'] !== 'boolean') say('logic', `${pointer}/state`, '动作要写明“是”或“否”。')
  } else if (!texts.some((known) => known === property))
    say('logic', `${pointer}/property`, `动作不能改属性「${String(property).slice(0, 40)}」。`)
  return undefined
}
