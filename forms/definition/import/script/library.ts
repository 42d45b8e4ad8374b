import { arithmetic, floored, isText, negative, numberOf, rounded, truncated } from './arithmetic.ts'
import { notThere } from './compare.ts'
import { kind, only, some } from './kinds.ts'
import { sumOf, walk } from './lists.ts'
import { asText, method } from './methods.ts'
import { type Expr, Untranslatable } from './syntax.ts'
import { truthOf } from './truth.ts'
import { fixedValue, type Typed, typed } from './typed.ts'
import { countOf, memberOf, type World } from './world.ts'

const one = (args: readonly Typed[], name: string): Typed => {
  const [first] = args
  if (!first) throw new Untranslatable(name)
  return first
}

/** `Number(x)`, `parseInt(x, 10)`, `isNaN(x)` and other functions that stand alone. */
export const call = (name: string, args: readonly Typed[], world: World): Typed => {
  const first = one(args, name)
  if (name === 'parseInt' && args[1] !== undefined && fixedValue(args[1])?.value !== 10)
    throw new Untranslatable(name)
  switch (name) {
    case 'Number':
      return converted(first)
    case 'parseFloat':
      return asNumber(prefixFree(first, name, world))
    case 'parseInt':
      return truncated(prefixFree(first, name, world))
    case 'String':
      return asText(first)
    case 'Boolean': {
      const truth = truthOf(first)
      return typed({ '!!': [truth.logic] }, kind.boolean, [truth])
    }
    case 'isNaN': {
      const number = asNumber(first)
      if (some(number.kinds, kind.infinite)) throw new Untranslatable(name)
      return typed({ '===': [number.logic, null] }, kind.boolean, [number])
    }
    default:
      throw new Untranslatable(name)
  }
}

const asNumber = (of: Typed): Typed => {
  const number = numberOf(of)
  if (number.logic !== of.logic || only(of.kinds, kind.number, kind.missing, kind.nan, kind.infinite))
    return number
  return typed({ '+': [number.logic] }, number.kinds, [number])
}

/** What is not answered is NaN as a number, which is not even the same as itself. */
const converted = (of: Typed): Typed => {
  const number = asNumber(of)
  return some(number.kinds, kind.missing)
    ? { ...number, kinds: (number.kinds & ~kind.missing) | kind.nan }
    : number
}

/** `parseFloat('12kg')` is 12, which no rule can say: a text must be a number as a whole. */
const prefixFree = (of: Typed, name: string, world: World): Typed => {
  if (of.special?.is === 'fixed') return of
  if (some(of.kinds, kind.boolean, kind.unticked, kind.truth)) throw new Untranslatable(name)
  if (some(of.kinds, kind.text)) world.notes.add('digits')
  return of
}

const mathematics = (name: string, args: readonly Typed[], world: World): Typed => {
  const first = one(args, `Math.${name}`)
  switch (name) {
    case 'round':
      world.notes.add('round')
      return rounded(first, 0)
    case 'floor':
      return floored(first)
    case 'ceil':
      return negative(floored(negative(first)))
    case 'trunc':
      return truncated(first)
    case 'abs': {
      const a = numberOf(first)
      if (some(a.kinds, kind.infinite)) throw new Untranslatable('Math.abs')
      return typed({ if: [{ '<': [a.logic, 0] }, { '-': [a.logic] }, a.logic] }, a.kinds, [a, a, a])
    }
    case 'pow':
      if (!args[1]) throw new Untranslatable('Math.pow')
      return arithmetic('**', first, args[1])
    case 'max':
    case 'min': {
      const list = args.map(numberOf)
      if (list.some(({ kinds, special }) => some(kinds, kind.infinite) || special))
        throw new Untranslatable(`Math.${name}`)
      const kinds = list.reduce((all, of) => all | of.kinds, 0)
      return typed(
        { [name]: list.map(({ logic }) => logic) },
        some(kinds, kind.missing, kind.unanswered) ? kinds | kind.nan : kinds,
        list,
      )
    }
    default:
      throw new Untranslatable(`Math.${name}`)
  }
}

/** `Math.…`, `_.…`, `utils.isEmpty`, `Object.values(boxes)`, `Number.isInteger`; undefined: not a library. */
export const libraryCall = (
  library: string,
  name: string,
  args: readonly Expr[],
  world: World,
): Typed | undefined => {
  if (world.locals.has(library)) return undefined
  const values = () => args.map((arg) => world.value(arg, world))
  if (library === 'Math') return mathematics(name, values(), world)
  if (library === 'Object') return boxes(name, values())
  if (library === 'Number') return numbers(name, values(), world)
  if (library === '_' || ((library === 'utils' || library === 'util') && name === 'isEmpty'))
    return lodash(name, args, world)
  return undefined
}

const numbers = (name: string, args: readonly Typed[], world: World): Typed => {
  const first = one(args, name)
  if (name === 'parseFloat' || name === 'parseInt') return call(name, args, world)
  if (name === 'isInteger' && only(first.kinds, kind.number, kind.missing))
    return typed({ '===': [{ '%': [first.logic, 1] }, 0] }, kind.boolean, [first])
  if (name === 'isNaN' && only(first.kinds, kind.number, kind.nan))
    return typed({ '===': [first.logic, null] }, kind.boolean, [first])
  throw new Untranslatable(`Number.${name}`)
}

const boxes = (name: string, args: readonly Typed[]): Typed => {
  const first = one(args, `Object.${name}`)
  const { shape } = first
  if (name !== 'values' || !shape?.boxes || !shape.fields) throw new Untranslatable(`Object.${name}`)
  const path = (first.logic as { readonly var: string }).var
  const list = [...shape.fields.keys()]
  if (list.some((key) => !/^[A-Za-z0-9_-]+$/.test(key))) throw new Untranslatable(`Object.${name}`)
  return {
    ...typed(
      list.map((key) => ({ var: `${path}.${key}` })),
      kind.list,
      list.map(() => first),
    ),
    shape: { kinds: kind.list, element: { kinds: kind.boolean | kind.unticked } },
    special: { is: 'boxes' },
  }
}

const empty = (of: Typed): Typed => {
  if (isText(of)) return typed({ '!': [of.logic] }, kind.boolean, [of])
  if (only(of.kinds, kind.list, kind.missing))
    return typed({ '===': [countOf(of).logic, 0] }, kind.boolean, [of])
  throw new Untranslatable('isEmpty')
}

const lodash = (name: string, args: readonly Expr[], world: World): Typed => {
  const [first, second, third] = args
  if (!first) throw new Untranslatable(`_.${name}`)
  const value = () => world.value(first, world)
  if (['map', 'filter', 'some', 'every', 'reduce'].includes(name)) {
    const walked = walk(name, value(), args.slice(1), world)
    if (walked) return walked
  }
  switch (name) {
    case 'isEmpty':
      return empty(value())
    case 'isNil':
    case 'isUndefined':
    case 'isNull':
      return notThere(value())
    case 'size':
      return countOf(value())
    case 'sum':
      return sumOf(value(), world)
    case 'sumBy': {
      if (!second) throw new Untranslatable('_.sumBy')
      return sumOf(value(), world, (element, inner) => picked(second, element, inner))
    }
    case 'includes':
      return method(value(), 'includes', args.slice(1), world)
    case 'get':
      return lodashGet(value(), second, third, world)
    case 'toNumber':
      return asNumber(value())
    case 'round': {
      const places = second === undefined ? 0 : fixedValue(world.value(second, world))?.value
      if (typeof places !== 'number' || places < 0 || places > 6) break
      world.notes.add('round')
      return rounded(value(), places)
    }
  }
  throw new Untranslatable(`_.${name}`)
}

const picked = (by: Expr, element: Typed, world: World): Typed => {
  if (by.is === 'constant' && typeof by.value === 'string') return memberOf(element, by.value, world)
  if (by.is !== 'closure' || by.names.length > 1) throw new Untranslatable('_.sumBy')
  const locals = new Map(world.locals)
  for (const name of by.names) locals.set(name, element)
  return world.body(by, { ...world, locals })
}

const lodashGet = (of: Typed, path: Expr | undefined, other: Expr | undefined, world: World): Typed => {
  if (path?.is !== 'constant' || typeof path.value !== 'string') throw new Untranslatable('_.get')
  const found = path.value.split('.').reduce((at, step) => memberOf(at, step, world), of)
  if (other === undefined) return found
  const instead = world.value(other, world)
  const kinds = (found.kinds & ~(kind.missing | kind.unanswered | kind.unticked)) | instead.kinds
  return typed({ if: [{ '===': [found.logic, null] }, instead.logic, found.logic] }, kinds, [
    found,
    found,
    instead,
  ])
}
