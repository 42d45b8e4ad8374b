import { absent, doubtful, kind, numeric, only, some, textual } from './kinds.ts'
import { Untranslatable } from './syntax.ts'
import { fixedValue, joined, type Typed, typed } from './typed.ts'

/** A value as JavaScript's arithmetic takes it. What is not a number becomes nothing, as NaN does. */
export const numberOf = (of: Typed): Typed => {
  const { kinds } = of
  if (of.special?.is === 'fixed') return rounded(of.special.of, of.special.places)
  if (of.special?.is === 'date') throw new Untranslatable('', '日期不能参加计算')
  if (some(kinds, kind.list, kind.object)) throw new Untranslatable('', '列表或一组答案不能参加计算')
  if (some(kinds, kind.nothing, kind.blank)) throw new Untranslatable('', '空值参加了计算')
  if (only(kinds, kind.boolean, kind.unticked) && kinds !== 0)
    return typed({ if: [of.logic, 1, 0] }, kind.number, [of])
  if (some(kinds, kind.boolean, kind.unticked, kind.truth))
    throw new Untranslatable('', '不能确定这里是数字还是真假')
  return only(kinds, numeric, kind.number) ? of : { ...of, kinds: (kinds & absent) | kind.number | kind.nan }
}

const resultKinds = (a: Typed, b: Typed): number =>
  kind.number | (some(a.kinds | b.kinds, absent) ? kind.nan : 0) | ((a.kinds | b.kinds) & kind.infinite)

export const arithmetic = (sign: string, first: Typed, second: Typed): Typed => {
  if (sign === '+') return plus(first, second)
  const a = numberOf(first)
  const b = numberOf(second)
  if (sign === '-' && first.special?.is === 'since' && second.special?.is === 'since') {
    if (first.special.base !== second.special.base) throw new Untranslatable('Date')
    return typed({ '-': [a.logic, b.logic] }, resultKinds(a, b), [a, b])
  }
  sinceless(first, second)
  if (sign === '**') return power(a, b)
  if (sign === '*') return joined('*', a, b, resultKinds(a, b))
  const kinds = resultKinds(a, b)
  if (sign === '/' && !b.nonzero)
    return typed({ '/': [a.logic, b.logic] }, kinds | kind.nan | kind.infinite, [a, b])
  const nonzero = sign === '/' && a.nonzero === true
  return typed(
    { [sign]: [a.logic, b.logic] },
    sign === '%' && !b.nonzero ? kinds | kind.nan : kinds,
    [a, b],
    {
      ...(nonzero && { nonzero }),
    },
  )
}

const sinceless = (...list: readonly Typed[]): void => {
  if (list.some(({ special }) => special?.is === 'since')) throw new Untranslatable('getTime')
}

const power = (a: Typed, b: Typed): Typed => {
  const times = fixedValue(b)?.value
  if (times !== 2 && times !== 3) throw new Untranslatable('**')
  const list = times === 2 ? [a, a] : [a, a, a]
  return typed({ '*': list.map(({ logic }) => logic) }, resultKinds(a, a), list)
}

export const negative = (of: Typed): Typed => {
  const a = numberOf(of)
  sinceless(of)
  const known = fixedValue(a)
  return typed(typeof known?.value === 'number' ? -known.value : { '-': [a.logic] }, a.kinds, [a], {
    ...(a.nonzero && { nonzero: true }),
  })
}

/** `+` joins where one side surely is text, and adds where both surely are numbers; else JavaScript decides while running. */
const plus = (a: Typed, b: Typed): Typed => {
  sinceless(a, b)
  if (isText(a) || isText(b)) {
    const whole = [a, b].map(textOf)
    return joined('cat', whole[0] as Typed, whole[1] as Typed, kind.text | kind.blank)
  }
  if (some(a.kinds | b.kinds, kind.list, kind.object)) throw new Untranslatable('+', '列表或一组答案不能相加')
  if (some(a.kinds | b.kinds, kind.text, doubtful, kind.blank))
    throw new Untranslatable('+', '不能确定“+”是数字相加还是文字相连')
  const [one, two] = [numberOf(a), numberOf(b)]
  return joined('+', one, two, resultKinds(one, two))
}

/** Only text, or a text that is not answered. */
export const isText = (of: Typed): boolean => of.kinds !== 0 && only(of.kinds, textual)

/** A value as it stands in a text. What is not answered leaves nothing there. */
export const textOf = (of: Typed): Typed => {
  if (of.special?.is === 'fixed') throw new Untranslatable('toFixed', '小数位数不能写进文字')
  if (of.special?.is === 'date') throw new Untranslatable('', '日期不能写进文字')
  if (some(of.kinds, kind.object, kind.infinite)) throw new Untranslatable('+', '这里的内容不能写成文字')
  if (some(of.kinds, kind.unticked)) return typed({ if: [of.logic, 'true', 'false'] }, kind.text, [of])
  return of
}

/** `Math.round(x)` and `toFixed`: halves go away from zero with us. */
export const rounded = (of: Typed, places: number): Typed => {
  const a = numberOf(of)
  if (some(a.kinds, kind.infinite)) throw new Untranslatable('round', '除数可能是 0')
  return typed({ round: places === 0 ? [a.logic] : [a.logic, places] }, a.kinds, [a])
}

/** The whole part, towards zero. */
export const truncated = (of: Typed): Typed => {
  const a = numberOf(of)
  if (some(a.kinds, kind.infinite)) throw new Untranslatable('parseInt', '除数可能是 0')
  return typed({ '-': [a.logic, { '%': [a.logic, 1] }] }, a.kinds, [a, a])
}

/** The next whole number below. */
export const floored = (of: Typed): Typed => {
  const a = numberOf(of)
  if (some(a.kinds, kind.infinite)) throw new Untranslatable('floor', '除数可能是 0')
  const part = { '%': [{ '+': [{ '%': [a.logic, 1] }, 1] }, 1] }
  return typed({ '-': [a.logic, part] }, a.kinds, [a, a])
}
