import { absent, falsy, kind, only, some } from './kinds.ts'
import { type Expr, Untranslatable } from './syntax.ts'
import { fixedValue, joined, type Typed, typed } from './typed.ts'
import { type Fact, factKey, type World } from './world.ts'

/** A rule that is true exactly where JavaScript takes the value for true. */
export const truthOf = (of: Typed): Typed => {
  const { kinds } = of
  // The text '0.00' is true.
  if (of.special?.is === 'fixed') throw new Untranslatable('toFixed')
  if (of.special?.is === 'date' || of.special?.is === 'since') throw new Untranslatable('Date')
  if (kinds & kind.list) {
    // An empty list is true in JavaScript and false in rules.
    if (!only(kinds, kind.list, kind.missing)) throw new Untranslatable('', '不能确定这里是列表还是单个值')
    return typed({ '!==': [of.logic, null] }, kind.boolean, [of])
  }
  if (some(kinds, kind.infinite)) throw new Untranslatable('', '除数可能是 0')
  if (some(kinds, kind.zero, kind.truth) && !only(kinds, kind.boolean, kind.unticked))
    throw new Untranslatable('', '选项的值是 0、true 或 false，不能确定 Form.io 当它是文字还是数字、真假')
  return of
}

/** `!x`, `x && y`, `x || y` and `a ? b : c` where only truth counts; everything else by its value. */
export const testOf = (of: Expr, world: World): Typed => {
  if (of.is === 'unary' && of.sign === '!') {
    const inner = world.test(of.of, world)
    const known = fixedValue(inner)
    if (known) return typed(!known.value, kind.boolean, [])
    return typed({ '!': [inner.logic] }, kind.boolean, [inner])
  }
  if (of.is === 'binary' && (of.sign === '&&' || of.sign === '||')) {
    const a = world.test(of.a, world)
    const b = world.test(of.b, supposing(of.a, of.sign === '&&', world))
    return joined(of.sign === '&&' ? 'and' : 'or', a, b, kind.boolean)
  }
  return truthOf(world.value(of, world))
}

/** What is known behind a test that came out as `holds`. */
export const supposing = (test: Expr, holds: boolean, world: World): World => {
  const facts = new Map(world.facts)
  learn(test, holds, world, facts)
  return { ...world, facts }
}

type Facts = Map<string, Fact>

const learn = (test: Expr, holds: boolean, world: World, facts: Facts): undefined => {
  if (test.is === 'unary' && test.sign === '!') return learn(test.of, !holds, world, facts)
  if (test.is === 'call' && test.of.is === 'name' && test.of.name === 'isNaN' && test.args[0])
    return holds ? undefined : add(test.args[0], absent, false, world, facts)
  if (test.is !== 'binary') return holds ? add(test, falsy, true, world, facts) : undefined
  const { sign, a, b } = test
  if (sign === '&&' || sign === '||') {
    if ((sign === '&&') !== holds) return undefined
    learn(a, holds, world, facts)
    learn(b, holds, { ...world, facts }, facts)
    return undefined
  }
  if (sign === '===' || sign === '==' || sign === '!==' || sign === '!=') {
    const same = (sign === '===' || sign === '==') === holds
    equal(a, b, same, world, facts)
    equal(b, a, same, world, facts)
  } else if (holds && ['<', '>', '<=', '>='].includes(sign)) {
    const more = sign === '>' || sign === '>='
    add(a, absent, beyond(b, more, sign.length === 2), world, facts)
    add(b, absent, beyond(a, !more, sign.length === 2), world, facts)
  } else if (holds) add(test, falsy, true, world, facts)
  return undefined
}

/** `x > c` with c at least 0 means that x is not 0. */
const beyond = (limit: Expr, more: boolean, included: boolean): boolean => {
  const value = number(limit)
  if (value === undefined) return false
  return value === 0 ? !included : more ? value > 0 : value < 0
}

const number = (of: Expr): number | undefined => {
  if (of.is === 'constant') return typeof of.value === 'number' ? of.value : undefined
  if (of.is === 'unary' && of.sign === '-') {
    const value = number(of.of)
    return value === undefined ? undefined : -value
  }
  return undefined
}

const equal = (of: Expr, other: Expr, same: boolean, world: World, facts: Facts): void => {
  if (other.is !== 'constant') return
  const { value } = other
  const hollow = value === null || value === undefined || value === ''
  if (hollow && !same) add(of, absent & ~(kind.nan | kind.infinite), false, world, facts)
  else if (!hollow && same) add(of, absent, value !== 0 && value !== false, world, facts)
  else if (value === 0 && !same) add(of, 0, true, world, facts)
}

const add = (of: Expr, not: number, nonzero: boolean, world: World, facts: Facts): undefined => {
  if (!['name', 'member', 'index'].includes(of.is)) return undefined
  let value: Typed
  try {
    value = world.value(of, world)
  } catch (error) {
    if (error instanceof Untranslatable) return undefined
    throw error
  }
  const key = factKey(value)
  if (key === undefined) return undefined
  const old = facts.get(key)
  facts.set(key, { not: (old?.not ?? 0) | not, nonzero: (old?.nonzero ?? false) || nonzero })
  return undefined
}
