import { isList } from '../../logic/index.ts'
import type { Node } from './node.ts'
import { arithmetic } from './number.ts'
import { possible, shapeOfTruth } from './possible.ts'
import {
  isNever,
  join,
  listOf,
  loosened,
  never,
  nothing,
  only,
  type Shape,
  spanOf,
  truthOf,
  wild,
} from './shape.ts'
import { type Env, overlaps, type World } from './world.ts'

/** What stands in a list, and how much of it; whatever is no list counts as an empty one. */
const elementsOf = (
  shape: Shape,
): { readonly item: Shape; readonly least: number; readonly most: number } => {
  const { known, span, text, list, at, wild: any } = shape
  if (any) return { item: wild, least: 0, most: 10_000 }
  const lists = [...known].map((value) => (isList(value) ? (value as unknown[]) : []))
  const lengths = lists.map(({ length }) => length)
  if (list) lengths.push(list.least, list.most)
  if (span || text || at || lengths.length === 0) lengths.push(0)
  const item = lists
    .flat()
    .map((value) => only(value))
    .reduce(join, list?.item ?? never)
  return { item, least: Math.min(...lengths), most: Math.max(...lengths) }
}

/** `map filter reduce all none some`. */
export const walked = (node: Node, env: Env, world: World): Shape => {
  const [source, body, first] = node.args
  if (!source || !body) return wild
  const list = possible(source, env, world)
  if (isNever(list)) return never
  const { item, least, most } = elementsOf(list)
  const inside = (total: Shape): Shape =>
    most === 0
      ? never
      : possible(
          body,
          { bound: env.bound, elements: [...env.elements.slice(0, node.depth), { item, total }] },
          world,
        )
  const result =
    node.name === 'reduce'
      ? reduced(body, inside, first ? possible(first, env, world) : nothing, least, most)
      : answered(node.name, inside(nothing), list, least, most)
  return list.loose || overlaps(node, env, world) ? loosened(result) : result
}

const answered = (name: string, body: Shape, list: Shape, least: number, most: number): Shape => {
  const { yes, no } = truthOf(body)
  const loose = (shape: Shape): Shape => (body.loose ? loosened(shape) : shape)
  switch (name) {
    case 'map':
      return loose(listOf(body, least, most))
    case 'filter':
      return loose(listOf(list.list?.item ?? wild, no ? 0 : least, yes ? most : 0))
    case 'none':
      return loose(shapeOfTruth({ yes: no || least === 0, no: yes && most > 0 }))
    default:
      return loose(shapeOfTruth({ yes: yes && most > 0, no: no || least === 0 }))
  }
}

const same = (a: Shape, b: Shape): boolean =>
  a.known.size === b.known.size &&
  [...a.known].every((value) => b.known.has(value)) &&
  a.span?.low === b.span?.low &&
  a.span?.high === b.span?.high &&
  a.span?.whole === b.span?.whole &&
  a.text === b.text &&
  a.wild === b.wild &&
  a.list === b.list &&
  a.at === b.at

/** The total after each number of rows that there can be. A plain sum is not walked row by row. */
const reduced = (
  body: Node,
  inside: (total: Shape) => Shape,
  first: Shape,
  least: number,
  most: number,
): Shape => {
  const [a, b, more] = body.args
  const sum = body.name === '+' && !more && (isTotal(a) ? !looksAt(b) : isTotal(b) && !looksAt(a))
  if (sum && most > 0) return summed(inside(only(0)), first, least, most)
  if (most > 200) return wild
  let total = first
  let result = least === 0 ? first : never
  for (let i = 1; i <= most; i++) {
    const next = inside(total)
    if (i >= least) result = join(result, next)
    if (same(next, total)) return join(result, next)
    total = next
  }
  return result
}

const isTotal = (node: Node | undefined): boolean =>
  node?.source?.kind === 'total' && node.source.rest.length === 0 && node.value === null
const looksAt = (node: Node | undefined): boolean =>
  node?.source?.kind === 'total' || (node?.args.some(looksAt) ?? false)

/** So many rows of which each adds `one`. */
const summed = (one: Shape, first: Shape, least: number, most: number): Shape => {
  const times = arithmetic('*', [one, spanOf(least, most, true)])
  const { span } = times
  const dense = one.span
    ? one.span.dense && one.span.low <= 0 && one.span.high >= 0
    : one.known.has(0) && [...one.known].every((value) => value === 0 || value === 1)
  const total = span ? { ...times, span: { ...span, dense } } : times
  const result = arithmetic('+', [first, total])
  return least === 0 ? join(result, first) : result
}
