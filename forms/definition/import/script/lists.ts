import { arithmetic } from './arithmetic.ts'
import { kind, only, some } from './kinds.ts'
import type { Shape } from './scene.ts'
import { unknownScene, unknownShape } from './scene.ts'
import { type Closure, type Expr, Untranslatable } from './syntax.ts'
import { constant, type Logic, type Typed, typed } from './typed.ts'
import { inside, type World } from './world.ts'

/** The bit of the element that stands `depth` walks inside, and of the running total beside it. */
const elementLevel = (depth: number): number => 1 << (2 * depth + 1)
const totalLevel = (depth: number): number => 1 << (2 * depth + 2)

/** Walks may stand this deep in each other. */
const deepest = 6

/** A value that surely is a list. */
export const listOf = (of: Typed, world: World): Typed => {
  if (world.scene === unknownScene && of.shape === unknownShape)
    return { ...of, kinds: kind.list | kind.missing, shape: { kinds: kind.list, element: unknownShape } }
  if (!only(of.kinds, kind.list, kind.missing)) throw new Untranslatable('', '不能确定这里是不是列表')
  return of
}

/** The element that a walk stands at; `reduce` calls it `current`, the other walks give it no name. */
export const elementOf = (list: Typed, world: World, name: '' | 'current'): Typed => {
  if (world.depth >= deepest) throw new Untranslatable('', '循环嵌套太深')
  const shape: Shape = list.shape?.element ?? { kinds: kind.object }
  return { logic: { var: name }, kinds: shape.kinds, levels: elementLevel(world.depth), size: 1, shape }
}

/** Rules inside of a walk see only the element: nothing of the form, and nothing of a walk around. */
const own = (body: Typed, bits: number): Typed => {
  if ((body.levels & ~bits) !== 0) throw new Untranslatable('', '循环里用到了循环外的答案')
  return body
}

const walked = (name: string, list: Typed, body: Typed, kinds: number, shape?: Shape): Typed => {
  const outer = { ...body, levels: 0 }
  return typed({ [name]: [list.logic, body.logic] }, kinds, [list, outer], shape ? { shape } : {})
}

/** What a closure gives for the element, as a value or as a truth. */
const given = (closure: Expr | undefined, list: Typed, world: World, name: '' | 'current'): World => {
  if (closure?.is !== 'closure' || closure.names.length > 1) throw new Untranslatable('=>')
  const element = elementOf(list, world, name)
  return inside(
    world,
    closure.names.map((one) => [one, element]),
  )
}

const testBody = (closure: Closure, list: Typed, world: World): Typed => {
  const [only, ...more] = closure.body
  const inner = given(closure, list, world, '')
  if (only?.does === 'return' && only.value && more.length === 0) return world.test(only.value, inner)
  return world.body(closure, inner)
}

/** `list.map(…)`, `.filter(…)`, `.some(…)`, `.every(…)`, `.reduce(…)` and their lodash twins. */
export const walk = (name: string, from: Typed, args: readonly Expr[], world: World): Typed | undefined => {
  const closure = args[0] && asClosure(args[0])
  if (!['map', 'filter', 'some', 'every', 'reduce'].includes(name)) return undefined
  const list = listOf(from, world)
  if (closure?.is !== 'closure') throw new Untranslatable(name)
  if (name === 'reduce') return reduce(list, closure, args[1], world)
  const boxes = from.special?.is === 'boxes'
  if (boxes && !((name === 'filter' || name === 'some') && isItself(closure))) throw new Untranslatable(name)
  const bits = elementLevel(world.depth)
  if (name === 'map') {
    const body = own(world.body(closure, given(closure, list, world, '')), bits)
    if (some(body.kinds, kind.stays)) throw new Untranslatable(name)
    return walked('map', list, body, kind.list, {
      kinds: kind.list,
      element: { ...body.shape, kinds: body.kinds },
    })
  }
  if (name === 'some') {
    const known = amongOuter(list, closure, world)
    if (known) return known
    return walked('some', list, own(testBody(closure, list, world), bits), kind.boolean)
  }
  const test = own(testBody(closure, list, world), bits)
  if (name === 'filter') return walked('filter', list, test, kind.list, list.shape)
  return typed({ none: [list.logic, { '!': [test.logic] }] }, kind.boolean, [list, { ...test, levels: 0 }])
}

/** `item => item` */
const isItself = ({ names, body: [only, ...more] }: Closure): boolean =>
  only?.does === 'return' && only.value?.is === 'name' && only.value.name === names[0] && more.length === 0

/** lodash takes a key, or a key with a value, where others take a closure. */
const asClosure = (of: Expr): Expr => {
  const item: Expr = { is: 'name', name: 'item' }
  const closure = (value: Expr): Expr => ({
    is: 'closure',
    names: ['item'],
    body: [{ does: 'return', value }],
  })
  if (of.is === 'constant' && typeof of.value === 'string' && /^[A-Za-z]\w*$/.test(of.value))
    return closure({ is: 'member', of: item, name: of.value })
  if (of.is === 'name' && of.name === 'Boolean') return closure(item)
  if (of.is !== 'object' || of.entries.length === 0) return of
  const tests = of.entries.map(
    ([name, b]): Expr => ({ is: 'binary', sign: '===', a: { is: 'member', of: item, name }, b }),
  )
  return closure(tests.reduce((a, b) => ({ is: 'binary', sign: '&&', a, b })))
}

/** `some(row => row.a === data.b)`: a rule cannot see `data.b` inside, but can ask whether it is among all `a`. */
const amongOuter = (list: Typed, closure: Closure, world: World): Typed | undefined => {
  const [only, ...more] = closure.body
  if (only?.does !== 'return' || only.value?.is !== 'binary' || more.length > 0) return undefined
  const { sign, a, b } = only.value
  if (sign !== '===' && sign !== '==') return undefined
  const inner = given(closure, list, world, '')
  const bits = elementLevel(world.depth)
  const [x, y] = [world.value(a, inner), world.value(b, inner)]
  const element = (one: Typed) => one.levels === bits
  const outer = (one: Typed) => one.levels !== 0 && (one.levels & bits) === 0
  const pair = element(x) && outer(y) ? [x, y] : element(y) && outer(x) ? [y, x] : undefined
  if (!pair) return undefined
  const [own, other] = pair as [Typed, Typed]
  const alike = [kind.text | kind.unanswered, kind.number | kind.missing]
  if (!alike.some((kinds) => (own.kinds | other.kinds | kinds) === kinds)) throw new Untranslatable(sign)
  const values = walked('map', list, own, kind.list)
  return typed({ in: [other.logic, values.logic] }, kind.boolean, [other, values])
}

const reduce = (list: Typed, closure: Closure, start: Expr | undefined, world: World): Typed => {
  const [sum, item, ...more] = closure.names
  if (sum === undefined || item === undefined || more.length > 0) throw new Untranslatable('reduce')
  const first = start === undefined ? constant(0) : world.value(start, world)
  const total = totalOver(list, first, world, (current, before) =>
    world.body(
      closure,
      inside(world, [
        [sum, before],
        [item, current],
      ]),
    ),
  )
  // Without a start JavaScript begins with the first element: the same only for sums.
  if (start === undefined && !isSum(total.logic)) throw new Untranslatable('reduce')
  return total
}

const isSum = (logic: Logic): boolean => {
  const body = (logic as { readonly reduce?: readonly unknown[] }).reduce?.[1]
  return JSON.stringify(body) === '{"+":[{"var":"accumulator"},{"var":"current"}]}'
}

/** A running total: its kinds are what it begins with and whatever the body makes of that. */
export const totalOver = (
  list: Typed,
  first: Typed,
  world: World,
  body: (current: Typed, before: Typed) => Typed,
): Typed => {
  const bits = elementLevel(world.depth) | totalLevel(world.depth)
  let kinds = first.kinds
  for (let i = 0; i < 8; i++) {
    const before = total(kinds, world)
    const next = own(body(elementOf(list, world, 'current'), before), bits)
    if ((next.kinds | kinds) === kinds) {
      if (some(kinds, kind.stays)) throw new Untranslatable('reduce')
      return typed({ reduce: [list.logic, next.logic, first.logic] }, kinds, [
        list,
        { ...next, levels: 0 },
        first,
      ])
    }
    kinds |= next.kinds
  }
  throw new Untranslatable('reduce')
}

export const total = (kinds: number, world: World): Typed => ({
  logic: { var: 'accumulator' },
  kinds,
  levels: totalLevel(world.depth),
  size: 1,
})

/** `_.sum(list)`: what is not there is passed over. */
export const sumOf = (list: Typed, world: World, pick?: (element: Typed, world: World) => Typed): Typed =>
  totalOver(listOf(list, world), constant(0), world, (current, before) => {
    const inner = inside(world, [])
    const value = pick ? pick(current, inner) : current
    // NaN is added, and makes the sum NaN; only what is not there is passed over.
    if (only(value.kinds, kind.number, kind.nan)) return arithmetic('+', before, value)
    if (!only(value.kinds, kind.number, kind.missing))
      throw new Untranslatable('_.sum', '不能确定加的都是数字')
    const sum = arithmetic('+', before, { ...value, kinds: kind.number })
    if (!some(value.kinds, kind.missing)) return sum
    return typed({ if: [{ '===': [value.logic, null] }, before.logic, sum.logic] }, sum.kinds, [
      value,
      before,
      sum,
    ])
  })

/** `list.join(sign)` */
export const joinOf = (list: Typed, sign: string, world: World): Typed => {
  const element = list.shape?.element
  if (element && some(element.kinds, kind.object, kind.list, kind.boolean)) throw new Untranslatable('join')
  const texts = typed(
    { reduce: [list.logic, { cat: [{ var: 'accumulator' }, sign, { var: 'current' }] }, ''] },
    kind.text | kind.blank,
    [listOf(list, world)],
  )
  if (sign === '') return texts
  return typed({ substr: [texts.logic, sign.length] }, texts.kinds, [texts])
}
