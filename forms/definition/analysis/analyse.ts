import { textual } from '../../logic/index.ts'
import type { LintOptions } from '../lint.ts'
import { isRecord } from '../record.ts'
import { limits } from '../types.ts'
import { walk } from '../walk.ts'
import { type EntryRules, type FormRules, type Placed, readForm } from './form-rules.ts'
import { entryAt } from './located.ts'
import type { Naming } from './names.ts'
import type { Node } from './node.ts'
import { within } from './say.ts'
import { sayCalculation, sayCheck, sayLogic, sayOutcome, sayRecommend, sayShown } from './sentence.ts'

/** A question, an outcome (`outcomes.score`) or a recommendation (`recommends[0]`), and what people call it. */
export type Party = { readonly path: string; readonly label: string }
export type Written = Party & {
  readonly what: 'shown' | 'value' | 'required' | 'disabled' | 'valid' | 'text' | 'outcome' | 'item'
}

/** One rule of a form: what it looks at, what it decides, and how it would be told to somebody. */
export type RuleFacts = Party & {
  readonly kind: 'show' | 'calculate' | 'check' | 'logic' | 'outcome' | 'recommend'
  /** JSON pointer into the definition; `/outcomes…` and `/recommends…` into the options. */
  readonly pointer: string
  readonly reads: readonly Party[]
  readonly writes: readonly Written[]
  /** A Chinese sentence without the full stop. */
  readonly words: string
}

export type Analysis = {
  /** In document order, then outcomes, then recommendations. */
  readonly rules: readonly RuleFacts[]
  /** Everything that a rule reads or writes, in the order of evaluation, and who depends on whom. */
  readonly graph: {
    readonly order: readonly Party[]
    readonly edges: readonly { readonly from: string; readonly to: string }[]
  }
}

const nothing: Analysis = { rules: [], graph: { order: [], edges: [] } }

/**
 * Lists every rule of a form in plain words, with what it looks at and what it decides, and the graph of who depends
 * on whom. Takes any JSON in bounded time and never throws; rules that may not run are left out (`lint` names them).
 */
export const analyse = (definition: unknown, options: LintOptions = {}): Analysis => {
  try {
    return isRecord(definition) && fits(definition) ? analysed(readForm(definition, options)) : nothing
  } catch {
    // A belt for what is no JSON (getters, proxies).
    return nothing
  }
}

/** Not more components than a form may have, so that circles and heaps end here. */
const fits = (definition: Record<string, unknown>): boolean => {
  let count = 0
  walk(definition, () => (++count > limits.components ? 'stop' : undefined))
  return count <= limits.components
}

const analysed = (form: FormRules): Analysis => {
  const titles = new Map(
    form.outcomes.map(({ definition }) => [textual(definition.key), textual(definition.title)]),
  )
  const rules = [
    ...form.ofEntry.flatMap((own) => entryRules(own, { own: own.entry, titles, grids: [] })),
    ...decisions(form, { own: undefined, titles, grids: [] }),
  ]
  const edges = new Map<string, { readonly from: string; readonly to: string }>()
  const parties = new Map<string, Party>()
  for (const { reads, path, label } of rules) {
    parties.set(path, { path, label })
    for (const read of reads) {
      parties.set(read.path, read)
      if (read.path !== path) edges.set(`${read.path}\n${path}`, { from: read.path, to: path })
    }
  }
  const order = [...form.order.map(({ path }) => path), ...rules.map(({ path }) => path)]
  const known = [...new Set(order)].flatMap((path) => parties.get(path) ?? [])
  return { rules, graph: { order: known, edges: [...edges.values()] } }
}

const entryRules = (own: EntryRules, naming: Naming): readonly RuleFacts[] => {
  const { entry, shows, calculation, check, switches, sets } = own
  const { path, label } = entry
  const rule = (
    kind: RuleFacts['kind'],
    { pointer }: Placed,
    nodes: readonly Node[],
    what: readonly Written['what'][],
    say: (reads: readonly string[]) => string,
  ): RuleFacts => {
    const reads = readsOf(nodes, naming).filter((read) => read.path !== path)
    const writes = what.map((one) => ({ path, label, what: one }))
    return { kind, path, label, pointer, reads, writes, words: say(reads.map((read) => read.label)) }
  }
  return [
    ...(shows
      ? [rule('show', shows, [shows.node], ['shown'], (reads) => sayShown(shows.node, naming, reads))]
      : []),
    ...(calculation
      ? [
          rule('calculate', calculation, [calculation.node], ['value'], (reads) =>
            sayCalculation(calculation.node, naming, reads),
          ),
        ]
      : []),
    ...switches.map(({ trigger, actions }) => {
      const values = sets.filter((set) => set.trigger === trigger.node)
      const numbers = actions.flatMap(({ type }, i) => (type === 'value' ? [i] : []))
      const byAction = new Map(
        numbers.flatMap((n, i): [number, Node][] => (values[i] ? [[n, values[i].node]] : [])),
      )
      return rule('logic', trigger, [trigger.node, ...byAction.values()], changed(actions), (reads) =>
        sayLogic(trigger.node, actions, byAction, naming, reads),
      )
    }),
    ...(check
      ? [rule('check', check, [check.node], ['valid'], (reads) => sayCheck(check.node, naming, reads))]
      : []),
  ]
}

const flags: Readonly<Record<string, Written['what']>> = {
  hidden: 'shown',
  disabled: 'disabled',
  'validate.required': 'required',
}

const changed = (actions: EntryRules['switches'][number]['actions']): readonly Written['what'][] => [
  ...new Set(
    actions.map(({ type, property }): Written['what'] =>
      type === 'value' ? 'value' : (flags[isRecord(property) ? textual(property.value) : ''] ?? 'text'),
    ),
  ),
]

const decisions = ({ outcomes, recommends }: FormRules, naming: Naming): readonly RuleFacts[] => [
  ...outcomes.map(({ definition, node, pointer }): RuleFacts => {
    const party = {
      path: `outcomes.${textual(definition.key)}`,
      label: textual(definition.title ?? definition.key),
    }
    const reads = readsOf([node], naming)
    const words = sayOutcome(
      node,
      definition.bands,
      naming,
      reads.map(({ label }) => label),
    )
    return { kind: 'outcome', ...party, pointer, reads, writes: [{ ...party, what: 'outcome' }], words }
  }),
  ...recommends.map(({ definition, when, quantity }): RuleFacts => {
    const at = /^\/recommends\/(\d+)/.exec(when.pointer)?.[1] ?? '0'
    const party = { path: `recommends[${at}]`, label: textual(definition.item) }
    const amount = definition.quantity === undefined ? undefined : quantity?.node
    const reads = readsOf([when.node, ...(amount ? [amount] : [])], naming)
    const words = sayRecommend(
      when.node,
      amount,
      definition.per,
      naming,
      reads.map(({ label }) => label),
    )
    return {
      kind: 'recommend',
      ...party,
      pointer: when.pointer,
      reads,
      writes: [{ ...party, what: 'item' }],
      words,
    }
  }),
]

/** What rules look at, each once; a grid of which columns are read is not named besides them. */
const readsOf = (nodes: readonly Node[], naming: Naming): readonly Party[] => {
  const found = new Map<string, Party>()
  const holders = new Set<string>()
  const look = (node: Node, names: Naming): void => {
    const read = entryAt(node, names.grids)
    if (read) {
      found.set(read.entry.path, { path: read.entry.path, label: read.entry.label })
      for (let at = read.entry.holder; at; at = at.holder) if (at.kind === 'grid') holders.add(at.path)
    } else if (node.source?.kind === 'outcome') {
      const { key } = node.source
      found.set(`outcomes.${key}`, { path: `outcomes.${key}`, label: names.titles.get(key) ?? key })
    }
    const [list] = node.args
    for (const arg of node.args) look(arg, list && arg.depth > node.depth ? within(list, arg, names) : names)
  }
  for (const node of nodes) look(node, naming)
  return [...found.values()].filter(({ path }) => !holders.has(path))
}
