import { isNumber, isText } from '../../logic/index.ts'
import { equality, orders } from './compare.ts'
import { type Node, type Reading, termMark } from './node.ts'
import { possible } from './possible.ts'
import { isKnown, isNever, only, type Shape, truthOf } from './shape.ts'
import { bind, type Env, lookup, type World } from './world.ts'

/** No more combinations of answers than this are tried one by one. */
const most = 24

/**
 * Where a rule looks at an answer more than once, each of its known values is judged alone, so that `a is x and a
 * is y` is seen to be impossible. Undefined where there is nothing to split.
 */
export const enumerated = (node: Node, env: Env, world: World): readonly Env[] | undefined => {
  let envs: readonly Env[] = [env]
  for (const [key, { source }] of node.twice) {
    const shape = lookup(source, key, env, world)
    if (shape.known.size < 2 || !isKnown(shape)) continue
    if (envs.length * shape.known.size > most) return undefined
    envs = [...shape.known].flatMap((value) => envs.map((one) => bind(one, key, keep(shape, [value]))))
  }
  return envs.length > 1 ? envs : undefined
}

const keep = (shape: Shape, values: readonly unknown[]): Shape => ({ ...shape, known: new Set(values) })

/** The same world after a condition held, or did not: answers that contradict it are gone. Undefined: it cannot be. */
export const refined = (node: Node, truth: boolean, env: Env, world: World): Env | undefined => {
  const { name, args } = node
  const [first] = args
  if (first && (name === '!' || name === '!!')) return refined(first, truth === (name === '!!'), env, world)
  if (name === (truth ? 'and' : 'or')) {
    let at: Env | undefined = env
    for (const arg of args) at = at && refined(arg, truth, at, world)
    return at
  }
  let at = env
  const quiet = { ...world, seen: undefined }
  for (const [key, reading] of [...node.reads].slice(0, 4)) {
    const shape = lookup(reading.source, key, at, world)
    const tried = shape.known.size > (isKnown(shape) ? 1 : 0) && shape.known.size <= 32
    const left = tried
      ? [...shape.known].filter(
          (value) => truthOf(possible(node, bind(at, key, only(value)), quiet))[truth ? 'yes' : 'no'],
        )
      : [...shape.known]
    const next = narrowed(node, truth, reading, keep(shape, left))
    if (isNever(next)) return undefined
    if (next.known.size < shape.known.size || next.span !== shape.span || next.text !== shape.text)
      at = bind(at, key, next)
  }
  return at
}

const flipped: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }
const denied: Readonly<Record<string, string>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }

/** An interval cut where it is compared with a fixed number, and a text that is said to be a certain one. */
const narrowed = (node: Node, truth: boolean, { source }: Reading, shape: Shape): Shape => {
  const [a, b] = node.args
  const [read, other] = b?.name === 'literal' ? [a, b] : [b, a]
  if (read?.name !== 'var' || read.value !== null || read.source !== source || other?.name !== 'literal')
    return shape
  if (node.args.length !== 2) return shape
  const { span, text, ...rest } = shape
  const plain = node.name.startsWith(termMark) ? node.name.slice(1) : node.name
  const { value } = other
  if (/^(?:===?|isEqual)$/.test(plain) && truth) {
    const fits = span && isNumber(value) && equality('===', { known: new Set(), span }, only(value)).yes
    const says = text && isText(value) && plain !== 'isEqual'
    const odd = text && !says
    if (!isNumber(value) && span) return shape
    return {
      ...rest,
      ...(odd && { text }),
      known: new Set([...rest.known, ...(fits || says ? [value] : [])]),
    }
  }
  const order = orders[plain] ?? plain
  if (!span || !isNumber(value) || !(order in flipped)) return shape
  const facing = read === a ? order : (flipped[order] as string)
  const sign = truth ? facing : (denied[facing] as string)
  const step = span.whole && Number.isInteger(value) && sign.length === 1 ? 1 : 0
  const low = sign[0] === '>' ? Math.max(span.low, value + step) : span.low
  const high = sign[0] === '<' ? Math.min(span.high, value - step) : span.high
  if (low === span.low && high === span.high) return shape
  const cut = low > high ? undefined : { ...span, low, high }
  return { ...rest, ...(text && { text }), ...(cut && { span: cut }) }
}
