import { isList, isText } from '../logic/index.ts'
import type { Conditional, LogicAction } from './component.ts'
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

/** Reads a `conditional` (or a simple trigger); undefined where it says nothing, as builders leave it behind. */
export const readCondition = (raw: unknown, pointer: string): Condition | undefined => {
  if (!isRecord(raw)) return undefined
  const conditional = raw as Conditional
  if (conditional.json && !(isRecord(conditional.json) && Object.keys(conditional.json).length === 0))
    return { kind: 'json', rule: conditional.json, pointer: `${pointer}/json` }
  if (isText(conditional.when) && conditional.when !== '') {
    const term = {
      name: conditional.when,
      operator: 'legacy',
      value: conditional.eq,
      pointer: `${pointer}/when`,
    }
    return { kind: 'simple', show: shown(conditional.show), any: false, terms: [term] }
  }
  if (!isList(conditional.conditions)) return undefined
  const terms = conditional.conditions.flatMap((item: unknown, i): Term[] =>
    isRecord(item) && isText(item['component']) && item['component'] !== ''
      ? [
          {
            name: item['component'],
            operator: isText(item['operator']) ? item['operator'] : '',
            value: item['value'],
            pointer: `${pointer}/conditions/${i}`,
          },
        ]
      : [],
  )
  if (terms.length === 0) return undefined
  return {
    kind: 'simple',
    show: conditional.show === undefined || shown(conditional.show),
    any: conditional.conjunction === 'any',
    terms,
  }
}

const property = (action: LogicAction): string | undefined =>
  action.type === 'property' && isRecord(action.property) ? action.property.value : undefined

/** The `logic` rules of a component; such as the linter refuses are left out. */
export const readSwitches = (entry: Entry): readonly Switch[] => {
  const { logic } = entry.component
  if (!isList(logic)) return []
  return logic.flatMap((rule: unknown, i): Switch[] => {
    if (!isRecord(rule) || !isRecord(rule['trigger']) || !isList(rule['actions'])) return []
    const pointer = `${entry.pointer}/logic/${i}`
    const trigger = readTrigger(rule['trigger'], `${pointer}/trigger`)
    if (!trigger) return []
    const actions = rule['actions'].filter(isRecord) as unknown as LogicAction[]
    const early = actions.some(
      (action) => action.type === 'value' || property(action) === 'hidden' || property(action) === 'disabled',
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

/** A calculation, where there is one: JSON Logic (an object) or a fixed value; text would be JavaScript. */
export const calculationOf = (
  entry: Entry,
): { readonly rule: unknown; readonly pointer: string } | undefined => {
  const rule = entry.component['calculateValue']
  return rule === undefined || rule === null || rule === '' || rule === false
    ? undefined
    : { rule, pointer: `${entry.pointer}/calculateValue` }
}

export const checkRuleOf = (
  entry: Entry,
): { readonly rule: unknown; readonly pointer: string } | undefined => {
  const rule = isRecord(entry.component.validate) ? entry.component.validate.json : undefined
  return rule === undefined ||
    rule === null ||
    rule === '' ||
    (isRecord(rule) && Object.keys(rule).length === 0)
    ? undefined
    : { rule, pointer: `${entry.pointer}/validate/json` }
}

/** The operators of simple conditions. */
export const conditionOperators = [
  'isEqual',
  'isNotEqual',
  'isEmpty',
  'isNotEmpty',
  'includes',
  'notIncludes',
  'startsWith',
  'endsWith',
  'lessThan',
  'lessThanOrEqual',
  'greaterThan',
  'greaterThanOrEqual',
  'isDateEqual',
  'isNotDateEqual',
  'dateLessThan',
  'dateLessThanOrEqual',
  'dateGreaterThan',
  'dateGreaterThanOrEqual',
] as const
export type ConditionOperator = (typeof conditionOperators)[number]
export const isConditionOperator = (name: unknown): name is ConditionOperator =>
  conditionOperators.some((known) => known === name)
