import type { Entry } from '../outline.ts'
import type { Node, Source } from './node.ts'
import { isKnown, join, nothing, only, pick, type Shape, spanOf, wild } from './shape.ts'

/** What one run over a form knows, and how much work it has left. */
export type World = {
  readonly shapeOf: (entry: Entry) => Shape
  /** Answers that people give and on which this one depends, itself among them; by the keys of nodes. */
  readonly inputsOf: (entry: Entry) => ReadonlySet<string>
  readonly outcomes: Map<string, { readonly shape: Shape; readonly inputs: ReadonlySet<string> }>
  /** The answer under check. */
  readonly value: Shape | undefined
  readonly fuel: { left: number; out: boolean }
  /** How many names of answers may still be gathered for `inputsOf` in the whole form. */
  readonly names: { left: number }
  /** With each operator that was reached: 1 if it counted as true, 2 if as false, 3 both. */
  readonly seen: Map<Node, number> | undefined
  readonly shared: WeakMap<Node, readonly string[]>
}

type Bound = { readonly key: string; readonly shape: Shape; readonly before: Bound | undefined }

/** What is known beyond the world: answers narrowed by a condition, and where list operators stand. */
export type Env = {
  readonly bound: Bound | undefined
  readonly elements: readonly { readonly item: Shape; readonly total: Shape }[]
}

export const start: Env = { bound: undefined, elements: [] }

export const bind = ({ bound, elements }: Env, key: string, shape: Shape): Env => ({
  bound: { key, shape, before: bound },
  elements,
})

const boundTo = ({ bound }: Env, key: string): Shape | undefined => {
  for (let at = bound; at; at = at.before) if (at.key === key) return at.shape
  return undefined
}

const base = (source: Source, env: Env, world: World): Shape => {
  switch (source.kind) {
    case 'answer':
      return source.rest.reduce(pick, world.shapeOf(source.entry))
    case 'outcome':
      return source.rest.reduce(pick, world.outcomes.get(source.key)?.shape ?? nothing)
    case 'element':
      return source.rest.reduce(pick, env.elements[source.depth - 1]?.item ?? wild)
    case 'total':
      return source.rest.reduce(pick, env.elements[source.depth - 1]?.total ?? wild)
    case 'row':
      return join(spanOf(0, 199, true), nothing)
    case 'value':
      return world.value ?? wild
    case 'none':
      return wild
  }
}

/** All that a variable can be here; nothing below null and no `undefined`, as rules see it. */
export const lookup = (source: Source, key: string | undefined, env: Env, world: World): Shape =>
  (key !== undefined && boundTo(env, key)) || base(source, env, world)

export const variable = (node: Node, env: Env, world: World): Shape => {
  if (!node.source) return wild
  const [key] = node.reads.keys()
  const shape = lookup(node.source, key, env, world)
  if (node.value === null || !shape.known.has(null)) return shape
  const known = new Set(shape.known)
  known.delete(null)
  return join({ ...shape, known }, only(node.value))
}

/** Stands for "perhaps every answer", where gathering them would take too long. */
const everything: ReadonlySet<string> = new Set(['*'])

/** All names of these sets together; `everything` once the form has had its share of work. */
export const gathered = (sets: readonly ReadonlySet<string>[], { names }: World): ReadonlySet<string> => {
  const [only] = sets
  if (only && sets.length === 1) return only
  const all = new Set<string>()
  for (const set of sets) {
    names.left -= set.size
    if (set === everything || names.left < 0) return everything
    for (const key of set) all.add(key)
  }
  return all
}

/** The answers on which what a rule gives can depend. */
export const inputsOf = (node: Node, world: World): ReadonlySet<string> => {
  const { source } = node
  if (source?.kind === 'answer') {
    const inputs = world.inputsOf(source.entry)
    const [key] = node.reads.keys()
    return key !== undefined && source.rest.length > 0 ? gathered([inputs, new Set([key])], world) : inputs
  }
  if (source?.kind === 'outcome') return world.outcomes.get(source.key)?.inputs ?? new Set()
  if (source) return new Set(node.reads.keys())
  return gathered(
    node.args.map((arg) => inputsOf(arg, world)),
    world,
  )
}

/** Whether two parts of a rule look at one answer that is still open here. */
export const overlaps = (node: Node, env: Env, world: World): boolean => {
  let shared = world.shared.get(node)
  if (!shared) {
    const seen = new Set<string>()
    const twice = new Set<string>()
    for (const arg of node.args) {
      const inputs = inputsOf(arg, world)
      world.names.left -= inputs.size
      if (inputs === everything || world.names.left < 0) return true
      for (const key of inputs)
        if (seen.has(key)) twice.add(key)
        else seen.add(key)
    }
    shared = [...twice]
    world.shared.set(node, shared)
  }
  return shared.some((key) => {
    const shape = boundTo(env, key)
    return !shape || !isKnown(shape) || shape.known.size > 1
  })
}
