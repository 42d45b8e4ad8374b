import { numeric, textual } from '../../logic/index.ts'
import type { Entry } from '../outline.ts'
import { resolveName } from '../reference.ts'
import { type Condition, checkRuleOf, conditionOf, readSwitches } from '../rules.ts'
import { at, same } from './same.ts'
import { type Form, type Seat, within } from './seat.ts'

/** A condition with its names resolved, so that the same words about another question are another condition. */
export type Shown =
  | { readonly rule: unknown }
  | { readonly show: boolean; readonly any: boolean; readonly terms: readonly (readonly unknown[])[] }

/** An action of `logic` that moves a value or a flag: `['hidden', true]`, `['value', <rule>]`. */
export type Push = readonly [what: string, to: unknown]
export type Rule = { readonly trigger: Shown | undefined; readonly pushes: readonly Push[] }

/** What decides whether a component is shown and may be filled in. */
export type Gate = {
  readonly condition: Shown | undefined
  readonly hidden: boolean
  readonly disabled: boolean
  readonly rules: readonly Rule[]
}

export const gateOf = (form: Form, seat: Seat): Gate => {
  const { hidden, disabled } = seat.component
  const flags = { hidden: hidden === true, disabled: disabled === true }
  const entry = form.entryOf(seat)
  if (!entry) return { ...flags, condition: undefined, rules: [] }
  const rules = readSwitches(entry).flatMap(({ trigger, actions }) => {
    const pushes = actions.flatMap(pushOf)
    return pushes.length > 0 ? [{ trigger: read(trigger, form, entry), pushes }] : []
  })
  return { ...flags, condition: read(conditionOf(entry), form, entry), rules }
}

const read = (condition: Condition | undefined, form: Form, from: Entry): Shown | undefined => {
  if (!condition) return undefined
  if (condition.kind === 'json') return { rule: condition.rule }
  const { show, any, terms } = condition
  const resolved = terms.map(({ name, operator, value }) => {
    const found = resolveName(form.outline, from, name)
    const path = found ? [found.entry.path, ...found.rest].join('.') : name
    return [path, operator, operator === 'legacy' ? textual(value) : value]
  })
  return { show, any: any && terms.length > 1, terms: resolved }
}

const flags: readonly unknown[] = ['hidden', 'disabled', 'validate.required']

/** Actions on words alone change nothing about answers. */
const pushOf = (action: unknown): readonly Push[] => {
  if (at(action, 'type') === 'value') return [['value', at(action, 'value')]]
  const what = at(action, 'property.value')
  return flags.includes(what) ? [[String(what), at(action, 'state') === true]] : []
}

export const isOpen = ({ condition, hidden, disabled, rules }: Gate): boolean =>
  !condition && !hidden && !disabled && rules.length === 0

/** Whether something at or inside this component loses its value while it is not shown. */
export const clears = (seat: Seat): boolean =>
  within(seat).some(({ layout, component }) => !layout && component['clearOnHide'] !== false)

/** Whether something at or inside this component can refuse an answer that is not there. */
export const demands = (form: Form, seat: Seat): boolean => within(seat).some((one) => asks(form, one))

export const asks = (form: Form, seat: Seat): boolean => {
  const { kind, layout, component } = seat
  if (layout) return false
  const { validate, hidden } = component
  const entry = form.entryOf(seat)
  return (
    (hidden !== true && at(validate, 'required') === true) ||
    (entry !== undefined && checkRuleOf(entry) !== undefined) ||
    (kind === 'grid' && numeric(at(validate, 'minLength')) > 0) ||
    gateOf(form, seat).rules.some(({ pushes }) =>
      pushes.some((push) => same(push, ['validate.required', true])),
    )
  )
}

/** Whether the newer condition surely holds wherever the older one did: one more way, or one demand less. */
export const isWider = (was: Shown, is: Shown): boolean => {
  if ('rule' in was || 'rule' in is || !was.show || !is.show) return false
  const holds = (all: Shown, part: typeof was) =>
    'terms' in all && part.terms.every((term) => all.terms.some((one) => same(term, one)))
  const anotherWay = is.any && (was.any || was.terms.length === 1) && holds(is, was)
  return anotherWay || (!is.any && !was.any && holds(was, is))
}
