import { type Definition, type Entry, isRecord, type Outline, outline } from '#forms/definition'
import { compile, type Evaluation, evaluate } from '#forms/engine'
import { newScope } from '#forms/logic'
import { holdings } from './answers.ts'
import {
  asksForBlank,
  asksForIndex,
  asksHidden,
  asksRequired,
  givesNothing,
  isBoxes,
  isList,
  namesShortly,
  readsA,
} from './dependence.ts'
import { peer, type Verdict } from './peer.ts'

export const today = '2026-11-21'

/** One place where the two engines do not say the same: a value of the cleaned answers, or an error at a path. */
export type Difference = {
  readonly in: 'answers' | 'errors'
  readonly path: string
  /** The component that stands at the path; undefined for keys that the form does not know. */
  readonly entry: Entry | undefined
  /** What was sent there. */
  readonly given: unknown
  /** The cleaned value, or the codes of the errors. */
  readonly ours: unknown
  readonly theirs: unknown
  readonly ourCodes: readonly string[]
  readonly theirRules: readonly string[]
  /** Our engine hides it, or a layout, container or grid around it. */
  readonly hidden: boolean
  /** It or something around it is disabled, hidden by setting, computed, or set by a rule: never the client's word. */
  readonly locked: boolean
  /** A container or grid around it was refused as a whole. */
  readonly refused: boolean
  /** It stands in the first row of a grid that was not sent at all. */
  readonly phantom: boolean
  /** A condition of it, or of a layout around it, names a field of the same row by less than its whole path. */
  readonly shortName: boolean
  /** Its condition, or one of a layout around it, is JSON Logic and gives nothing. */
  readonly saysNothing: boolean
  /** An old condition of it, or around it, asks a list for a value of digits. */
  readonly asksIndex: boolean
  /** A condition of it, or around it, compares with an empty text. */
  readonly asksBlank: boolean
  /** A simple condition of it, or around it, asks a list that is hidden. */
  readonly asksHiddenList: boolean
  /** A simple condition of it, or around it, asks a list that a rule requires. */
  readonly asksRequiredList: boolean
  /** A grid of which the peer keeps rows, but nothing that stands in them. */
  readonly hollow: boolean
  /** A rule in JSON Logic of it, or around it, reads select boxes. */
  readonly readsBoxes: boolean
  /** A rule of logic moves it, or what is around it. */
  readonly ruled: boolean
  /** A condition in JSON Logic of it, or around it, reads a list. */
  readonly comparesList: boolean
  /** The importer left it out, or something around it, or a rule of it. */
  readonly outside: boolean
}

/** What differs, and the pointers of components whose values differ only in how "nothing" is written. */
export type Findings = { readonly differences: readonly Difference[]; readonly silent: ReadonlySet<string> }
export type Outcome = Findings & { readonly ours: Evaluation; readonly theirs: Verdict }

/** Nothing, '' and null, empty objects and empty lists are one: engines write or leave them out as they like. */
export const pruned = (json: unknown): unknown => {
  if (json === '' || json === null || json === undefined) return undefined
  if (Array.isArray(json)) return json.length === 0 ? undefined : json.map((item) => pruned(item) ?? {})
  if (!isRecord(json)) return json
  const entries = Object.entries(json)
    .map(([key, value]) => [key, pruned(value)] as const)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(pruned(a)) === JSON.stringify(pruned(b))

const grouped = (list: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>()
  for (const [path, code] of list) map.set(path, [...(map.get(path) ?? []), code])
  return map
}

/** Runs both engines on the same form and answers, and finds every place where they differ. */
export const confront = (definition: Definition, answers: Record<string, unknown>): Outcome => {
  const ours = evaluate(compile(definition), answers, { today })
  const theirs = peer(definition, answers)
  const found = theirs.threw
    ? { differences: [], silent: new Set<string>() }
    : between(definition, answers, ours, theirs)
  return { ours, theirs, ...found }
}

export const between = (
  definition: Definition,
  answers: unknown,
  ours: Evaluation,
  theirs: Verdict,
  left: readonly string[] = [],
): Findings => {
  const outlined = outline(definition)
  const ourErrors = grouped(ours.errors.map(({ path, code }) => [path, code]))
  const theirErrors = grouped(theirs.errors.map(({ path, rule }) => [path, rule]))
  const hidden = new Set(ours.hidden)
  const hiddenNames = new Set(ours.hidden.map((path) => path.replaceAll(/\[\d+\]/g, '')))
  const visited = new Set<string>()
  const found: Difference[] = []
  const silent = new Set<string>()
  const here = (entry: Entry, asks: (outline: Outline, one: Entry) => boolean): boolean =>
    asks(outlined, entry) || layoutAbove(entry, (one) => asks(outlined, one))
  const say = (
    where: Difference['in'],
    { path, entry, given, ...around }: Spot,
    [our, their]: readonly [unknown, unknown],
  ) =>
    found.push({
      in: where,
      path,
      entry,
      given,
      ours: our,
      theirs: their,
      ourCodes: ourErrors.get(path) ?? [],
      theirRules: theirErrors.get(path) ?? [],
      outside: left.some((one) => `${path.replaceAll(/\[\d+\]/g, '')}.`.startsWith(`${one}.`)),
      ...around,
    })
  const errorsAt = (spot: Spot) => {
    visited.add(spot.path)
    const pair = [ourErrors.get(spot.path), theirErrors.get(spot.path)] as const
    if (!pair[0] !== !pair[1]) say('errors', spot, pair)
  }
  const level = (holder: Entry | undefined, sides: Sides, prefix: string, above: Around) => {
    const [mine, its, sent] = sides.map((one) => (isRecord(one) ? one : {})) as [Rec, Rec, Rec]
    const mute = (entry: Entry): boolean => givesNothing(entry, newScope(ours.answers, today), mine)
    const strangers = new Set([...Object.keys(mine), ...Object.keys(its)])
    for (const entry of holdings(outlined, holder)) {
      const { key, kind } = entry
      const path = prefix + key
      strangers.delete(key)
      const [x, y, z] = [mine[key], its[key], sent[key]]
      const around: Around = {
        hidden: above.hidden || hidden.has(path) || layoutAbove(entry, (one) => hidden.has(prefix + one.key)),
        locked: above.locked || locks(entry) || layoutAbove(entry, locks),
        refused: above.refused,
        phantom: above.phantom,
        shortName: above.shortName || here(entry, namesShortly),
        asksIndex: above.asksIndex || here(entry, asksForIndex),
        asksBlank: above.asksBlank || here(entry, asksForBlank),
        comparesList: above.comparesList || here(entry, (one, at) => readsA(one, at, isList)),
        readsBoxes: above.readsBoxes || here(entry, (one, at) => readsA(one, at, isBoxes)),
        asksHiddenList: above.asksHiddenList || here(entry, (one, at) => asksHidden(one, at, hiddenNames)),
        asksRequiredList: above.asksRequiredList || here(entry, asksRequired),
        hollow: kind === 'grid' && rowsOf(y).every((row) => pruned(row) === undefined),
        ruled: above.ruled || here(entry, (_, at) => Boolean(at.component.logic?.length)),
        saysNothing: above.saysNothing || mute(entry) || layoutAbove(entry, mute),
      }
      const spot: Spot = { path, entry, given: z, ...around }
      errorsAt(spot)
      const within = { ...around, refused: around.refused || ourErrors.has(path) }
      const plain = [x, y].every((one) => one === undefined || one === null || typeof one === 'object')
      if (kind === 'grid' && plain && ![x, y].some(isRecord)) {
        const [m, n] = [rowsOf(x), rowsOf(y)]
        const phantom = z === undefined
        for (let i = 0; i < Math.max(m.length, n.length, phantom ? 1 : 0); i++)
          level(entry, [m[i], n[i], rowsOf(z)[i]], `${path}[${i}].`, {
            ...within,
            phantom: within.phantom || phantom,
          })
        if (m.length !== n.length) say('answers', spot, [x, y])
      } else if (kind === 'container' && plain && ![x, y].some(Array.isArray))
        level(entry, [x, y, z], `${path}.`, within)
      else if (!same(x, y)) say('answers', spot, [x, y])
      else if (z !== undefined && JSON.stringify(x) !== JSON.stringify(y)) silent.add(entry.pointer)
    }
    for (const key of strangers) {
      const entry = outlined.entries.find((one) => one.holder === holder && one.key === key)
      const spot: Spot = { path: prefix + key, entry, given: sent[key], ...above }
      if (!same(mine[key], its[key])) say('answers', spot, [mine[key], its[key]])
    }
  }
  const clear: Around = {
    hidden: false,
    locked: false,
    refused: false,
    phantom: false,
    shortName: false,
    saysNothing: false,
    asksIndex: false,
    asksBlank: false,
    comparesList: false,
    readsBoxes: false,
    asksHiddenList: false,
    asksRequiredList: false,
    hollow: false,
    ruled: false,
  }
  level(undefined, [ours.answers, theirs.answers, answers], '', clear)
  for (const path of new Set([...ourErrors.keys(), ...theirErrors.keys()]))
    if (!visited.has(path)) {
      // A row that is not among ours: its grid was refused, or is hidden.
      const refused = [...ourErrors.keys(), ...hidden].some(
        (one) => /^[[.]/.test(path.slice(one.length)) && path.startsWith(one),
      )
      errorsAt({ path, entry: undefined, given: undefined, ...clear, refused })
    }
  return { differences: found, silent }
}

type Rec = Record<string, unknown>
type Sides = readonly [unknown, unknown, unknown]
type Around = Omit<
  Difference,
  'in' | 'path' | 'entry' | 'given' | 'ours' | 'theirs' | 'ourCodes' | 'theirRules' | 'outside'
>
type Spot = Pick<Difference, 'path' | 'entry' | 'given'> & Around

const rowsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Whether the form alone decides the value. */
const locks = ({ kind, component }: Entry): boolean =>
  kind === 'computed' ||
  component['disabled'] === true ||
  component['hidden'] === true ||
  Boolean(component['calculateValue']) ||
  (component.logic ?? []).some(({ actions }) =>
    actions.some(({ type, property }) => type === 'value' || property?.value === 'disabled'),
  )

/** Whether something holds for a layout component above, in the same object. */
const layoutAbove = (entry: Entry, holds: (layout: Entry) => boolean): boolean => {
  for (let above = entry.parent; above && above !== entry.holder; above = above.parent)
    if (holds(above)) return true
  return false
}
