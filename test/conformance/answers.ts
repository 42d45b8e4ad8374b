import {
  conditionOf,
  type Entry,
  holdsValue,
  isRecord,
  type Outline,
  readSwitches,
  resolveName,
} from '#forms/definition'
import { pick, type Random } from './random.ts'
import { validFor } from './valid.ts'

type Answers = Record<string, unknown>
export type Hints = ReadonlyMap<Entry, readonly unknown[]>

/** The components whose answers stand in one object: of the form, of a container, of a row. */
export const holdings = (outline: Outline, holder: Entry | undefined): readonly Entry[] =>
  outline.entries.filter((entry) => entry.holder === holder && holdsValue(entry.kind) && entry.key !== '')

const literals = (rule: unknown, found: unknown[]): void => {
  if (typeof rule === 'string' || typeof rule === 'number') found.push(rule)
  else if (Array.isArray(rule)) for (const item of rule) literals(item, found)
  else if (isRecord(rule))
    for (const [name, item] of Object.entries(rule)) if (name !== 'var') literals(item, found)
}

/** What conditions compare each component with, so that answers make them go both ways. */
export const hintsOf = (outline: Outline): Hints => {
  const hints = new Map<Entry, unknown[]>()
  const common: unknown[] = []
  for (const entry of outline.entries)
    for (const condition of [conditionOf(entry), ...readSwitches(entry).map(({ trigger }) => trigger)]) {
      if (condition?.kind === 'json') literals(condition.rule, common)
      if (condition?.kind !== 'simple') continue
      for (const term of condition.terms) {
        const target = resolveName(outline, entry, term.name)?.entry
        if (!target) continue
        const number = Number(term.value)
        const typed =
          target.kind === 'number' && Number.isFinite(number) ? [number, number + 1] : [term.value]
        hints.set(target, [...(hints.get(target) ?? []), ...typed])
      }
    }
  if (common.length > 0)
    for (const entry of outline.entries)
      if (entry.kind === 'text' || entry.kind === 'number')
        hints.set(entry, [...(hints.get(entry) ?? []), ...common.slice(0, 5)])
  return hints
}

/** Answers that the form allows. `share` of the questions are answered; grids get `rows` rows, or 0, 1 or 3. */
export const answersFor = (
  outline: Outline,
  hints: Hints,
  random: Random,
  { share, rows }: { readonly share: number; readonly rows?: number },
): Answers => {
  const within = (holder: Entry | undefined): Answers => {
    const answers: Answers = {}
    for (const entry of holdings(outline, holder)) {
      if (random() >= share) continue
      const value =
        entry.kind === 'container'
          ? within(entry)
          : entry.kind === 'grid'
            ? Array.from({ length: rows ?? pick(random, [0, 1, 3]) ?? 0 }, () => within(entry))
            : validFor(entry, hints.get(entry) ?? [], random)
      if (value !== undefined) answers[entry.key] = value
    }
    return answers
  }
  return within(undefined)
}

/** The same answers with the value of one component replaced, in the first row of every grid above it. */
export const withValue = (
  answers: Answers,
  above: readonly Entry[],
  key: string,
  value: unknown,
): Answers => {
  const copy = structuredClone(answers)
  let at: Answers = copy
  for (const holder of above) {
    const inside = at[holder.key]
    const next: unknown = Array.isArray(inside) ? inside[0] : inside
    const fresh = isRecord(next) ? next : {}
    if (next !== fresh) at[holder.key] = holder.kind === 'grid' ? [fresh] : fresh
    at = fresh
  }
  if (value === undefined) delete at[key]
  else at[key] = value
  return copy
}
