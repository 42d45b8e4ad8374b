import { kind, only, some } from './kinds.ts'
import { type Scene, type Shape, unknownScene, unknownShape } from './scene.ts'
import { type Closure, type Expr, Untranslatable } from './syntax.ts'
import { pathOf, type Typed, typed } from './typed.ts'

/** What is known of a value at a place of the script, e.g. behind `if (data.a)`. */
export type Fact = { readonly not: number; readonly nonzero: boolean }

/** Everything that a script's names mean at one place. Readers of single idioms get it whole. */
export type World = {
  readonly scene: Scene
  /** What the script is for: `input` and `value` differ. */
  readonly target: string
  readonly locals: ReadonlyMap<string, Typed>
  readonly facts: ReadonlyMap<string, Fact>
  /** How `var` names the element that is walked, and its bit; 0 outside of walks. */
  readonly depth: number
  /** Losses to tell people, gathered over the whole script. */
  readonly notes: Set<string>
  readonly value: (of: Expr, world: World) => Typed
  /** As a truth value, wherever only that counts. */
  readonly test: (of: Expr, world: World) => Typed
  /** What a closure gives back. */
  readonly body: (closure: Closure, world: World) => Typed
}

const roots: ReadonlySet<string> = new Set(['data', 'row', 'input', 'value', 'rowIndex'])
/** Names that mean something to Form.io; a script may not make variables of them. */
export const taken: ReadonlySet<string> = new Set([
  ...roots,
  ...'component instance form submission moment util utils _ Math Number String Boolean Object Array JSON Date parseInt parseFloat isNaN isFinite console window document globalThis Promise Intl RegExp options self formio'.split(
    ' ',
  ),
])

const refused: Readonly<Record<string, string>> = {
  instance: '用到了 Form.io 组件内部的功能',
  component: '用到了 Form.io 组件自身的设置',
  form: '用到了 Form.io 表单内部的功能',
  submission: '用到了整份提交内容',
  moment: '用到了日期计算',
  Date: '用到了日期计算',
  utils: '用到了 Form.io 的工具函数',
  util: '用到了 Form.io 的工具函数',
  console: '含有调试输出',
}

export const rootValue = (name: string, world: World): Typed => {
  const local = world.locals.get(name)
  if (local) {
    // What a condition holds meanwhile is only followed as a truth value.
    if (name === world.target && (name === 'show' || name === 'result')) throw new Untranslatable(name)
    if (some(local.kinds, kind.stays)) throw new Untranslatable(name, '用到了这个问题原来的值')
    return refined(local, world)
  }
  const { scene } = world
  if (name === 'data') return root('data', scene.data)
  if (name === 'row') return root('row', scene.row)
  if (name === 'rowIndex') return root('rowIndex', { kinds: kind.number | kind.missing })
  if (name === 'input' || (name === 'value' && world.target === 'valid')) {
    if (world.target !== 'valid') throw new Untranslatable(name)
    return refined(root('input', scene === unknownScene ? unknownShape : scene.input), world)
  }
  throw new Untranslatable(name, Object.hasOwn(refused, name) ? refused[name] : undefined)
}

const root = (name: string, shape: Shape): Typed => ({
  logic: { var: name },
  kinds: shape.kinds,
  levels: 1,
  size: 1,
  shape,
})

/** The value under what is known of it here. */
export const refined = (of: Typed, world: World): Typed => {
  if (world.facts.size === 0) return of
  const fact = world.facts.get(factKey(of) ?? '')
  if (!fact) return of
  return { ...of, kinds: of.kinds & ~fact.not, ...(fact.nonzero && { nonzero: true }) }
}

/** Facts are kept for small rules only; a rule reads the same wherever it stands, since answers do not change. */
export const factKey = (of: Typed): string | undefined =>
  of.size <= 12 && of.logic !== null && typeof of.logic === 'object' ? JSON.stringify(of.logic) : undefined

const safeStep = /^[A-Za-z0-9_-]{1,100}$/

/** `.name` of a value. */
export const memberOf = (of: Typed, name: string, world: World): Typed => {
  const path = pathOf(of)
  if (path === undefined) throw new Untranslatable(name)
  if (only(of.kinds, kind.list, kind.missing) && name === 'length') return countOf(of)
  const shape = of.shape
  const unknown = shape === undefined || shape.kinds === unknownShape.kinds || world.scene === unknownScene
  const inner = unknown ? unknownShape : shape.fields?.get(name)
  if (!inner) {
    if (name === 'length' && some(of.kinds, kind.text)) return countOf(of)
    throw new Untranslatable(name, `表单里没有「${`${path}.${name}`.slice(0, 80)}」`)
  }
  if (name === 'length' && unknown) throw new Untranslatable(name)
  const key = inner.key ?? name
  const longer = key === '' ? path : path === '' ? key : `${path}.${key}`
  if ((key !== '' && !safeStep.test(key)) || ['__proto__', 'constructor', 'prototype'].includes(key))
    throw new Untranslatable(name)
  return refined(
    { logic: { var: longer }, kinds: inner.kinds, levels: of.levels, size: 1, shape: inner },
    world,
  )
}

/** How many elements a list has, or signs a text. */
export const countOf = (of: Typed): Typed => {
  if (of.special?.is === 'boxes') throw new Untranslatable('length')
  if (!only(of.kinds, kind.list, kind.missing, kind.text, kind.blank, kind.unanswered))
    throw new Untranslatable('length')
  return typed({ count: [of.logic] }, kind.number, [of])
}

/** The world inside of a walk, with the element and other names bound. Outer facts about it are forgotten. */
export const inside = (world: World, names: readonly (readonly [string, Typed])[]): World => {
  const locals = new Map(world.locals)
  for (const [name, value] of names) locals.set(name, value)
  return { ...world, locals, depth: world.depth + 1, facts: new Map() }
}
