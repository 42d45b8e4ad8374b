import { listOperators } from './lists.ts'
import { operators } from './operators.ts'
import {
  type Expression,
  formRoots,
  type Read,
  type Root,
  type Rule,
  RuleFailure,
  type RuleProblem,
  type RuleWords,
  ruleLimits,
} from './rule.ts'
import { walkPath } from './value.ts'

/** A rule that may run, and what it reads; or the reasons why it may not. */
export type Parsed =
  | { readonly ok: true; readonly run: Expression; readonly reads: readonly Read[] }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] }

/** A place that a sub-expression stands for, until its user says how much of it is read. */
type Place = { readonly root: Root; readonly path: readonly string[] }
type Node = { readonly run: Expression; readonly place?: Place }
/** What `var` means here: the roots, or inside a list operator its element (and accumulator). */
type Names = { readonly kind: 'roots' } | { readonly kind: 'element' | 'reduce'; readonly place?: Place }
type State = {
  readonly roots: readonly Root[]
  readonly reads: Read[]
  readonly problems: RuleProblem[]
  nodes: number
}

const step = /^[A-Za-z0-9_-]{1,100}$/
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const nothing: Expression = () => null

/**
 * Reads a JSON Logic rule once: allow-listed operators and variable roots, literal variable names, bounded size.
 * Never throws, whatever the rule is (deep, cyclic, wrong types): then it is refused with reasons.
 */
export const parseRule = (rule: Rule, roots: readonly Root[] = formRoots): Parsed => {
  const state: State = { roots, reads: [], problems: [], nodes: 0 }
  const node = parseNode(rule, '', 0, { kind: 'roots' }, state)
  settle(node, true, state)
  if (state.problems.length > 0) return { ok: false, problems: state.problems }
  return { ok: true, run: node.run, reads: state.reads }
}

const refuse = (
  state: State,
  words: RuleWords,
  at: string,
  values: Readonly<Record<string, string>> = {},
): Node => {
  if (state.problems.length < 20) state.problems.push({ code: words.replace(/\..*/, ''), at, words, values })
  return { run: nothing }
}

const settle = (node: Node, deep: boolean, state: State): void => {
  if (node.place) state.reads.push({ ...node.place, deep })
}

const parseNode = (rule: Rule, at: string, depth: number, names: Names, state: State): Node => {
  state.nodes++
  if (depth > ruleLimits.depth) return refuse(state, 'rule-depth', at)
  if (state.nodes > ruleLimits.nodes) return refuse(state, 'rule-size', at)
  if (state.problems.length >= 20) return { run: nothing }
  if (rule === null || typeof rule === 'boolean') return { run: () => rule }
  if (typeof rule === 'string') {
    if (rule.length <= ruleLimits.text) return { run: () => rule }
    return refuse(state, 'rule-size.text', at)
  }
  if (typeof rule === 'number') {
    if (Number.isFinite(rule)) return { run: () => rule }
    return refuse(state, 'rule-literal.number', at)
  }
  if (Array.isArray(rule)) return parseList(rule, at, depth, names, state)
  if (typeof rule !== 'object') return refuse(state, 'rule-literal', at)
  const keys = Object.keys(rule)
  const name = keys[0]
  if (keys.length !== 1 || name === undefined) return refuse(state, 'rule-shape', at)
  const args = (rule as Record<string, unknown>)[name]
  return parseOperator(
    name,
    args,
    `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    depth,
    names,
    state,
  )
}

const parseList = (
  items: readonly unknown[],
  at: string,
  depth: number,
  names: Names,
  state: State,
): Node => {
  if (items.length > ruleLimits.nodes) return refuse(state, 'rule-size.list', at)
  if (items.every(isLiteral)) {
    state.nodes += items.length
    const fixed = [...items]
    return { run: () => fixed }
  }
  const runs = items.map((item, i) => parseDeep(item, `${at}/${i}`, depth + 1, names, state))
  return { run: (s) => runs.map((run) => run(s)) }
}

const isLiteral = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && value.length <= ruleLimits.text) ||
  (typeof value === 'number' && Number.isFinite(value))

const parseDeep = (rule: Rule, at: string, depth: number, names: Names, state: State): Expression => {
  const node = parseNode(rule, at, depth, names, state)
  settle(node, true, state)
  return node.run
}

const parseOperator = (
  name: string,
  args: unknown,
  at: string,
  depth: number,
  names: Names,
  state: State,
): Node => {
  if (name === 'var') return parseVar(args, at, names, state)
  const list = Array.isArray(args) ? args : args === undefined ? [] : [args]
  if (name === 'missing' || name === 'missing_some') return parseMissing(name, args, list, at, names, state)
  if (Object.hasOwn(listOperators, name)) return parseWalk(name, list, at, depth, names, state)
  if (!Object.hasOwn(operators, name)) return refuse(state, 'rule-operator', at, { name: name.slice(0, 40) })
  const operator = operators[name]
  if (!operator || list.length < operator.min || list.length > operator.max)
    return refuse(state, 'rule-arguments.count', at, { name })
  const runs = list.map((arg, i) => parseDeep(arg, `${at}/${i}`, depth + 1, names, state))
  const run = operator.build(runs)
  return {
    run: (s) => {
      if (--s.fuel < 0) throw new RuleFailure('fuel')
      return run(s)
    },
  }
}

const parseWalk = (
  name: string,
  list: readonly unknown[],
  at: string,
  depth: number,
  names: Names,
  state: State,
): Node => {
  const build = listOperators[name]
  if (!build || list.length < 2 || list.length > 3 || (list.length === 3 && name !== 'reduce'))
    return refuse(state, 'rule-arguments.count', at, { name })
  const source = parseNode(list[0], `${at}/0`, depth + 1, names, state)
  settle(source, false, state)
  const place = source.place && { root: source.place.root, path: [...source.place.path, '[]'] }
  const inner: Names = { kind: name === 'reduce' ? 'reduce' : 'element', ...(place && { place }) }
  const body = parseDeep(list[1], `${at}/1`, depth + 1, inner, state)
  const start = list.length > 2 ? parseDeep(list[2], `${at}/2`, depth + 1, names, state) : nothing
  const run = build({ list: source.run, body, start })
  return { run, ...(name === 'filter' && source.place && { place: source.place }) }
}

const parseMissing = (
  name: string,
  args: unknown,
  list: readonly unknown[],
  at: string,
  names: Names,
  state: State,
): Node => {
  const wanted = name === 'missing' ? list : Array.isArray(list[1]) ? list[1] : undefined
  const need = name === 'missing' ? 0 : list[0]
  if (
    !wanted ||
    typeof need !== 'number' ||
    (name === 'missing_some' && !Array.isArray(args)) ||
    wanted.length > 200
  )
    return refuse(state, 'rule-arguments', at, { name })
  const vars = wanted.map((key, i) => {
    const node = parseVar(key, `${at}/${i}`, names, state)
    settle(node, true, state)
    return { key, run: node.run }
  })
  return {
    run: (s) => {
      const absent = vars.filter(({ run }) => {
        const value = run(s)
        return value === null || value === ''
      })
      if (name === 'missing_some' && vars.length - absent.length >= need) return []
      return absent.map(({ key }) => key)
    },
  }
}

const parseVar = (args: unknown, at: string, names: Names, state: State): Node => {
  const name = Array.isArray(args) ? args[0] : args
  const fallback = Array.isArray(args) && args.length > 1 ? args[1] : null
  if (typeof name !== 'string' && typeof name !== 'number') return refuse(state, 'rule-variable.computed', at)
  if (Array.isArray(args) && (args.length > 2 || !isLiteral(fallback)))
    return refuse(state, 'rule-variable.fallback', at)
  const text = String(name)
  const path = text === '' ? [] : text.split('.')
  if (text.length > 1_000 || path.length > 20 || path.some((p) => !step.test(p) || forbidden.has(p)))
    return refuse(state, 'rule-variable', at, { name: text.slice(0, 40) })
  const node = names.kind === 'roots' ? rootVar(path, at, state) : elementVar(path, at, names, state)
  if (fallback === null) return node
  const { run } = node
  return { ...node, run: (s) => run(s) ?? fallback }
}

const rootVar = (path: readonly string[], at: string, state: State): Node => {
  const root = state.roots.find((known) => known === path[0])
  if (!root) return refuse(state, 'rule-root', at, { roots: state.roots.join('、') })
  const rest = path.slice(1)
  return { run: reader((s) => s[root], rest), place: { root, path: rest } }
}

const elementVar = (path: readonly string[], at: string, names: Names, state: State): Node => {
  if (names.kind === 'element') return elementPlace(path, names)
  if (names.kind === 'reduce' && path[0] === 'current') return elementPlace(path.slice(1), names)
  if (path[0] === 'accumulator') return { run: reader((s) => s.accumulator, path.slice(1)) }
  return refuse(state, 'rule-root.reduce', at)
}

const elementPlace = (path: readonly string[], names: Names): Node => {
  const place = names.kind === 'roots' ? undefined : names.place
  const run = reader((s) => s.element, path)
  return place ? { run, place: { root: place.root, path: [...place.path, ...path] } } : { run }
}

const reader = (from: Expression, path: readonly string[]): Expression => {
  const [first, second] = path
  if (first === undefined) return (s) => from(s) ?? null
  if (second !== undefined) return (s) => walkPath(from(s), path)
  return (s) => {
    const object = from(s)
    if (typeof object !== 'object' || object === null || !Object.hasOwn(object, first)) return null
    return (object as Record<string, unknown>)[first] ?? null
  }
}
