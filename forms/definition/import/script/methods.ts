import { textOf } from './arithmetic.ts'
import { kind, only, some } from './kinds.ts'
import { joinOf, walk } from './lists.ts'
import { type Expr, Untranslatable } from './syntax.ts'
import { fixedValue, joined, type Typed, typed } from './typed.ts'
import type { World } from './world.ts'

const texts = kind.text | kind.blank | kind.unanswered

const whole = (of: Typed | undefined): number | undefined => {
  const value = of && fixedValue(of)?.value
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined
}

const word = (of: Typed | undefined): string => {
  const value = of && fixedValue(of)?.value
  if (typeof value !== 'string' || value === '') throw new Untranslatable('', '这里要写明是哪些文字')
  return value
}

/** A second argument says where to begin, which no rule can. */
const searching: ReadonlySet<string> = new Set(['includes', 'startsWith', 'endsWith'])

/** A method of a list, a text or a number that a rule can do too. */
export const method = (of: Typed, name: string, args: readonly Expr[], world: World): Typed => {
  const walked = walk(name, of, args, world)
  if (walked) return walked
  const given = args.map((arg) => world.value(arg, world))
  const [first, second] = given
  if (given.length > 2 || (given.length > 1 && searching.has(name))) throw new Untranslatable(name)
  if (name === 'includes' && first) return includes(of, first, world)
  if (name === 'toFixed') {
    const places = first === undefined ? 0 : whole(first)
    if (places === undefined || places < 0 || places > 6) throw new Untranslatable(name)
    world.notes.add('round')
    return typed(of.logic, kind.text | kind.missing | kind.nan, [of], {
      special: { is: 'fixed', of, places },
    })
  }
  if (name === 'join' && some(of.kinds, kind.list))
    return joinOf(of, first === undefined ? ',' : wordOrNone(first), world)
  if (name === 'toString' && given.length === 0) return asText(of)
  if (name === 'concat' && first && !second && only(of.kinds, texts, kind.truth))
    return joined('cat', textOf(of), textOf(first), kind.text | kind.blank)
  if (!only(of.kinds, texts)) throw new Untranslatable(name)
  const part = (...numbers: readonly number[]): Typed =>
    typed({ substr: [of.logic, ...numbers] }, kind.text | kind.blank, [of])
  if (name === 'startsWith') {
    const start = word(first)
    return typed({ '===': [part(0, start.length).logic, start] }, kind.boolean, [of])
  }
  if (name === 'endsWith') {
    const end = word(first)
    return typed({ '===': [part(-end.length).logic, end] }, kind.boolean, [of])
  }
  const from = whole(first)
  const to = second === undefined ? undefined : whole(second)
  if (from === undefined || (second !== undefined && to === undefined)) throw new Untranslatable(name)
  if (name === 'charAt' && from >= 0) return part(from, 1)
  if (name === 'slice' && to === undefined) return part(from)
  if (name === 'slice' && to !== undefined && from >= 0)
    return to < 0 ? part(from, to) : part(from, Math.max(0, to - from))
  if (name === 'substring' && from >= 0 && (to === undefined || to >= from))
    return to === undefined ? part(from) : part(from, to - from)
  if (name === 'substr' && from >= 0 && (to === undefined || to >= 0))
    return to === undefined ? part(from) : part(from, to)
  throw new Untranslatable(name)
}

const wordOrNone = (of: Typed): string => {
  const value = fixedValue(of)?.value
  if (typeof value !== 'string') throw new Untranslatable('join')
  return value
}

export const asText = (of: Typed): Typed => {
  const text = textOf(of)
  return only(of.kinds, kind.text, kind.blank)
    ? text
    : typed({ cat: [text.logic] }, kind.text | kind.blank, [text])
}

/** Whether a text holds a text, or a list an element. */
const includes = (of: Typed, wanted: Typed, world: World): Typed => {
  if (only(of.kinds, texts)) {
    word(wanted)
    return typed({ in: [wanted.logic, of.logic] }, kind.boolean, [of, wanted])
  }
  if (!only(of.kinds, kind.list, kind.missing)) throw new Untranslatable('includes')
  if (of.special?.is === 'boxes' && wanted.logic !== true) throw new Untranslatable('includes')
  const fixed = Array.isArray(of.logic) && of.levels === 0 ? (of.logic as readonly unknown[]) : undefined
  if (some(wanted.kinds, kind.nan, kind.infinite, kind.object, kind.list))
    throw new Untranslatable('includes')
  if (!fixed) {
    const element = of.shape?.element?.kinds ?? 0
    const doubt = kind.digits | kind.zero | kind.truth | kind.unticked
    if (some(element | wanted.kinds, doubt) && of.special?.is !== 'boxes')
      throw new Untranslatable('includes', '不能确定选项是文字还是数字')
    if (some(element, kind.object) && element !== 0) throw new Untranslatable('includes')
    return typed({ in: [wanted.logic, of.logic] }, kind.boolean, [of, wanted])
  }
  void world
  // A choice keeps its code as a text with us, where Form.io may hold a number or a truth value.
  const more = fixed.flatMap((item) =>
    (typeof item === 'number' && some(wanted.kinds, kind.digits, kind.zero)) ||
    (typeof item === 'boolean' && some(wanted.kinds, kind.truth))
      ? [String(item)]
      : [],
  )
  const list = [...fixed, ...more]
  const gone = fixed.includes('') || fixed.includes(null)
  if (fixed.includes(false) && some(wanted.kinds, kind.unticked)) throw new Untranslatable('includes')
  return typed({ in: [wanted.logic, gone ? [...list, null] : list] }, kind.boolean, [of, wanted])
}
