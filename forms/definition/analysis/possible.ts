import { equality, membership, order, termTruth } from './compare.ts'
import { concrete, trying } from './concrete.ts'
import { walked } from './lists.ts'
import { type Node, termMark } from './node.ts'
import { arithmetic, rounded } from './number.ts'
import { enumerated, refined } from './refine.ts'
import {
  anyText,
  isKnown,
  isNever,
  join,
  listOf,
  loosened,
  never,
  nothing,
  only,
  part,
  type Shape,
  spanOf,
  type Truth,
  truthOf,
  wild,
} from './shape.ts'
import { type Env, overlaps, variable, type World } from './world.ts'

/**
 * All values that a rule can give, from all values that answers can have. Never less than the engine can find:
 * what it does not know it takes for anything. Bounded by the world's fuel.
 */
export const possible = (node: Node, env: Env, world: World): Shape => {
  if (world.fuel.left-- <= 0) {
    world.fuel.out = true
    return wild
  }
  if (node.name === 'literal') return only(node.value)
  const split = enumerated(node, env, world)
  if (split) return split.map((one) => possible(node, one, world)).reduce(join, never)
  const shape = node.name === 'var' ? variable(node, env, world) : structural(node, env, world)
  const { yes, no } = truthOf(shape)
  if (world.seen) world.seen.set(node, (world.seen.get(node) ?? 0) | (yes ? 1 : 0) | (no ? 2 : 0))
  return shape
}

const structural = (node: Node, env: Env, world: World): Shape => {
  switch (node.name) {
    case 'if':
    case '?:':
      return choose(node, env, world)
    case 'and':
    case 'or':
      return chained(node, env, world)
    case 'map':
    case 'filter':
    case 'reduce':
    case 'all':
    case 'none':
    case 'some':
      return walked(node, env, world)
  }
  const args = node.args.map((arg) => possible(arg, env, world))
  if (args.some(isNever)) return never
  const shape = operated(node, args, world)
  return args.some(({ loose }) => loose) || (args.length > 1 && overlaps(node, env, world))
    ? loosened(shape)
    : shape
}

const choose = (node: Node, env: Env, world: World): Shape => {
  const { args } = node
  let result = never
  let loose = false
  let taken = 0
  let at: Env | undefined = env
  const take = (arg: Node | undefined, within: Env | undefined): void => {
    if (!within) return
    result = join(result, arg ? possible(arg, within, world) : nothing)
    taken++
  }
  let i = 0
  for (; at && i + 1 < args.length; i += 2) {
    const test = args[i] as Node
    const shape = possible(test, at, world)
    const { yes, no } = truthOf(shape)
    loose ||= shape.loose === true
    if (yes) take(args[i + 1], refined(test, true, at, world))
    at = no ? refined(test, false, at, world) : undefined
  }
  take(args[i], at)
  return taken > 1 && (loose || overlaps(node, env, world)) ? loosened(result) : result
}

/** `and`: the first that counts as false, else the last; `or` the other way round. */
const chained = (node: Node, env: Env, world: World): Shape => {
  const go = node.name === 'and'
  let result = never
  let at: Env | undefined = env
  node.args.forEach((arg, i) => {
    if (!at) return
    const shape = possible(arg, at, world)
    const last = i === node.args.length - 1
    result = join(result, last ? shape : part(shape, !go))
    at = !last && truthOf(shape)[go ? 'yes' : 'no'] ? refined(arg, go, at, world) : undefined
  })
  return overlaps(node, env, world) ? loosened(result) : result
}

export const shapeOfTruth = ({ yes, no }: Truth): Shape =>
  only(...(yes ? [true] : []), ...(no ? [false] : []))

/** More pairs of known values than this are not tried one by one. */
const most = 128
const untried = /^(?:age|today|missing|missing_some|list)$/

const operated = (node: Node, args: readonly Shape[], world: World): Shape => {
  const { name } = node
  const [a = nothing, b = nothing, c] = args
  if (name.startsWith(termMark))
    return shapeOfTruth(termTruth(name.slice(1), a, node.args[1]?.value, node.asks))
  // Several summands are taken two at a time, so that equal totals come together.
  if (args.length > 2 && /^(?:[+*]|min|max)$/.test(name))
    return args.reduce((total, arg) => operated(node, [total, arg], world))
  const pairs = args.reduce((n, { known }) => n * known.size, 1)
  if (pairs <= most && args.every(isKnown) && !untried.test(name)) {
    world.fuel.left -= pairs
    return tried(name, args)
  }
  switch (name) {
    case '!':
    case '!!': {
      const { yes, no } = truthOf(a)
      return shapeOfTruth(name === '!' ? { yes: no, no: yes } : { yes, no })
    }
    case '==':
    case '===':
    case '!=':
    case '!==':
      return shapeOfTruth(equality(name, a, b))
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const first = order(name, a, b)
      if (!c) return shapeOfTruth(first)
      const second = order(name, b, c)
      return shapeOfTruth({ yes: first.yes && second.yes, no: first.no || second.no })
    }
    case 'in':
      return shapeOfTruth(membership(a, b))
    case 'round':
      return rounded(args)
    case 'cat':
    case 'substr':
    case 'today':
      return anyText
    case 'age':
      return loosened(join(spanOf(-10_000, 10_000, true), nothing))
    case 'count':
      return counted(a)
    case 'missing':
    case 'missing_some':
      return listOf(anyText, 0, 200)
    case 'list':
      return listOf(args.reduce(join, never), args.length, args.length)
    case 'merge':
      return listOf(wild, 0, 10_000)
  }
  return /^(?:[-+*/%]|min|max)$/.test(name) ? arithmetic(name, args) : wild
}

/** Every known value with every other. */
const tried = (name: string, args: readonly Shape[]): Shape => {
  const run = trying(name, args.length)
  let rows: readonly (readonly unknown[])[] = [[]]
  for (const { known } of args) rows = rows.flatMap((row) => [...known].map((value) => [...row, value]))
  const found = new Set(rows.map(run))
  found.delete(undefined)
  return { known: found }
}

const counted = ({ known, text, list, wild: any }: Shape): Shape => {
  if (any || text) return spanOf(0, 10_000, true)
  const some = [...known]
    .map((value) => only(concrete('count', [value])))
    .filter(({ known: [n] }) => n !== undefined)
  return some.reduce(join, list ? spanOf(list.least, list.most, true) : never)
}
