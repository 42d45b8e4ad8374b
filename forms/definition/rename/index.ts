import { isList, isRecord, isText } from '../../logic/index.ts'
import type { Definition } from '../component.ts'
import type { FormDocument } from '../document.ts'
import { type Entry, outline } from '../outline.ts'
import { resolveName } from '../reference.ts'
import type { Keys } from './paths.ts'
import { inRule } from './rules.ts'
import { inSample } from './samples.ts'

/** A component whose key is another now: where it stands in the definition, and the key that it had. */
export type Rename = { readonly pointer: string; readonly from: string }

/** A form in which everything follows the new keys, and how many references that took. */
export type Renamed = { readonly form: FormDocument; readonly count: number }

type Raw = Record<string, unknown>

/**
 * Follows new keys of questions through conditions, rules, outcomes, advice and samples. `form` has the new keys in its
 * definition, while everything else still names the old ones. What names nothing stays as it is. The form that is
 * handed over is not changed.
 */
export const followKeys = (form: FormDocument, renames: readonly Rename[]): Renamed => {
  const copy = structuredClone(form) as FormDocument & Raw
  const keys: Keys = {
    before: outline(withOldKeys(form.definition, renames)),
    after: outline(copy.definition),
    changed: 0,
  }
  for (const [i, { component }] of keys.after.entries.entries()) {
    const from = keys.before.entries[i]
    if (from) inComponent(component as unknown as Raw, from, keys)
  }
  const decided = (list: unknown, names: readonly string[]): unknown =>
    isList(list) ? list.map((one) => (isRecord(one) ? withRules(one, names, keys) : one)) : list
  const more: Raw = {
    ...('outcomes' in copy && { outcomes: decided(copy.outcomes, ['value']) }),
    ...('recommends' in copy && { recommends: decided(copy.recommends, ['when', 'quantity']) }),
    ...(isList(copy.samples) && { samples: copy.samples.map((one) => inSample(one, keys)) }),
  }
  return { form: { ...copy, ...more }, count: keys.changed }
}

const withOldKeys = (definition: Definition, renames: readonly Rename[]): Definition => {
  const old = structuredClone(definition)
  const known = new Map(renames.map(({ pointer, from }) => [pointer, from]))
  for (const { component, pointer } of outline(old).entries) {
    const key = known.get(pointer)
    if (key !== undefined) Object.assign(component, { key })
  }
  return old
}

/** Changes the rules of a copied component in their places. */
const inComponent = (component: Raw, from: Entry, keys: Keys): void => {
  const rule = (one: unknown): unknown => inRule(one, { row: from.holder?.inside }, keys)
  const simple = (one: unknown): unknown => inCondition(one, from, keys, rule)
  if (component['conditional']) component['conditional'] = simple(component['conditional'])
  if (isRecord(component['calculateValue'])) component['calculateValue'] = rule(component['calculateValue'])
  const { validate, logic } = component
  if (isRecord(validate) && isRecord(validate['json']))
    component['validate'] = { ...validate, json: rule(validate['json']) }
  if (isList(logic))
    component['logic'] = logic.map((one) => (isRecord(one) ? inSwitch(one, simple, rule) : one))
}

const inSwitch = (
  one: Raw,
  simple: (condition: unknown) => unknown,
  rule: (one: unknown) => unknown,
): Raw => {
  const { trigger, actions } = one
  return {
    ...one,
    ...(isRecord(trigger) && {
      trigger: {
        ...trigger,
        ...(isRecord(trigger['simple']) && { simple: simple(trigger['simple']) }),
        ...(isRecord(trigger['json']) && { json: rule(trigger['json']) }),
      },
    }),
    ...(isList(actions) && {
      actions: actions.map((action) =>
        isRecord(action) && isRecord(action['value']) ? { ...action, value: rule(action['value']) } : action,
      ),
    }),
  }
}

const inCondition = (
  condition: unknown,
  from: Entry,
  keys: Keys,
  rule: (one: unknown) => unknown,
): unknown => {
  if (!isRecord(condition)) return condition
  const { json, when, conditions } = condition
  const name = (one: unknown): unknown => (isText(one) && one !== '' ? inName(one, from, keys) : one)
  return {
    ...condition,
    ...(isRecord(json) && { json: rule(json) }),
    ...(isText(when) && { when: name(when) }),
    ...(isList(conditions) && {
      conditions: conditions.map((one) =>
        isRecord(one) && 'component' in one ? { ...one, component: name(one['component']) } : one,
      ),
    }),
  }
}

/** A name goes by a whole path, by one beside or above, or by a key alone: as many of its last keys as it had. */
const inName = (name: string, from: Entry, keys: Keys): string => {
  const found = resolveName(keys.before, from, name)
  const path = found && keys.after.entries[found.entry.index]?.path.split('.')
  if (!found || !path) return name
  const named = name.split('.').length - found.rest.length
  const next = [...path.slice(-named), ...found.rest].join('.')
  if (next !== name) keys.changed++
  return next
}

const withRules = (one: Raw, names: readonly string[], keys: Keys): Raw => ({
  ...one,
  ...Object.fromEntries(
    names.filter((name) => name in one).map((name) => [name, inRule(one[name], { row: undefined }, keys)]),
  ),
})
