import { arithmetic, negative, numberOf, textOf } from './arithmetic.ts'
import { comparison } from './compare.ts'
import { dateMade, dateMethod } from './dates.ts'
import { kind, only, some } from './kinds.ts'
import { call, libraryCall } from './library.ts'
import { method } from './methods.ts'
import type { Shape } from './scene.ts'
import { type Expr, Untranslatable } from './syntax.ts'
import { supposing, truthOf } from './truth.ts'
import { constant, either, fixedValue, joined, type Typed, typed } from './typed.ts'
import { memberOf, refined, rootValue, type World } from './world.ts'

/** The rule that means what an expression means. Throws `Untranslatable` where there is none. */
export const meaning = (of: Expr, world: World): Typed => {
  switch (of.is) {
    case 'constant':
      return constant(of.value)
    case 'name':
      return rootValue(of.name, world)
    case 'member':
      return member(of, world)
    case 'index':
      return indexed(of, world)
    case 'call':
      return called(of, world)
    case 'unary':
      return unary(of, world)
    case 'binary':
      return binary(of, world)
    case 'choose': {
      const test = world.test(of.test, world)
      const yes = world.value(of.yes, supposing(of.test, true, world))
      return either(test, yes, world.value(of.no, supposing(of.test, false, world)))
    }
    case 'template':
      return template(of.parts, world)
    case 'list':
      return list(of.items, world)
    default:
      throw new Untranslatable(of.is === 'closure' ? '=>' : '{')
  }
}

const member = (of: Expr & { readonly is: 'member' }, world: World): Typed => {
  // `data.rows[i].cost` inside of `for (let i = 0; …)`, and `_.x` as a mistake.
  const base = world.value(of.of, world)
  if (of.name === 'length' && Array.isArray(base.logic)) throw new Untranslatable('length')
  if (
    of.name === 'length' &&
    only(base.kinds, kind.list, kind.missing, kind.text, kind.blank, kind.unanswered)
  )
    return counted(base)
  return memberOf(base, of.name, world)
}

const counted = (of: Typed): Typed => {
  if (of.special) throw new Untranslatable('length')
  return typed({ count: [of.logic] }, kind.number, [of])
}

const indexed = (of: Expr & { readonly is: 'index' }, world: World): Typed => {
  const base = world.value(of.of, world)
  const at = world.value(of.at, world)
  if (at.special?.is === 'position') {
    if (at.special.list !== JSON.stringify(base.logic)) throw new Untranslatable('[')
    return refined(at.special.element, world)
  }
  const key = fixedValue(at)?.value
  if (typeof key === 'string') return memberOf(base, key, world)
  const path = (base.logic as { readonly var?: unknown } | null)?.var
  const element = base.shape?.element
  if (
    typeof key !== 'number' ||
    !Number.isInteger(key) ||
    key < 0 ||
    key > 999 ||
    typeof path !== 'string' ||
    !element
  )
    throw new Untranslatable('[', '要取的是哪一项，写法不固定')
  const shape: Shape = { ...element, kinds: element.kinds | kind.missing }
  return refined(
    { logic: { var: `${path}.${key}` }, kinds: shape.kinds, levels: base.levels, size: 1, shape },
    world,
  )
}

const called = (of: Expr & { readonly is: 'call' }, world: World): Typed => {
  const date = dateMade(of, world)
  if (date) return date
  if (of.made) throw new Untranslatable('new')
  const { of: target, args } = of
  if (target.is === 'name') {
    if (world.locals.has(target.name)) throw new Untranslatable(target.name)
    return call(
      target.name,
      args.map((arg) => world.value(arg, world)),
      world,
    )
  }
  if (target.is !== 'member') throw new Untranslatable('(')
  if (target.of.is === 'name') {
    const found = libraryCall(target.of.name, target.name, args, world)
    if (found) return found
  }
  const on = world.value(target.of, world)
  if (on.special?.is === 'date' || on.special?.is === 'since') return dateMethod(on, target.name, args, world)
  return method(on, target.name, args, world)
}

const unary = (of: Expr & { readonly is: 'unary' }, world: World): Typed => {
  if (of.sign === '!') {
    if (of.of.is === 'unary' && of.of.sign === '!') {
      const truth = world.test(of.of.of, world)
      return fixedValue(truth)
        ? constant(Boolean(fixedValue(truth)?.value))
        : typed({ '!!': [truth.logic] }, kind.boolean, [truth])
    }
    return world.test(of, world)
  }
  if (of.sign === 'typeof') throw new Untranslatable('typeof')
  const value = world.value(of.of, world)
  if (of.sign === '-') return negative(value)
  const number = numberOf(value)
  if (number.logic !== value.logic || only(value.kinds, kind.number, kind.missing, kind.nan)) return number
  return typed({ '+': [number.logic] }, number.kinds, [number])
}

const comparing = new Set(['===', '!==', '==', '!=', '<', '>', '<=', '>='])

const binary = (of: Expr & { readonly is: 'binary' }, world: World): Typed => {
  const { sign, a, b } = of
  if (comparing.has(sign)) return comparison(sign, a, b, world)
  if (sign === '&&' || sign === '||') return logical(sign, a, b, world)
  if (sign === '??') return otherwise(world.value(a, world), world.value(b, world))
  return arithmetic(sign, world.value(a, world), world.value(b, world))
}

const never = kind.missing | kind.nothing | kind.nan | kind.blank | kind.unanswered | kind.unticked
const always = kind.text | kind.list | kind.object | kind.digits

/** `a && b` and `a || b` give one of the two values. */
const logical = (sign: '&&' | '||', first: Expr, second: Expr, world: World): Typed => {
  const a = world.value(first, world)
  const test = truthOf(a)
  const b = world.value(second, supposing(first, sign === '&&', world))
  // Of `(x && y) || z` only a true y is left of the first part.
  const left = sign === '||' && first.is === 'binary' && first.sign === '&&' ? lastOf(first, world) : a
  const kinds = (left.kinds & ~(sign === '&&' ? always : never)) | b.kinds
  if (a.special || b.special) throw new Untranslatable(sign)
  if (test.logic === a.logic) {
    const whole = joined(sign === '&&' ? 'and' : 'or', a, b, kinds)
    const shape = sign === '||' && b.kinds === kind.list ? a.shape : undefined
    return { ...whole, ...(shape && { shape }) }
  }
  const [yes, no] = sign === '&&' ? [b, a] : [a, b]
  return typed({ if: [test.logic, yes.logic, no.logic] }, kinds, [test, yes, no], {
    ...(yes.shape && { shape: yes.shape }),
  })
}

const lastOf = (of: Expr & { readonly is: 'binary' }, world: World): Typed =>
  world.value(of.b, supposing(of.a, true, world))

const otherwise = (a: Typed, b: Typed): Typed => {
  if (some(a.kinds, kind.nan, kind.infinite) || a.special || b.special) throw new Untranslatable('??')
  const kinds = (a.kinds & ~(kind.missing | kind.nothing | kind.unanswered | kind.unticked)) | b.kinds
  return typed({ if: [{ '===': [a.logic, null] }, b.logic, a.logic] }, kinds, [a, a, b])
}

const template = (parts: readonly Expr[], world: World): Typed => {
  const texts = parts.map((part) => textOf(world.value(part, world)))
  if (texts.length === 0) return constant('')
  const known = texts.length === 1 && texts[0] && fixedValue(texts[0])
  if (known) return constant(String(known.value))
  return typed({ cat: texts.map(({ logic }) => logic) }, kind.text | kind.blank, texts)
}

const list = (items: readonly Expr[], world: World): Typed => {
  const values = items.map((item) => world.value(item, world))
  if (values.some((value) => !fixedValue(value))) throw new Untranslatable('[')
  const element = values.reduce((all, { kinds }) => all | kinds, 0)
  return typed(
    values.map(({ logic }) => logic),
    kind.list,
    values,
    { shape: { kinds: kind.list, element: { kinds: element } } },
  )
}
