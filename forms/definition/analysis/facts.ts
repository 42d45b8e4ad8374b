import { isList } from '../../logic/index.ts'
import type { Entry } from '../outline.ts'
import { isRecord } from '../record.ts'
import { given, rowsOf, taken } from './domain.ts'
import { type EntryRules, type FormRules, type Placed, turnedTo } from './form-rules.ts'
import { keyOf, type Node } from './node.ts'
import { possible } from './possible.ts'
import {
  join,
  listOf,
  loosened,
  never,
  nothing,
  only,
  part,
  type Shape,
  type Truth,
  truthOf,
  wild,
} from './shape.ts'
import { gathered, inputsOf, start, type World } from './world.ts'

/** What holds of one component whatever is answered. */
export type Facts = {
  /** Whether it can be shown, and whether it can be left out because of a condition here or above. */
  readonly shown: Truth
  /** Its own condition, if it has one. */
  readonly asked: Truth | undefined
  /** Out of people's sight although not left out: its value still counts. */
  readonly concealed: boolean
  /** Nobody can ever answer it: only the form sets its value. */
  readonly locked: boolean
  /** Whether it must be answered whenever it is shown, can be required by a rule, or never is. */
  readonly required: 'always' | 'perhaps' | 'never'
  /** What rules read: null where there is no answer. */
  readonly shape: Shape
  /** Everything that its calculation and value actions give, before it is brought to its type. */
  readonly made: Shape
  readonly inputs: ReadonlySet<string>
  /** Its value hangs on other answers of the same row. */
  readonly tied: boolean
}

export type Run = {
  readonly world: World
  readonly factsOf: (entry: Entry) => Facts
  readonly ask: (rule: Placed | undefined, value?: Shape) => Shape
  /** Judges a part of a rule by itself, of which nothing is written down. */
  readonly askAlone: (part: Placed) => Shape
  /** Judges a rule by itself as if answers were such. */
  readonly askIf: (rule: Placed, shapeOf: (entry: Entry) => Shape) => Shape
}

/** Work for one form, for what is tried out on it, and for one rule of it. */
const fuel = { form: 150_000, tried: 60_000, rule: 10_000, names: 200_000 } as const

const unknown: Facts = {
  shown: { yes: true, no: true },
  asked: undefined,
  concealed: false,
  locked: false,
  required: 'perhaps',
  shape: wild,
  made: never,
  inputs: new Set(),
  tied: true,
}

/**
 * Works through a form in the order of evaluation. `complete`: only what can be when every required question is
 * answered; otherwise also what can be while a form is being filled in.
 */
export const runForm = (rules: FormRules, complete: boolean, seen?: Map<Node, number>): Run => {
  const facts: Facts[] = []
  const factsOf = (entry: Entry): Facts => facts[entry.index] ?? unknown
  const total = { left: fuel.form as number }
  const tried = { left: fuel.tried as number }
  const world: World = {
    shapeOf: (entry) => factsOf(entry).shape,
    inputsOf: (entry) => factsOf(entry).inputs,
    outcomes: new Map(),
    value: undefined,
    fuel: { left: 0, out: false },
    names: { left: fuel.names },
    seen,
    shared: new WeakMap(),
  }
  const askIn = (rule: Placed | undefined, within: World, of = total): Shape => {
    if (!rule) return never
    const given = Math.min(fuel.rule, of.left)
    world.fuel.left = given
    world.fuel.out = false
    const shape = possible(rule.node, start, within)
    of.left -= given - Math.max(0, world.fuel.left)
    // What could not be judged to its end says nothing, not even by its parts.
    if (world.fuel.out) forget(rule.node, seen)
    return world.fuel.out ? wild : shape
  }
  const ask = (rule: Placed | undefined, value?: Shape) => askIn(rule, value ? { ...world, value } : world)
  const alone = { ...world, seen: undefined }
  const run: Run = {
    world,
    factsOf,
    ask,
    askAlone: (part) => askIn(part, alone),
    askIf: (rule, shapeOf) => askIn(rule, { ...alone, shapeOf }, tried),
  }
  for (const entry of rules.order) {
    const own = rules.ofEntry[entry.index]
    if (own) facts[entry.index] = factsFor(own, run, complete)
  }
  for (const { definition, ...rule } of rules.outcomes)
    world.outcomes.set(definition.key, { shape: ask(rule), inputs: inputsOf(rule.node, world) })
  return run
}

const forget = (node: Node, seen: Map<Node, number> | undefined): void => {
  seen?.delete(node)
  for (const arg of node.args) forget(arg, seen)
}

const factsFor = (own: EntryRules, run: Run, complete: boolean): Facts => {
  const { entry } = own
  const { component, kind } = entry
  const above = entry.parent ? run.factsOf(entry.parent) : undefined
  const asked = own.shows && truthOf(run.ask(own.shows))
  let yes = (above?.shown.yes ?? true) && (asked?.yes ?? true)
  let no = (above?.shown.no ?? false) || (asked?.no ?? false)
  let [concealed, disabled, demanded] = [
    component['hidden'] === true,
    component['disabled'] === true,
    isRecord(component.validate) && component.validate.required === true ? 'always' : 'never',
  ] as [boolean, boolean, Facts['required']]
  const fires = new Map<Node, Truth>()
  for (const { trigger, actions } of own.switches) {
    const fire = truthOf(run.ask(trigger))
    fires.set(trigger.node, fire)
    if (!fire.yes) continue
    const hides = turnedTo(actions, 'hidden')
    if (hides === true) no = true
    if (hides === true && !fire.no) yes = false
    if (hides === false) yes ||= above?.shown.yes ?? true
    if (hides === false) concealed = false
    if (turnedTo(actions, 'disabled') === false) disabled = false
    if (turnedTo(actions, 'validate.required') !== undefined) demanded = 'perhaps'
  }
  const locked = above?.locked || concealed || disabled || kind === 'computed'
  const hidden = component['hidden'] === true || above?.concealed === true
  const { shape, made } = madeBy(own, run, locked, hidden, fires)
  const answered = complete && demanded === 'always' && !hidden ? filled(shape, entry) : shape
  const left = no && component['clearOnHide'] !== false
  const known = !yes && left ? nothing : no ? join(left ? answered : shape, nothing) : answered
  const inputs = inputsFor(own, run, locked, above)
  const loose = own.check || own.switches.length > 0 || component['unique'] === true
  const within = entry.parent?.kind === 'layout' && above?.tied === true
  return {
    shown: { yes, no },
    asked,
    concealed: hidden,
    locked,
    required: demanded,
    shape: loose ? loosened(known) : known,
    made,
    inputs,
    tied: own.shows !== undefined || own.calculation !== undefined || within,
  }
}

/** A required answer that is there: no blank, and a box that is ticked. */
const filled = (shape: Shape, { kind }: Entry): Shape => {
  if (kind === 'checkbox') return part(shape, true)
  if (!/^(?:number|choice|text|datetime|day|time|computed)$/.test(kind)) return shape
  const known = new Set(shape.known)
  known.delete(null)
  known.delete('')
  return { ...shape, known }
}

const madeBy = (
  own: EntryRules,
  run: Run,
  locked: boolean,
  hidden: boolean,
  fires: ReadonlyMap<Node, Truth>,
): Pick<Facts, 'shape' | 'made'> => {
  const { entry, calculation } = own
  const { kind, inside, component } = entry
  const fields = (step: string): Shape => {
    const inner = inside.get(step)
    const facts = inner && run.factsOf(inner)
    if (!facts || inner.kind === 'layout' || inner.kind === 'static') return nothing
    return facts.tied ? loosened(facts.shape) : facts.shape
  }
  const object: Shape = { known: new Set(), at: fields }
  if (kind === 'container') return { shape: object, made: never }
  if (kind === 'grid') return { shape: rowsFor(entry, object, locked), made: never }
  if (kind === 'layout' || kind === 'static') return { shape: nothing, made: never }
  const { defaultValue } = component
  const blank = defaultValue === undefined || defaultValue === null || defaultValue === ''
  const fallback = blank
    ? nothing
    : typeof defaultValue === 'object'
      ? given(entry)
      : taken(only(defaultValue), entry, hidden)
  let made: Shape = calculation ? run.ask(calculation) : never
  let shape = calculation
    ? taken(made, entry, hidden)
    : locked
      ? fallback
      : join(join(given(entry), nothing), fallback)
  for (const { trigger, ...rule } of own.sets) {
    const fire = trigger && fires.get(trigger)
    if (!fire?.yes) continue
    const value = run.ask(rule)
    made = fire.no ? join(made, value) : value
    shape = fire.no ? join(shape, taken(value, entry, hidden)) : taken(value, entry, hidden)
  }
  return { shape, made }
}

const rowsFor = ({ component }: Entry, row: Shape, locked: boolean): Shape => {
  const rows = component['defaultValue']
  const some = isList(rows) ? rows.length : 0
  return locked ? listOf(row, 0, some) : listOf(row, 0, rowsOf(component).cap)
}

const inputsFor = (
  own: EntryRules,
  run: Run,
  locked: boolean,
  above: Facts | undefined,
): ReadonlySet<string> => {
  const read = [own.shows, own.calculation, ...own.sets, ...own.switches.map(({ trigger }) => trigger)]
  return gathered(
    [
      new Set(locked || own.calculation ? [] : [keyOf(own.entry, [])]),
      ...(above ? [above.inputs] : []),
      ...read.flatMap((rule) => (rule ? [inputsOf(rule.node, run.world)] : [])),
    ],
    run.world,
  )
}
