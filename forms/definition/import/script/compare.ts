import { numberOf } from './arithmetic.ts'
import { absent, doubtful, kind, numeric, only, some } from './kinds.ts'
import { type Expr, Untranslatable } from './syntax.ts'
import { constant, fixedValue, type Logic, type Typed, typed } from './typed.ts'
import type { World } from './world.ts'

/** `===`, `!==`, `==`, `!=`, `<`, `>`, `<=`, `>=`. */
export const comparison = (sign: string, left: Expr, right: Expr, world: World): Typed => {
  const idiom = typeTest(sign, left, right, world) ?? position(sign, left, right, world)
  if (idiom) return idiom
  const a = world.value(left, world)
  const b = world.value(right, world)
  if (a.special?.is === 'date' || b.special?.is === 'date') throw new Untranslatable(sign, '用到了日期计算')
  if (a.special?.is === 'since' || b.special?.is === 'since') throw new Untranslatable('getTime')
  if (sign.includes('=') && sign !== '<=' && sign !== '>=') return equality(sign, a, b)
  return order(sign, a, b)
}

const boolean = (logic: Logic, from: readonly Typed[]): Typed => typed(logic, kind.boolean, from)

/** Nothing is smaller or greater than what is not answered; a rule would take it for 0. */
const order = (sign: string, a: Typed, b: Typed): Typed => {
  const kinds = a.kinds | b.kinds
  // JavaScript compares the text of `toFixed` as a number only with a number.
  if (a.special?.is === 'fixed' && !only(b.kinds, numeric)) throw new Untranslatable('toFixed')
  if (b.special?.is === 'fixed' && !only(a.kinds, numeric)) throw new Untranslatable('toFixed')
  if (some(kinds, kind.list, kind.object)) throw new Untranslatable(sign, '列表或一组答案不能比较大小')
  if (some(kinds, kind.infinite)) throw new Untranslatable(sign, '除数可能是 0')
  if (some(kinds, kind.nothing)) throw new Untranslatable(sign, '空值不能比较大小')
  if (some(a.kinds, doubtful) && some(b.kinds, kind.text, doubtful, kind.blank))
    throw new Untranslatable(sign, '不能确定是按数字还是按文字比较大小')
  if (some(b.kinds, doubtful) && some(a.kinds, kind.text, kind.blank))
    throw new Untranslatable(sign, '不能确定是按数字还是按文字比较大小')
  if (some(kinds, kind.truth)) throw new Untranslatable(sign, '真假不能比较大小')
  const [x, y] = [a, b].map((one) =>
    one.special?.is === 'fixed' || only(one.kinds, kind.boolean, kind.unticked) ? numberOf(one) : one,
  ) as [Typed, Typed]
  const test = { [sign]: [x.logic, y.logic] }
  const guards = [
    ...(needsGuard(sign, x, y) ? [{ '!==': [x.logic, null] }] : []),
    ...(needsGuard(mirrored[sign] ?? sign, y, x) ? [{ '!==': [y.logic, null] }] : []),
  ]
  if (guards.length === 0) return boolean(test, [x, y])
  return boolean({ and: [...guards, test] }, [
    x,
    y,
    ...(guards.length > 1 ? [x, y] : [needsGuard(sign, x, y) ? x : y]),
  ])
}

const mirrored: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

const needsGuard = (sign: string, a: Typed, b: Typed): boolean => {
  if (!some(a.kinds, absent)) return false
  const limit = fixedValue(b)?.value
  if (typeof limit !== 'number') return true
  return sign === '<' ? 0 < limit : sign === '>' ? 0 > limit : sign === '<=' ? 0 <= limit : 0 >= limit
}

const equality = (sign: string, a: Typed, b: Typed): Typed => {
  const strict = sign.length === 3
  const turned = sign.startsWith('!')
  const same = (): Typed => {
    const known = fixedValue(b)
      ? fixedValue(a)
        ? undefined
        : { of: a, value: fixedValue(b)?.value }
      : undefined
    const other = fixedValue(a) && !fixedValue(b) ? { of: b, value: fixedValue(a)?.value } : undefined
    const fixed = known ?? other
    if (!fixed) return sameValues(a, b, strict)
    return sameAs(fixed.of, fixed.value ?? null, strict)
  }
  const result = same()
  return turned ? opposite(result) : result
}

const opposites: Readonly<Record<string, string>> = { '===': '!==', '==': '!=', '!': '!!' }

const opposite = (of: Typed): Typed => {
  const { logic } = of
  if (typeof logic === 'boolean') return constant(!logic)
  const [name] = Object.keys(logic as object)
  const turned = name === undefined ? undefined : opposites[name]
  return boolean(
    turned === undefined ? { '!': [logic] } : { [turned]: (logic as Record<string, unknown>)[name ?? ''] },
    [{ ...of, size: of.size - 1 }],
  )
}

/** Whether a value is a constant. `null`, `undefined` and `''` all ask whether there is an answer. */
const sameAs = (of: Typed, value: string | number | boolean | null, strict: boolean): Typed => {
  const { kinds } = of
  if (value === null) return notThere(of)
  if (some(kinds, kind.list, kind.object) && !strict)
    throw new Untranslatable('==', '列表或一组答案不能这样比较')
  if (value === '') {
    if (some(kinds, kind.list, kind.object)) return constant(false)
    // `0 == ''` and `false == ''` are true in JavaScript.
    if (!strict && only(kinds, kind.number, kind.boolean, kind.missing, kind.unticked))
      return boolean({ '!': [of.logic] }, [of])
    return notThere(of)
  }
  if (value === false && some(kinds, kind.unticked)) {
    if (!only(kinds, kind.boolean, kind.unticked)) throw new Untranslatable('false')
    return boolean({ '!': [of.logic] }, [of])
  }
  if (typeof value === 'boolean' && some(kinds, kind.truth)) {
    if (!only(kinds, kind.truth, kind.unanswered)) throw new Untranslatable(String(value))
    return boolean({ '===': [of.logic, String(value)] }, [of])
  }
  if (some(kinds, kind.infinite)) throw new Untranslatable('==', '除数可能是 0')
  const loose = !strict || (typeof value === 'number' && some(kinds, kind.digits, kind.zero))
  return boolean({ [loose ? '==' : '===']: [of.logic, value] }, [of])
}

/** Whether there is no answer, or no result. */
export const notThere = (of: Typed): Typed => {
  const { kinds } = of
  if (some(kinds, kind.nan, kind.infinite)) throw new Untranslatable('', '结果不是数字时不能这样判断')
  if (some(kinds, kind.blank)) return boolean({ in: [of.logic, [null, '']] }, [of])
  if (fixedValue(of)) return constant(of.logic === null)
  return boolean({ '===': [of.logic, null] }, [of])
}

const sameValues = (a: Typed, b: Typed, strict: boolean): Typed => {
  const kinds = a.kinds | b.kinds
  if (some(a.kinds, kind.nan, kind.infinite) && some(b.kinds, absent))
    throw new Untranslatable('==', '结果不是数字时不能这样比较')
  if (some(b.kinds, kind.nan, kind.infinite) && some(a.kinds, absent))
    throw new Untranslatable('==', '结果不是数字时不能这样比较')
  if (some(kinds, kind.list, kind.object)) {
    if (!strict) throw new Untranslatable('==', '列表或一组答案不能这样比较')
    throw new Untranslatable('===', '列表或一组答案不能这样比较')
  }
  if (some(kinds, kind.unticked)) {
    if (!only(kinds, kind.boolean, kind.unticked)) throw new Untranslatable('==', '不能确定这里是不是真假')
    return boolean({ '===': [{ '!!': [a.logic] }, { '!!': [b.logic] }] }, [a, b])
  }
  if (some(kinds, kind.truth) && !only(kinds, kind.truth, kind.unanswered, kind.text))
    throw new Untranslatable('==', '不能确定这里是文字还是真假')
  if (some(kinds, kind.blank) && some(kinds, absent)) throw new Untranslatable('==', '不能确定这里是不是空的')
  const loose = !strict || (some(kinds, doubtful) && some(kinds, kind.number))
  return boolean({ [loose ? '==' : '===']: [a.logic, b.logic] }, [a, b])
}

/** `typeof x === 'undefined'` and its like. */
const typeTest = (sign: string, left: Expr, right: Expr, world: World): Typed | undefined => {
  if (left.is !== 'unary' || left.sign !== 'typeof') return undefined
  if (right.is !== 'constant' || !sign.includes('=')) throw new Untranslatable('typeof')
  const of = world.value(left.of, world)
  const { kinds } = of
  const turned = sign.startsWith('!')
  const gone = notThere(of)
  if (right.value === 'undefined') return turned ? opposite(gone) : gone
  const fits =
    right.value === 'number'
      ? only(kinds, kind.number, kind.missing)
      : right.value === 'string' && only(kinds, kind.text, kind.unanswered)
  if (!fits) throw new Untranslatable('typeof')
  return turned ? gone : opposite(gone)
}

/** `list.indexOf(x) !== -1` and its like. */
const position = (sign: string, left: Expr, right: Expr, world: World): Typed | undefined => {
  if (left.is !== 'call' || left.of.is !== 'member' || left.of.name !== 'indexOf') return undefined
  const limit = world.value(right, world).logic
  const found = world.value({ ...left, of: { ...left.of, name: 'includes' } }, world)
  const there = ['!== -1', '!= -1', '> -1', '>= 0'].includes(`${sign} ${String(limit)}`)
  const gone = ['=== -1', '== -1', '< 0', '<= -1'].includes(`${sign} ${String(limit)}`)
  if (there) return found
  if (gone) return opposite(found)
  if ((sign === '===' || sign === '==') && limit === 0)
    return world.value({ ...left, of: { ...left.of, name: 'startsWith' } }, world)
  throw new Untranslatable('indexOf')
}
