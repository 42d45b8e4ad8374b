import { isList, isObject, parseRule, pointerStep, type Root } from '../../logic/index.ts'
import type { Entry, Outline } from '../outline.ts'
import { resolveName } from '../reference.ts'
import type { Condition } from '../rules.ts'
import { takesMany } from './domain.ts'

/** Where a variable leads: an answer, an earlier outcome, the element or total of a list operator, or elsewhere. */
export type Source =
  | { readonly kind: 'answer'; readonly entry: Entry; readonly rest: readonly string[] }
  | { readonly kind: 'outcome'; readonly key: string; readonly rest: readonly string[] }
  | { readonly kind: 'element' | 'total'; readonly depth: number; readonly rest: readonly string[] }
  | { readonly kind: 'row' | 'value' | 'none' }

/** One answer that a rule looks at, and how often. */
export type Reading = { readonly source: Source; readonly times: number }

/** A rule as a tree. `reads`: what it looks at, by names that each stand for one value wherever they are read. */
export type Node = {
  readonly name: string
  /** JSON pointer from the rule, or the whole pointer of a term of a simple condition. */
  readonly at: string
  readonly args: readonly Node[]
  readonly value?: unknown
  readonly source?: Source
  readonly reads: ReadonlyMap<string, Reading>
  /** Those at which it looks more than once. */
  readonly twice: readonly (readonly [string, Reading])[]
  /** How deep it stands inside list operators. */
  readonly depth: number
  /** With a term of a simple condition: it asks for a choice whose digits are numbers, or for a list of answers. */
  readonly asks?: { readonly digits: boolean; readonly list: boolean }
}

/** Names of the operators that hold a term of a simple condition. */
export const termMark = '?'

const none: ReadonlyMap<string, Reading> = new Map()
const literal = (value: unknown, at: string): Node => ({
  name: 'literal',
  at,
  args: [],
  value,
  reads: none,
  twice: [],
  depth: 0,
})

const operation = (name: string, at: string, args: readonly Node[], depth: number): Node => {
  const reads = new Map<string, Reading>()
  // The element of a list means nothing outside the operator that walks it.
  for (const arg of args)
    for (const [key, { source, times }] of arg.reads)
      if (key[0] !== '@' || key.startsWith(`@${depth}/`))
        reads.set(key, { source, times: times + (reads.get(key)?.times ?? 0) })
  return { name, at, args, reads, twice: [...reads].filter(([, { times }]) => times > 1), depth }
}

const variable = (
  source: Source,
  key: string | undefined,
  fallback: unknown,
  at: string,
  depth: number,
): Node => ({
  name: 'var',
  at,
  args: [],
  source,
  value: fallback,
  twice: [],
  reads: key === undefined ? none : new Map([[key, { source, times: 1 }]]),
  depth,
})

/** The name under which one value of an answer is known while a rule is judged. */
export const keyOf = (entry: Entry, rest: readonly string[]): string => [entry.index, ...rest].join('/')

type Place = { readonly outline: Outline; readonly from: Entry | undefined }
/** Inside a list operator: how deep, and whether `current` and `accumulator` are its names. */
type Names = { readonly depth: number; readonly reduce: boolean }

/** The tree of a rule; undefined where the rule is none that may run. */
export const nodeOf = (rule: unknown, place: Place, roots?: readonly Root[]): Node | undefined =>
  parseRule(rule, roots).ok ? build(rule, '', { depth: 0, reduce: false }, place) : undefined

const walking: ReadonlySet<string> = new Set(['map', 'filter', 'all', 'none', 'some', 'reduce'])

const build = (rule: unknown, at: string, names: Names, place: Place): Node => {
  if (!isObject(rule)) return literal(rule, at)
  if (isList(rule)) {
    if (!rule.some(isObject)) return literal(rule, at)
    return operation(
      'list',
      at,
      rule.map((item, i) => build(item, `${at}/${i}`, names, place)),
      names.depth,
    )
  }
  const name = Object.keys(rule)[0] ?? ''
  const raw = (rule as Record<string, unknown>)[name]
  const here = at + pointerStep(name)
  if (name === 'var') return variableOf(raw, at, names, place)
  const list: readonly unknown[] = isList(raw) ? raw : raw === undefined ? [] : [raw]
  if (name === 'missing' || name === 'missing_some') {
    const wanted = name === 'missing' ? list : (list[1] as readonly unknown[])
    return operation(
      name,
      at,
      wanted.map((key) => variableOf(key, at, names, place)),
      names.depth,
    )
  }
  const inner = walking.has(name) ? { depth: names.depth + 1, reduce: name === 'reduce' } : names
  const args = list.map((arg, i) =>
    build(arg, isList(raw) ? `${here}/${i}` : here, i === 1 ? inner : names, place),
  )
  return operation(name, at, args, names.depth)
}

const variableOf = (raw: unknown, at: string, names: Names, place: Place): Node => {
  const [name, fallback = null] = isList(raw) ? (raw as unknown[]) : [raw]
  const path = String(name) === '' ? [] : String(name).split('.')
  const made = (source: Source, key?: string): Node => variable(source, key, fallback, at, names.depth)
  if (names.depth > 0) {
    const total = names.reduce && path[0] === 'accumulator'
    const rest = names.reduce ? path.slice(1) : path
    const source: Source = { kind: total ? 'total' : 'element', depth: names.depth, rest }
    return made(source, total ? undefined : `@${names.depth}/${rest.join('/')}`)
  }
  const [root, ...rest] = path
  if (root === 'outcomes') return made({ kind: 'outcome', key: rest[0] ?? '', rest: rest.slice(1) })
  if (root === 'data' || root === 'row')
    return answerOf(root === 'row' ? place.from?.holder : undefined, rest, place, made)
  return made({ kind: root === 'rowIndex' ? 'row' : root === 'value' || root === 'input' ? 'value' : 'none' })
}

/** Down through containers to one answer; what lies inside a grid is reached through the grid. */
const answerOf = (
  holder: Entry | undefined,
  path: readonly string[],
  { outline }: Place,
  made: (source: Source, key?: string) => Node,
): Node => {
  let level: ReadonlyMap<string, Entry> = holder ? holder.inside : outline.root
  for (let i = 0; i < path.length; i++) {
    const entry = level.get(path[i] ?? '')
    if (!entry) break
    const rest = path.slice(i + 1)
    if (entry.kind === 'container' && rest.length > 0) level = entry.inside
    else return made({ kind: 'answer', entry, rest }, entry.kind === 'grid' ? undefined : keyOf(entry, rest))
  }
  return made({ kind: 'none' })
}

/** The tree of a condition in any of its shapes; pointers of terms are whole. */
export const conditionNode = (condition: Condition, outline: Outline, from: Entry): Node | undefined => {
  if (condition.kind === 'json') return nodeOf(condition.rule, { outline, from })
  const terms = condition.terms.map(({ name, operator, value, pointer }) => {
    const found = resolveName(outline, from, name)
    const source: Source = found ? { kind: 'answer', entry: found.entry, rest: found.rest } : { kind: 'none' }
    const read = variable(source, found && keyOf(found.entry, found.rest), null, pointer, 0)
    const whole = found?.rest.length === 0 ? found.entry : undefined
    const digits = whole?.kind === 'choice' && whole.component['dataType'] !== 'string'
    const asks = { digits, list: whole !== undefined && takesMany(whole) }
    return { ...operation(termMark + operator, pointer, [read, literal(value, pointer)], 0), asks }
  })
  const all = operation(condition.any ? 'or' : 'and', '', terms, 0)
  return condition.show ? all : operation('!', '', [all], 0)
}
