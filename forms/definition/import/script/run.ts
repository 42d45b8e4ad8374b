import { kind, some } from './kinds.ts'
import { listOf, total, totalOver } from './lists.ts'
import { asSome, setIn, withoutLeaving } from './loop.ts'
import { type Closure, type Expr, type Statement, Untranslatable } from './syntax.ts'
import { supposing } from './truth.ts'
import { constant, either, joined, type Typed, typed } from './typed.ts'
import { inside, taken, type World } from './world.ts'

/** Where a script stands: what its names hold now, the tests around, and where it has already ended. */
type State = {
  readonly world: World
  readonly path: Typed | undefined
  readonly fixed: ReadonlySet<string>
  readonly exits: readonly Exit[]
}
type Exit = {
  readonly when: Typed | undefined
  readonly value: Typed | undefined
  readonly locals: World['locals']
}
type Outcome = { readonly state: State; readonly ended: boolean }

/** What the target holds when all is done. `before` is what it holds first. */
export const run = (statements: readonly Statement[], target: string, before: Typed, world: World): Typed => {
  const locals = new Map(world.locals).set(target, before)
  const { state, ended } = all(
    statements,
    { world: { ...world, locals }, path: undefined, fixed: new Set(), exits: [] },
    target,
  )
  const last = state.world.locals.get(target) ?? before
  return folded(state.exits, ended ? undefined : last)
}

/** What a closure gives back; nothing else of it may matter. */
export const bodyOf = (closure: Closure, world: World): Typed => {
  const [only, ...more] = closure.body
  if (only?.does === 'return' && only.value && more.length === 0) return world.value(only.value, world)
  const { state, ended } = all(
    closure.body,
    { world, path: undefined, fixed: new Set(world.locals.keys()), exits: [] },
    '',
  )
  return folded(state.exits, ended ? undefined : constant(undefined))
}

const folded = (exits: readonly Exit[], last: Typed | undefined): Typed => {
  const value = ({ value }: Exit): Typed => value ?? constant(undefined)
  let result = last
  for (const exit of [...exits].reverse())
    result =
      result === undefined || exit.when === undefined ? value(exit) : either(exit.when, value(exit), result)
  if (!result) throw new Untranslatable('return')
  return result
}

const all = (statements: readonly Statement[], from: State, target: string): Outcome => {
  let state = from
  for (const statement of statements) {
    const next = step(statement, state, target)
    if (next.ended) return next
    state = next.state
  }
  return { state, ended: false }
}

const bind = (state: State, name: string, value: Typed): State => ({
  ...state,
  world: { ...state.world, locals: new Map(state.world.locals).set(name, value) },
})

const step = (statement: Statement, state: State, target: string): Outcome => {
  const { world } = state
  const go = (next: State): Outcome => ({ state: next, ended: false })
  switch (statement.does) {
    case 'declare': {
      const { name, scoped, fixed } = statement
      if (scoped && (world.locals.has(name) || name === target)) throw new Untranslatable(name)
      if (name !== target && taken.has(name)) throw new Untranslatable(name)
      if (!statement.value) return go(world.locals.has(name) ? state : bind(state, name, constant(undefined)))
      const asked = name === target && (target === 'show' || target === 'result')
      const next = bind(state, name, (asked ? world.test : world.value)(statement.value, world))
      return go(fixed ? { ...next, fixed: new Set(state.fixed).add(name) } : next)
    }
    case 'set': {
      const { name } = statement
      if (state.fixed.has(name) || (name !== target && taken.has(name))) throw new Untranslatable(name)
      const asked = name === target && (target === 'show' || target === 'result')
      return go(bind(state, name, (asked ? world.test : world.value)(statement.value, world)))
    }
    case 'if':
      return branch(statement, state, target)
    case 'each':
      return go(each(statement, state, target))
    case 'return': {
      const asked = target === 'show' || target === 'result'
      const value = statement.value && (asked ? world.test : world.value)(statement.value, world)
      return {
        state: { ...state, exits: [...state.exits, { when: state.path, value, locals: world.locals }] },
        ended: true,
      }
    }
    case 'call':
      return go(called(statement.value, state, target))
    default:
      throw new Untranslatable('break')
  }
}

/** Debug output means nothing. Any other call might do something that cannot be read here. */
const called = (value: Expr, state: State, _target: string): State => {
  if (
    value.is === 'call' &&
    value.of.is === 'member' &&
    value.of.of.is === 'name' &&
    value.of.of.name === 'console'
  ) {
    state.world.notes.add('console')
    return state
  }
  // Reading it names what it is that cannot be done.
  state.world.value(value, state.world)
  return state
}

const branch = (statement: Statement & { readonly does: 'if' }, state: State, target: string): Outcome => {
  const { world } = state
  const test = world.test(statement.test, world)
  const turned = typed({ '!': [test.logic] }, kind.boolean, [test])
  const under = (one: Typed): Typed => (state.path ? joined('and', state.path, one, kind.boolean) : one)
  const side = (list: readonly Statement[], holds: boolean): Outcome =>
    all(
      list,
      {
        ...state,
        world: supposing(statement.test, holds, world),
        path: under(holds ? test : turned),
        exits: [],
      },
      target,
    )
  const yes = side(statement.yes, true)
  const no = side(statement.no, false)
  const exits = [...state.exits, ...yes.state.exits, ...no.state.exits]
  if (yes.ended && no.ended) return { state: { ...state, exits }, ended: true }
  // What ends in one branch goes on only in the other, with what is known there.
  if (yes.ended || no.ended) {
    const rest = yes.ended ? no : yes
    return { state: { ...rest.state, path: under(yes.ended ? turned : test), exits }, ended: false }
  }
  const locals = new Map<string, Typed>()
  const kept = setIn(statement.no, setIn(statement.yes, new Set(world.locals.keys())))
  for (const name of kept) {
    const [a, b] = [yes.state.world.locals.get(name), no.state.world.locals.get(name)]
    if (!a && !b) continue
    const [one, two] = [a ?? constant(undefined), b ?? constant(undefined)]
    locals.set(name, one === two ? one : either(test, one, two))
  }
  return { state: { ...state, world: { ...world, locals }, exits }, ended: false }
}

/** A loop is a `reduce` for each name it sets, as long as each only needs itself and the element. */
const each = (statement: Statement & { readonly does: 'each' }, state: State, target: string): State => {
  const { world } = state
  const flagged = asSome(statement)
  if (flagged) return branch(flagged, state, target).state
  const list = listOf(world.value(statement.list, world), world)
  const body = withoutLeaving(statement.body)
  if (list.special) throw new Untranslatable('for')
  const names = [...setIn(body)].filter((name) => world.locals.has(name))
  if (names.some((name) => state.fixed.has(name))) throw new Untranslatable('const')
  let next = state
  for (const name of names) {
    const first = world.locals.get(name)
    if (!first || some(first.kinds, kind.stays)) throw new Untranslatable(name)
    const value = totalOver(list, first, world, (current, before) => {
      const bound: [string, Typed][] = names.map((other) => [
        other,
        other === name ? before : hidden(world, other),
      ])
      if (statement.item !== undefined) bound.push([statement.item, current])
      if (statement.index !== undefined) bound.push([statement.index, positionIn(list, current)])
      const done = all(
        body,
        { world: inside(world, bound), path: undefined, fixed: state.fixed, exits: [] },
        target,
      )
      if (done.ended || done.state.exits.length > 0) throw new Untranslatable('return')
      return done.state.world.locals.get(name) ?? before
    })
    next = bind(next, name, value)
  }
  return next
}

/** Another name that the loop sets: whoever needs it cannot be a `reduce`. */
const hidden = (world: World, name: string): Typed => ({
  ...total(world.locals.get(name)?.kinds ?? 0, world),
  levels: -1,
})

const positionIn = (list: Typed, element: Typed): Typed => ({
  logic: null,
  kinds: 0x7fff,
  levels: -1,
  size: 1,
  special: { is: 'position', list: JSON.stringify(list.logic), element },
})
