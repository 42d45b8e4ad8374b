import {
  type Condition,
  calculationOf,
  checkRuleOf,
  conditionOf,
  type Entry,
  type Outline,
  outline,
  readSwitches,
  resolveName,
  resolveRead,
} from '../../definition/index.ts'
import { outcomeRoots, parseRule, type Root } from '../../logic/index.ts'
import type { Level, Node, Plan } from '../plan.ts'

/**
 * Somebody who reads a component: `node`, in the first pass, in the second, or in both. The two meet in one
 * object of the answers: `depth` is how many containers and grids stand around that object, `down` the way from
 * there to the reader's own objects (all rows of a grid on that way).
 */
export type Link = {
  readonly node: Node
  early: boolean
  late: boolean
  readonly depth: number
  readonly down: readonly Node[]
}

/** Who reads whom in a plan; every list is by `entry.index`, or by `level.index` where it says so. */
export type Links = {
  /** Place of a component in `plan.steps`. */
  readonly at: readonly number[]
  readonly readers: readonly (readonly Link[])[]
  /** With a container or grid: readers outside of anything inside; they see it come and go. */
  readonly through: readonly (readonly Link[])[]
  /** Components that are hidden or disabled along with this one. */
  readonly below: readonly (readonly Node[])[]
  /** Whether an outcome or a recommendation reads the component. */
  readonly decides: readonly boolean[]
  readonly decidesThrough: readonly boolean[]
  /** By level: components that have a value, by key. */
  readonly keys: readonly ReadonlyMap<string, Node>[]
  /** By level: the keys of its values, in the order in which they are settled. */
  readonly names: readonly (readonly string[])[]
  /** False: a rule reads its own column of a grid, so that one row hangs on another; then all is evaluated anew. */
  readonly bounded: boolean
  /** Rows stand within rows, so that there can be more cells than one evaluation may hold. */
  readonly nested: boolean
}

const known = new WeakMap<Plan, Links>()

/** Worked out once for a plan, when its first sitting begins; `evaluate` never asks. */
export const linksOf = (plan: Plan): Links => {
  const found = known.get(plan)
  if (found) return found
  const made = link(plan)
  known.set(plan, made)
  return made
}

/** Levels around a level, outermost first, itself last. */
const around = (level: Level): readonly Level[] =>
  level.owner ? [...around(level.owner.level), level] : [level]

export const depthOf = (level: Level): number => (level.owner ? depthOf(level.owner.level) + 1 : 0)

const link = (plan: Plan): Links => {
  const outlined = outline(plan.definition)
  const nodes: Node[] = []
  for (const node of plan.steps) nodes[node.entry.index] = node
  const at: number[] = []
  plan.steps.forEach((node, i) => {
    at[node.entry.index] = i
  })
  const inside = outlined.entries.map((): Entry[] => [])
  const below = outlined.entries.map((): Node[] => [])
  for (const entry of outlined.entries) {
    const node = nodes[entry.index] as Node
    if (entry.parent) below[entry.parent.index]?.push(node)
    for (let above = entry.holder; above; above = above.holder) inside[above.index]?.push(entry)
  }
  const readers = outlined.entries.map(() => new Map<string, Link>())
  const decides = outlined.entries.map(() => false)
  const reach = (target: Entry, deep: boolean) =>
    deep ? [target, ...(inside[target.index] ?? [])] : [target]
  const connect = (
    from: Entry,
    target: Entry,
    deep: boolean,
    depth: number,
    early: boolean,
    late: boolean,
  ) => {
    const node = nodes[from.index] as Node
    const down = around(node.level)
      .slice(depth + 1)
      .map(({ owner }) => owner as Node)
    for (const { index } of reach(target, deep)) {
      const list = readers[index] as Map<string, Link>
      const name = `${from.index} ${depth}`
      const one = list.get(name) ?? { node, early: false, late: false, depth, down }
      one.early ||= early
      one.late ||= late
      list.set(name, one)
    }
  }
  for (const entry of outlined.entries)
    for (const { rule, when, early, late } of rulesOf(entry)) {
      if (when)
        for (const target of namedBy(when, outlined, entry))
          connect(entry, target, true, meeting(nodes, entry, target), early, late)
      else
        readsOf(rule, undefined, outlined, entry, (target, deep, row) =>
          connect(entry, target, deep, row ? depthOf((nodes[entry.index] as Node).level) : 0, early, late),
        )
    }
  const decision = (rule: unknown) =>
    readsOf(rule, outcomeRoots, outlined, undefined, (target, deep) => {
      for (const { index } of reach(target, deep)) decides[index] = true
    })
  for (const { definition } of plan.outcomes) decision(definition.value)
  for (const { definition } of plan.recommends) {
    decision(definition.when)
    if (definition.quantity !== undefined) decision(definition.quantity)
  }
  // A trace tells how calculated answers were worked out, too: one level, with the answers that they read.
  const told = nodes.filter(({ entry }) => decides[entry.index] && calculationOf(entry))
  for (const { entry } of told)
    readsOf(calculationOf(entry)?.rule, undefined, outlined, entry, (target, deep) => {
      for (const { index } of reach(target, deep)) decides[index] = true
    })
  return {
    at,
    below,
    decides,
    readers: readers.map((map) => [...map.values()]),
    through: outlined.entries.map(({ index }) => passing(nodes[index] as Node, inside[index] ?? [], readers)),
    decidesThrough: inside.map((list) => list.some(({ index }) => decides[index])),
    keys: plan.levels.map(
      (level) => new Map(level.nodes.flatMap((node) => (node.gate || node.inner ? [[node.key, node]] : []))),
    ),
    names: plan.levels.map((level) =>
      plan.steps.flatMap((node) => (node.level === level && (node.gate || node.inner) ? [node.key] : [])),
    ),
    nested: plan.levels.some((level) => around(level).filter(({ owner }) => owner?.rows).length > 1),
    bounded: nodes.every((node) => !readsOtherRows(node, readers[node.entry.index])),
  }
}

type Used = {
  readonly rule?: unknown
  readonly when?: Condition & { readonly kind: 'simple' }
  readonly early: boolean
  readonly late: boolean
}

/** Every rule of a component and the pass that runs it. Rules of `logic` run in the second one in any case. */
const rulesOf = (entry: Entry): readonly Used[] => {
  const list: Used[] = []
  const condition = (one: Condition | undefined, early: boolean, late: boolean) => {
    if (one?.kind === 'json') list.push({ rule: one.rule, early, late })
    if (one?.kind === 'simple') list.push({ when: one, early, late })
  }
  condition(conditionOf(entry), true, false)
  const calculation = calculationOf(entry)
  if (calculation) list.push({ rule: calculation.rule, early: true, late: false })
  for (const { trigger, actions, early } of readSwitches(entry)) {
    condition(trigger, early, true)
    for (const { type, value } of actions)
      if (type === 'value') list.push({ rule: value, early: true, late: false })
  }
  const check = checkRuleOf(entry)
  if (check) list.push({ rule: check.rule, early: entry.component['clearOnHide'] === false, late: true })
  return list
}

const namedBy = (
  when: Condition & { readonly kind: 'simple' },
  outlined: Outline,
  from: Entry,
): readonly Entry[] =>
  when.terms.flatMap(({ name }) => {
    const target = resolveName(outlined, from, name)
    return target ? [target.entry] : []
  })

const readsOf = (
  rule: unknown,
  roots: readonly Root[] | undefined,
  outlined: Outline,
  from: Entry | undefined,
  visit: (target: Entry, deep: boolean, row: boolean) => void,
): void => {
  const parsed = parseRule(rule, roots)
  if (!parsed.ok) return
  for (const read of parsed.reads) {
    const target = resolveRead(outlined, from, read)
    if (target.ok && target.entry) visit(target.entry, target.deep, read.root === 'row')
  }
}

/** How deep the object stands that a condition goes up to before it goes down to what it names. */
const meeting = (nodes: readonly Node[], from: Entry, target: Entry): number => {
  const mine = around((nodes[from.index] as Node).level)
  const its = around((nodes[target.index] as Node).level)
  let depth = 0
  while (depth + 1 < its.length && its[depth + 1] === mine[depth + 1]) depth++
  return depth
}

const passing = (
  node: Node,
  inside: readonly Entry[],
  readers: readonly ReadonlyMap<string, Link>[],
): readonly Link[] => {
  const depth = depthOf(node.level)
  const found = new Map<string, Link>()
  for (const { index } of inside)
    for (const [name, one] of readers[index] ?? []) {
      if (one.depth > depth) continue
      const before = found.get(name)
      found.set(
        name,
        before ? { ...one, early: one.early || before.early, late: one.late || before.late } : one,
      )
    }
  return [...found.values()]
}

const readsOtherRows = (node: Node, readers: ReadonlyMap<string, Link> | undefined): boolean =>
  [...(readers?.values() ?? [])].some(
    (one) => one.node === node && one.early && one.down.some(({ rows }) => rows !== undefined),
  )
