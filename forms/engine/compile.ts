import {
  type Definition,
  graph,
  isRecord,
  judge,
  type Option,
  type OutcomeDefinition,
  optionsOf,
  outline,
  type RecommendDefinition,
} from '../definition/index.ts'
import { outcomeRoots } from '../logic/index.ts'
import { expression } from './expression.ts'
import { type LevelTables, withLevels } from './levels.ts'
import { nodeOf } from './node.ts'
import type { Field, Level, Node, Plan } from './plan.ts'

export type CompileOptions = {
  readonly outcomes?: readonly OutcomeDefinition[]
  readonly recommends?: readonly RecommendDefinition[]
  /** Lists for components that name one in `properties.options`, e.g. `{ catalogue: [{ value, label }] }`. */
  readonly options?: Readonly<Record<string, readonly Option[]>>
  /** A city's own level tables, by outcome key; they replace `bands`, and with a name of their own also `rule`. */
  readonly levels?: LevelTables
}

/** Plans by the JSON text of everything that they were made of; what was asked for last stands last. */
const kept = new Map<string, Plan>()
/** `text` and `texts` are signs: of one form, and of all that are kept. */
const most = { plans: 32, text: 1_000_000, texts: 8_000_000 }
let keptTexts = 0

/**
 * Makes a form ready: judges it, orders its components by what their rules read, and turns every rule into a
 * closure. Pure. Never throws: a form with errors gives a plan whose `findings` say why and that refuses every answer.
 *
 * The last 32 plans are kept (fewer where forms are large: 8 million signs in all; none for a form over a million),
 * by the whole JSON text of definition and options. A map hashes that text and then compares all of it, so that two
 * cities never share a plan because of a hash. The text is written anew for every call, as nobody can tell whether an
 * object seen before, or anything in it, has been changed since.
 */
export const compile = (definition: Definition, given: CompileOptions = {}): Plan => {
  // Callers without types may hand over null.
  const options: CompileOptions = isRecord(given) ? given : {}
  const name = nameOf(definition, options)
  if (name === undefined) return build(definition, options)
  const found = kept.get(name)
  if (found) kept.delete(name)
  const plan = found ?? buildCopy(name)
  if (name.length > most.text) return plan
  kept.set(name, plan)
  if (!found) keptTexts += name.length
  for (const [oldest] of kept) {
    if (kept.size <= most.plans && keptTexts <= most.texts) break
    kept.delete(oldest)
    keptTexts -= oldest.length
  }
  return plan
}

/** How many plans are kept, and of how many signs: for tests and for the bench. */
export const keptPlans = (): { readonly plans: number; readonly texts: number } => ({
  plans: kept.size,
  texts: keptTexts,
})

const nameOf = (definition: Definition, options: CompileOptions): string | undefined => {
  try {
    return JSON.stringify([definition ?? null, options])
  } catch {
    return undefined
  }
}

/** Of a copy of our own: whoever changes the definition afterwards changes nothing here. */
const buildCopy = (name: string): Plan => {
  const [definition, options] = JSON.parse(name) as [Definition, CompileOptions]
  return build(definition, options)
}

const build = (definition: Definition, given: CompileOptions): Plan => {
  const empty = (findings: Plan['findings']): Plan => ({
    definition,
    findings,
    fields: new Map(),
    steps: [],
    levels: [{ index: 0, owner: undefined, nodes: [] }],
    outcomes: [],
    recommends: [],
  })
  try {
    const options = {
      ...given,
      ...(given.outcomes && { outcomes: withLevels(given.outcomes, given.levels) }),
    }
    const plan = empty(judge(definition, options))
    if (plan.findings.some(({ level }) => level === 'error')) return plan
    return { ...plan, ...planOf(definition, options.options), ...decisionsOf(options) }
  } catch {
    // A belt for options of no type at all: closed, never half a plan.
    return empty([{ level: 'error', code: 'unreadable', words: 'unreadable', path: '', pointer: '' }])
  }
}

const planOf = (
  definition: Definition,
  options: CompileOptions['options'],
): Pick<Plan, 'fields' | 'levels' | 'steps'> => {
  const outlined = outline(definition)
  const levels: Level[] = [{ index: 0, owner: undefined, nodes: [] }]
  const fields = new Map<string, Field>()
  const nodes: Node[] = []
  for (const entry of outlined.entries) {
    const choices = optionsOf(entry.component, options)
    const node = nodeOf(entry, outlined, nodes, levels, choices)
    nodes.push(node)
    const { path, label, kind } = entry
    const replaced = node.levers.some(({ effects }) => effects.some((effect) => effect.kind === 'value'))
    const calculate = replaced ? undefined : node.calculate
    if (node.gate || node.inner) fields.set(path, { path, label, kind, entry, options: choices, calculate })
  }
  return { fields, levels, steps: graph(outlined).order.map((entry) => nodes[entry.index] as Node) }
}

const decisionsOf = ({ outcomes, recommends }: CompileOptions): Pick<Plan, 'outcomes' | 'recommends'> => ({
  outcomes: (outcomes ?? []).map((definition) => ({
    definition,
    run: expression(definition.value, outcomeRoots),
  })),
  recommends: (recommends ?? []).map((definition) => ({
    definition,
    when: expression(definition.when, outcomeRoots),
    quantity: definition.quantity === undefined ? undefined : expression(definition.quantity, outcomeRoots),
  })),
})
