import { hasText, isBlank, isList, isText, listed } from '../logic/index.ts'
import type { LogicAction } from './component.ts'
import type { Entry } from './outline.ts'
import { isRecord } from './record.ts'

/** A condition in one of its three shapes, or none. `terms` are joined by `all` or `any`, then `show` may turn it. */
export type Condition =
  | { readonly kind: 'json'; readonly rule: unknown; readonly pointer: string }
  | {
      readonly kind: 'simple'
      readonly show: boolean
      readonly any: boolean
      readonly terms: readonly Term[]
    }
export type Term = {
  readonly name: string
  readonly operator: string
  readonly value: unknown
  readonly pointer: string
}

/** A rule of `logic`: `early` actions move values or what is shown; the others only matter when answers are checked. */
export type Switch = {
  readonly trigger: Condition
  readonly actions: readonly LogicAction[]
  readonly early: boolean
  readonly pointer: string
}

const shown = (show: unknown): boolean => show === true || show === 'true'

const isEmptyRecord = (value: unknown): boolean => isRecord(value) && Object.keys(value).length === 0

/** Reads a `conditional` (or a simple trigger); undefined where it says nothing, as builders leave it behind. */
export const readCondition = (raw: unknown, pointer: string): Condition | undefined => {
  if (!isRecord(raw)) return undefined
  const { json, when, eq, show, conditions, conjunction } = raw
  if (json && !isEmptyRecord(json)) return { kind: 'json', rule: json, pointer: `${pointer}/json` }
  if (hasText(when)) {
    const term = { name: when, operator: 'legacy', value: eq, pointer: `${pointer}/when` }
    return { kind: 'simple', show: shown(show), any: false, terms: [term] }
  }
  const terms = listed(conditions).flatMap((item, i): Term[] => {
    const { component, operator, value } = isRecord(item) ? item : {}
    if (!hasText(component)) return []
    return [
      {
        name: component,
        operator: isText(operator) ? operator : '',
        value,
        pointer: `${pointer}/conditions/${i}`,
      },
    ]
  })
  if (terms.length === 0) return undefined
  return { kind: 'simple', show: show === undefined || shown(show), any: conjunction === 'any', terms }
}

const property = (action: LogicAction): string | undefined =>
  action.type === 'property' && isRecord(action.property) ? action.property.value : undefined

/** The `logic` rules of a component; such as the linter refuses are left out. */
export const readSwitches = (entry: Entry): readonly Switch[] => {
  return listed(entry.component.logic).flatMap((rule, i): Switch[] => {
    if (!isRecord(rule) || !isRecord(rule['trigger']) || !isList(rule['actions'])) return []
    const pointer = `${entry.pointer}/logic/${i}`
    const trigger = readTrigger(rule['trigger'], `${pointer}/trigger`)
    if (!trigger) return []
    const actions = rule['actions'].filter(isRecord) as unknown as LogicAction[]
    const early = actions.some(
      (action) => action.type === 'value' || ['hidden', 'disabled'].includes(property(action) ?? ''),
    )
    return [{ trigger, actions, early, pointer }]
  })
}

const readTrigger = (trigger: Record<string, unknown>, pointer: string): Condition | undefined =>
  trigger['type'] === 'json'
    ? { kind: 'json', rule: trigger['json'], pointer: `${pointer}/json` }
    : trigger['type'] === 'simple'
      ? readCondition(trigger['simple'], `${pointer}/simple`)
      : undefined

export const conditionOf = (entry: Entry): Condition | undefined =>
  readCondition(entry.component.conditional, `${entry.pointer}/conditional`)

type RuleAt = { readonly rule: unknown; readonly pointer: string }

const ruleAt = (rule: unknown, pointer: string): RuleAt | undefined =>
  isBlank(rule) || rule === false ? undefined : { rule, pointer }

/** A calculation, where there is one: JSON Logic (an object) or a fixed value; text would be JavaScript. */
export const calculationOf = ({ component, pointer }: Entry): RuleAt | undefined =>
  ruleAt(component['calculateValue'], `${pointer}/calculateValue`)

export const checkRuleOf = ({ component, pointer }: Entry): RuleAt | undefined => {
  const rule = isRecord(component.validate) ? component.validate.json : undefined
  return isEmptyRecord(rule) ? undefined : ruleAt(rule, `${pointer}/validate/json`)
}

type Word<Line extends string> = Line extends `${infer First} ${infer Rest}` ? First | Word<Rest> : Line

const line =
  'isEqual isNotEqual isEmpty isNotEmpty includes notIncludes startsWith endsWith lessThan lessThanOrEqual greaterThan greaterThanOrEqual isDateEqual isNotDateEqual dateLessThan dateLessThanOrEqual dateGreaterThan dateGreaterThanOrEqual'
export type ConditionOperator = Word<typeof line>

/** The operators of simple conditions. */
export const conditionOperators = line.split(' ') as readonly ConditionOperator[]

export const isConditionOperator = (name: unknown): name is ConditionOperator =>
  conditionOperators.some((known) => known === name)
