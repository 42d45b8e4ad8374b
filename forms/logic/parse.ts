import {
  isBlank,
  isList,
  isNumber,
  isObject,
  isScalar,
  isText,
  own,
  pointerStep,
  reservedNames,
} from './json.ts'
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
} from './rule.ts'
import * as ruleLimits from './rule-limits.ts'
import { spend, walkPath } from './value.ts'

/** A rule that may run, and what it reads; or the reasons why it may not. */
export type Parsed =
  | { readonly ok: true; readonly run: Expression; readonly reads: readonly Read[] }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] }

/** A place that a sub-expression stands for, until its user says how much of it is read. */
type Place = { readonly root: Root; readonly path: readonly string[] }
type Node = { readonly run: Expression; readonly place?: Place | undefined }
/** What `var` means here: the roots (undefined), or inside a list operator its element (and accumulator). */
type Names = { readonly reduces: boolean; readonly place: Place | undefined } | undefined

const step = /^[A-Za-z0-9_-]{1,100}$/
const nothing: Expression = () => null
const problemsMost = 20

const isLiteral = (value: unknown): boolean =>
  value === null ||
  (isScalar(value) &&
    (!isText(value) || value.length <= ruleLimits.text) &&
    (!isNumber(value) || Number.isFinite(value)))

/**
 * Reads a JSON Logic rule once: allow-listed operators and variable roots, literal variable names, bounded size.
 * Never throws, whatever the rule is (deep, cyclic, wrong types): then it is refused with reasons.
 */
export const parseRule = (rule: Rule, roots: readonly Root[] = formRoots): Parsed => {
  const reads: Read[] = []
  const problems: RuleProblem[] = []
  let nodes = 0

  const refuse = (words: RuleWords, at: string, values: Readonly<Record<string, string>> = {}): Node => {
    if (problems.length < problemsMost) problems.push({ words, at, values })
    return { run: nothing }
  }

  /** The expression of a node whose place, if it stands for one, is read: all that is under it, or its list only. */
  const used = ({ run, place }: Node, deep = true): Expression => {
    if (place) reads.push({ ...place, deep })
    return run
  }

  const parse = (rule: Rule, at: string, depth: number, names: Names): Node => {
    if (depth > ruleLimits.depth) return refuse('rule-depth', at)
    if (++nodes > ruleLimits.nodes) return refuse('rule-size', at)
    if (problems.length >= problemsMost) return { run: nothing }
    if (isLiteral(rule)) return { run: () => rule }
    if (isText(rule)) return refuse('rule-size.text', at)
    if (isNumber(rule)) return refuse('rule-literal.number', at)
    if (isList(rule)) return parseList(rule, at, depth, names)
    if (!isObject(rule)) return refuse('rule-literal', at)
    const [name, more] = Object.keys(rule)
    if (name === undefined || more !== undefined) return refuse('rule-shape', at)
    return parseOperator(name, (rule as Record<string, unknown>)[name], at + pointerStep(name), depth, names)
  }

  const parseAll = (items: readonly unknown[], at: string, depth: number, names: Names): Expression[] =>
    items.map((item, i) => used(parse(item, `${at}/${i}`, depth + 1, names)))

  const parseList = (items: readonly unknown[], at: string, depth: number, names: Names): Node => {
    if (items.length > ruleLimits.nodes) return refuse('rule-size.list', at)
    if (items.every(isLiteral)) {
      nodes += items.length
      const fixed = [...items]
      return { run: () => fixed }
    }
    const runs = parseAll(items, at, depth, names)
    return {
      run: (s) => {
        spend(s, runs.length)
        return runs.map((run) => run(s))
      },
    }
  }

  const parseOperator = (name: string, args: unknown, at: string, depth: number, names: Names): Node => {
    if (name === 'var') return parseVar(args, at, names)
    const list = isList(args) ? args : args === undefined ? [] : [args]
    if (name === 'missing') return parseMissing(name, list, 0, at, names)
    if (name === 'missing_some') return parseMissing(name, isList(args) && list[1], list[0], at, names)
    if (Object.hasOwn(listOperators, name)) return parseWalk(name, list, at, depth, names)
    if (!Object.hasOwn(operators, name)) return refuse('rule-operator', at, { name: name.slice(0, 40) })
    const operator = operators[name]
    if (!operator || list.length < operator.min || list.length > operator.max)
      return refuse('rule-arguments.count', at, { name })
    const run = operator.build(parseAll(list, at, depth, names))
    const cost = list.length > 3 ? list.length : 1
    return {
      run: (s) => {
        s.fuel -= cost
        if (s.fuel < 0) throw new RuleFailure('fuel')
        return run(s)
      },
    }
  }

  const parseWalk = (
    name: string,
    args: readonly unknown[],
    at: string,
    depth: number,
    names: Names,
  ): Node => {
    const build = listOperators[name]
    const reduces = name === 'reduce'
    if (!build || args.length < 2 || args.length > (reduces ? 3 : 2))
      return refuse('rule-arguments.count', at, { name })
    const source = parse(args[0], `${at}/0`, depth + 1, names)
    const { place } = source
    const list = used(source, false)
    const element = place && { ...place, path: [...place.path, '[]'] }
    const body = used(parse(args[1], `${at}/1`, depth + 1, { reduces, place: element }))
    const start = args.length > 2 ? used(parse(args[2], `${at}/2`, depth + 1, names)) : nothing
    return { run: build({ list, body, start }), place: name === 'filter' ? place : undefined }
  }

  const parseMissing = (name: string, keys: unknown, need: unknown, at: string, names: Names): Node => {
    if (!isList(keys) || !isNumber(need) || keys.length > 200) return refuse('rule-arguments', at, { name })
    const vars = keys.map((key, i) => ({ key, run: used(parseVar(key, `${at}/${i}`, names)) }))
    return {
      run: (s) => {
        spend(s, vars.length)
        const absent = vars.filter(({ run }) => isBlank(run(s)))
        if (name !== 'missing' && vars.length - absent.length >= need) return []
        return absent.map(({ key }) => key)
      },
    }
  }

  const parseVar = (args: unknown, at: string, names: Names): Node => {
    const [name, fallback = null, more] = isList(args) ? args : [args]
    if (!isText(name) && !isNumber(name)) return refuse('rule-variable.computed', at)
    if (more !== undefined || !isLiteral(fallback)) return refuse('rule-variable.fallback', at)
    const text = String(name)
    const path = text === '' ? [] : text.split('.')
    if (text.length > 1_000 || path.length > 20 || path.some((p) => !step.test(p) || reservedNames.has(p)))
      return refuse('rule-variable', at, { name: text.slice(0, 40) })
    const node = parsePath(path, at, names)
    if (fallback === null) return node
    const { run } = node
    return { ...node, run: (s) => run(s) ?? fallback }
  }

  const parsePath = (path: readonly string[], at: string, names: Names): Node => {
    const [first, ...rest] = path
    if (!names) {
      const root = roots.find((known) => known === first)
      if (!root) return refuse('rule-root', at, { roots: roots.join('、') })
      return { run: reader((s) => s[root], rest), place: { root, path: rest } }
    }
    if (names.reduces && first === 'accumulator') return { run: reader((s) => s.accumulator, rest) }
    if (names.reduces && first !== 'current') return refuse('rule-root.reduce', at)
    const inside = names.reduces ? rest : path
    const { place } = names
    return {
      run: reader((s) => s.element, inside),
      place: place && { ...place, path: [...place.path, ...inside] },
    }
  }

  const run = used(parse(rule, '', 0, undefined))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, run, reads }
}

const reader = (from: Expression, path: readonly string[]): Expression => {
  const [first, second] = path
  if (first === undefined) return (s) => from(s) ?? null
  if (second !== undefined)
    return (s) => {
      spend(s, path.length)
      return walkPath(from(s), path)
    }
  return (s) => own(from(s), first) ?? null
}
