import {
  type Condition,
  calculationOf,
  checkRuleOf,
  conditionOf,
  type Entry,
  holdersOf,
  type Named,
  type Outline,
  readSwitches,
  resolveName,
  resolveRead,
  type Term,
} from '#forms/definition'
import { parseRule, type Scope } from '#forms/logic'

/** Which components the rules of each component read, its layouts' and holders' rules included. */
export const readsOf = (outline: Outline): ReadonlyMap<Entry, ReadonlySet<Entry>> => {
  const own = new Map<Entry, Set<Entry>>()
  for (const entry of outline.entries) {
    const reads = new Set<Entry>()
    const rule = (logic: unknown) => {
      const parsed = parseRule(logic)
      if (!parsed.ok) return
      for (const read of parsed.reads) {
        const target = resolveRead(outline, entry, read)
        if (target.ok && target.entry) reads.add(target.entry)
      }
    }
    const condition = (one: Condition | undefined) => {
      if (one?.kind === 'json') rule(one.rule)
      if (one?.kind !== 'simple') return
      for (const { name } of one.terms) {
        const target = resolveName(outline, entry, name)?.entry
        if (target) reads.add(target)
      }
    }
    condition(conditionOf(entry))
    for (const { trigger, actions } of readSwitches(entry)) {
      condition(trigger)
      for (const action of actions) rule(action.value)
    }
    rule(calculationOf(entry)?.rule)
    rule(checkRuleOf(entry)?.rule)
    for (const target of (entry.parent && own.get(entry.parent)) ?? []) reads.add(target)
    own.set(entry, reads)
  }
  return own
}

/** Whether one of two components is the other or stands inside it. */
export const touches = (a: Entry, b: Entry): boolean => within(a, b) || within(b, a)

const within = (inner: Entry, outer: Entry): boolean => {
  for (let at: Entry | undefined = inner; at; at = at.holder) if (at === outer) return true
  return false
}

/** The simple conditions of a component and of its rules, with the component that each term asks. */
const termsOf = (
  outline: Outline,
  entry: Entry,
): readonly { readonly term: Term; readonly target: Named | undefined }[] =>
  [conditionOf(entry), ...readSwitches(entry).map(({ trigger }) => trigger)].flatMap((condition) =>
    condition?.kind === 'simple'
      ? condition.terms.map((term) => ({ term, target: resolveName(outline, entry, term.name) }))
      : [],
  )

/** Whether a condition of a component names a field inside a grid by less than its whole path. */
export const namesShortly = (outline: Outline, entry: Entry): boolean =>
  termsOf(outline, entry).some(
    ({ term, target }) =>
      target !== undefined &&
      holdersOf(target.entry).some(({ kind }) => kind === 'grid') &&
      [target.entry.path, ...target.rest].join('.') !== term.name,
  )

export const isBoxes = ({ kind }: Entry): boolean => kind === 'selectboxes'
export const isList = ({ component }: Entry): boolean =>
  component['multiple'] === true || component['storeas'] === 'array'

/** Whether an old condition (`when`, `eq`) of a component asks a list for a value of digits. */
export const asksForIndex = (outline: Outline, entry: Entry): boolean =>
  termsOf(outline, entry).some(
    ({ term, target }) =>
      term.operator === 'legacy' &&
      target !== undefined &&
      isList(target.entry) &&
      /^\d+$/.test(String(term.value)),
  )

/** Whether a condition of a component compares with an empty text, or with nothing. */
export const asksForBlank = (outline: Outline, entry: Entry): boolean =>
  termsOf(outline, entry).some(
    ({ term: { operator, value } }) =>
      (value === '' || value === undefined || value === null) &&
      /^(?:legacy|is(?:Not)?Equal)$/.test(operator),
  )

/** Whether a simple condition of a component asks a list that stands hidden somewhere. */
export const asksHidden = (outline: Outline, entry: Entry, hidden: ReadonlySet<string>): boolean =>
  termsOf(outline, entry).some(
    ({ target }) => target && isList(target.entry) && hidden.has(target.entry.path),
  )

/** Whether a simple condition of a component asks a list that a rule of logic makes required, or required no more. */
export const asksRequired = (outline: Outline, entry: Entry): boolean =>
  termsOf(outline, entry).some(
    ({ target }) =>
      target &&
      isList(target.entry) &&
      target.entry.component.logic?.some(({ actions }) =>
        actions.some(({ property }) => property?.value === 'validate.required'),
      ),
  )

/** Whether a condition, calculation or value of a component is JSON Logic that reads a component of some kind. */
export const readsA = (outline: Outline, entry: Entry, kind: (target: Entry) => boolean): boolean => {
  const switches = readSwitches(entry)
  const conditions = [conditionOf(entry), ...switches.map(({ trigger }) => trigger)]
  const rules = [
    ...conditions.flatMap((one) => (one?.kind === 'json' ? [one.rule] : [])),
    ...switches.flatMap(({ actions }) => actions.map(({ value }) => value)),
    calculationOf(entry)?.rule,
  ]
  return rules.some((rule) => {
    const parsed = parseRule(rule ?? null)
    return (
      parsed.ok &&
      parsed.reads.some((read) => {
        const target = resolveRead(outline, entry, read)
        return target.ok && target.entry !== undefined && kind(target.entry)
      })
    )
  })
}

/** Whether the JSON Logic condition of a component gives null in a row. */
export const givesNothing = (entry: Entry, scope: Scope, row: unknown): boolean => {
  const condition = conditionOf(entry)
  const parsed = condition?.kind === 'json' ? parseRule(condition.rule) : undefined
  return parsed?.ok === true && parsed.run({ ...scope, row }) === null
}
