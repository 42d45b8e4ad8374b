import { arithmetic } from './arithmetic.ts'
import { kind, only } from './kinds.ts'
import { type Expr, Untranslatable } from './syntax.ts'
import { fixedValue, type Logic, type Typed, typed } from './typed.ts'
import type { World } from './world.ts'

const today: Typed = { logic: { today: [] }, kinds: kind.text, levels: 0, size: 1 }
const reason = '用到了日期计算'

/** `moment()`, `moment(data.day)`, `new Date()`, `new Date(data.day)`; undefined for all else. */
export const dateMade = (of: Expr & { readonly is: 'call' }, world: World): Typed | undefined => {
  if (of.of.is !== 'name' || world.locals.has(of.of.name)) return undefined
  const { name } = of.of
  if (!(name === 'moment' && !of.made) && !(name === 'Date' && of.made)) return undefined
  const [given, ...more] = of.args
  if (more.length > 0) throw new Untranslatable(name, reason)
  if (!given) return { ...today, special: { is: 'date', day: today, now: true } }
  const value = world.value(given, world)
  if (value.special?.is === 'date') return value
  if (value.shape?.date) {
    const day = typed({ substr: [value.logic, 0, 10] }, value.kinds, [value])
    return { ...day, special: { is: 'date', day, now: false } }
  }
  return timeOfDay(value) ?? fail(name)
}

const fail = (name: string): never => {
  throw new Untranslatable(name, reason)
}

/** `new Date('01/01/2000 ' + data.time)`: only differences of two of these are meant. */
const timeOfDay = (of: Typed): Typed | undefined => {
  const parts = (of.logic as { readonly cat?: readonly Logic[] } | null)?.cat
  if (parts?.length !== 2 || typeof parts[0] !== 'string' || !/^\d\d\/\d\d\/\d{4} $/.test(parts[0]))
    return undefined
  const time = parts[1]
  const hours = { '*': [{ substr: [time, 0, 2] }, 3_600_000] }
  const minutes = { '*': [{ substr: [time, 3, 2] }, 60_000] }
  const seconds = { if: [{ '>': [{ count: [time] }, 5] }, { '*': [{ substr: [time, 6, 2] }, 1_000] }, 0] }
  const logic = { '+': [hours, minutes, seconds] }
  return typed(logic, kind.number | kind.nan, [of, of, of, of], { special: { is: 'since', base: parts[0] } })
}

const part = (day: Typed, from: number, size: number): Typed =>
  typed(
    { '+': [{ substr: [day.logic, from, size] }] },
    kind.number | (only(day.kinds, kind.text) ? 0 : kind.nan),
    [day],
  )

/** What a date can say: `getFullYear()`, `diff(other, 'years')`, `isAfter(other)`, and so on. */
export const dateMethod = (of: Typed, name: string, args: readonly Expr[], world: World): Typed => {
  if (of.special?.is === 'since') {
    if ((name === 'getTime' || name === 'valueOf') && args.length === 0) return of
    throw new Untranslatable(name, reason)
  }
  if (of.special?.is !== 'date') throw new Untranslatable(name)
  const { day, now } = of.special
  if (args.length === 0) {
    if (name === 'getFullYear' || name === 'year') return part(day, 0, 4)
    if (name === 'getMonth' || name === 'month')
      return arithmetic('-', part(day, 5, 2), { logic: 1, kinds: kind.number, levels: 0, size: 1 })
    if (name === 'getDate' || name === 'date') return part(day, 8, 2)
    throw new Untranslatable(name, reason)
  }
  if (name === 'format' && args[0]?.is === 'constant' && args[0].value === 'YYYY-MM-DD' && args.length === 1)
    return { ...day, kinds: day.kinds }
  const [first, second] = args
  const other = first && asDate(world.value(first, world))
  if (!other) throw new Untranslatable(name, reason)
  const unit = second === undefined ? undefined : fixedValue(world.value(second, world))?.value
  if (name === 'diff') return years(of, other, unit, args.length, world)
  return order(name, { day, now }, other, unit)
}

type When = { readonly day: Typed; readonly now: boolean }

const asDate = (of: Typed): When | undefined =>
  of.special?.is === 'date'
    ? of.special
    : of.shape?.date
      ? { day: typed({ substr: [of.logic, 0, 10] }, of.kinds, [of]), now: false }
      : undefined

/** `moment().diff(birth, 'years')` counts full years. */
const years = (of: Typed, other: When, unit: unknown, count: number, world: World): Typed => {
  if (
    of.special?.is !== 'date' ||
    !of.special.now ||
    (unit !== 'years' && unit !== 'year' && unit !== 'y') ||
    count > 2
  )
    throw new Untranslatable('diff', reason)
  world.notes.add('age')
  return typed({ age: [other.day.logic] }, kind.number | kind.nan, [other.day])
}

/** Comparison of two days. With the time of day, "before now" includes today and "after now" does not. */
const order = (name: string, a: When, b: When, unit: unknown): Typed => {
  const days = unit === 'day' || unit === 'days' || unit === 'd'
  if (!days && unit !== undefined) throw new Untranslatable(name, reason)
  const signs: Readonly<Record<string, string>> = {
    isAfter: '>',
    isBefore: '<',
    isSameOrAfter: '>=',
    isSameOrBefore: '<=',
    isSame: '===',
  }
  const sign = Object.hasOwn(signs, name) ? (signs[name] ?? '') : ''
  if (sign === '') throw new Untranslatable(name, reason)
  const moved = !days && a.now !== b.now
  if (moved && sign === '===') throw new Untranslatable(name, reason)
  // A day begins at midnight: compared with now, today lies before.
  const real = !moved ? sign : b.now ? (sign[0] === '<' ? '<=' : '>') : sign[0] === '<' ? '<' : '>='
  const given = [a.day, b.day].filter(({ kinds }) => !only(kinds, kind.text))
  // `substr` of nothing is the empty text.
  const test = { [real]: [a.day.logic, b.day.logic] }
  if (given.length === 0) return typed(test, kind.boolean, [a.day, b.day])
  const there = given.map(({ logic }) => ({ '!==': [logic, ''] }))
  return typed({ and: [...there, test] }, kind.boolean, [a.day, b.day, ...given])
}
