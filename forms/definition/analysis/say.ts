import { textual } from '../../logic/index.ts'
import type { Entry } from '../outline.ts'
import { entryAt } from './located.ts'
import { after, type Naming, partName, quoted, valueName, variableName } from './names.ts'
import { type Node, termMark } from './node.ts'
import { sayValue } from './say-value.ts'

export const relations: Readonly<Record<string, string>> = {
  '==': '等于',
  '===': '等于',
  isEqual: '等于',
  isDateEqual: '等于',
  legacy: '等于',
  '!=': '不等于',
  '!==': '不等于',
  isNotEqual: '不等于',
  isNotDateEqual: '不等于',
  '<': '小于',
  lessThan: '小于',
  dateLessThan: '早于',
  '<=': '不大于',
  lessThanOrEqual: '不大于',
  dateLessThanOrEqual: '不晚于',
  '>': '大于',
  greaterThan: '大于',
  dateGreaterThan: '晚于',
  '>=': '不小于',
  greaterThanOrEqual: '不小于',
  dateGreaterThanOrEqual: '不早于',
  includes: '包含',
  notIncludes: '不包含',
  startsWith: '开头是',
  endsWith: '结尾是',
}
/** The same between two dates. */
const dated: Readonly<Record<string, string>> = { '<': '早于', '<=': '不晚于', '>': '晚于', '>=': '不早于' }

/** A rule that is asked whether it holds, as half a sentence: `“是否独居”选“是”`. */
export const sayCondition = (node: Node, naming: Naming, negated = false): string => {
  const { name, args } = node
  const [first, second] = args
  if (name === 'literal') return node.value ? '总是' : '从不'
  if (name === 'var') return sayAnswered(node, naming, !negated)
  if ((name === '!' || name === '!!') && first)
    return sayCondition(first, naming, negated === (name === '!!'))
  if (name === 'and' || name === 'or') return joined(args, name, naming, negated)
  const plain = name.startsWith(termMark) ? name.slice(1) : name
  if ((plain === 'isEmpty' || plain === 'isNotEmpty') && first)
    return sayAnswered(first, naming, (plain === 'isNotEmpty') !== negated)
  if (plain === 'in' && first && second) return sayMember(first, second, naming, negated)
  if (/^(?:some|all|none)$/.test(plain) && first && second)
    return sayRows(plain, first, second, naming, negated)
  if (plain === 'missing')
    return `${negated ? '都已填写' : '有未填写的'}：${args.map((arg) => variableName(arg, naming)).join('、')}`
  if (args.length === 3 && (plain === '<' || plain === '<=') && second)
    return wrap(
      negated,
      `${sayRelation(plain, first as Node, second, naming)}，并且${sayRelation(plain, second, args[2] as Node, naming)}`,
    )
  if (relations[plain] && first && second) return wrap(negated, sayRelation(plain, first, second, naming))
  return wrap(negated, `${sayValue(node, naming)}成立`)
}

const wrap = (negated: boolean, words: string): string => (negated ? `并非（${words}）` : words)

/** `and` and `or`; a denied one is said the other way round, part by part. */
const joined = (args: readonly Node[], name: string, naming: Naming, negated: boolean): string => {
  const all = (name === 'and') !== negated
  const many = args.length > 2 ? sayAllAnswered(args, all, naming, negated) : undefined
  if (many !== undefined) return many
  const parts = args.map((arg) => {
    const words = sayCondition(arg, naming, negated)
    return args.length > 1 && (arg.name === 'and' || arg.name === 'or') && arg.name !== name
      ? `（${words}）`
      : words
  })
  return parts.join(all ? '，并且' : '，或者')
}

/** Several questions of which each is asked only whether it is answered. */
const sayAllAnswered = (
  args: readonly Node[],
  all: boolean,
  naming: Naming,
  negated: boolean,
): string | undefined => {
  const asked = args.map((arg) => answeredAt(arg, !negated))
  const [first] = asked
  const names = asked.flatMap((one) => {
    const found = one && entryAt(one.node, naming.grids)
    return one && one.yes === first?.yes && !(found && isBox(found.entry, found.rest))
      ? [variableName(one.node, naming)]
      : []
  })
  if (!first || names.length < args.length) return undefined
  return `${names.join('、')}${all ? '都' : '有一项'}${first.yes ? '已填写' : '未填写'}`
}

const answeredAt = (node: Node, yes: boolean): { readonly node: Node; readonly yes: boolean } | undefined => {
  const [first] = node.args
  if (node.name === 'var') return { node, yes }
  return (node.name === '!' || node.name === '!!') && first
    ? answeredAt(first, yes === (node.name === '!!'))
    : undefined
}

const isBox = (entry: Entry, rest: readonly string[]): boolean =>
  entry.kind === 'checkbox' || (entry.kind === 'selectboxes' && rest.length > 0)

/** Ticked or not, answered or not. */
const sayAnswered = (node: Node, naming: Naming, yes: boolean): string => {
  const found = entryAt(node, naming.grids)
  if (found && isBox(found.entry, found.rest)) return sayTicked(found.entry, found.rest, yes)
  const known =
    node.source?.kind === 'answer' || node.source?.kind === 'element' || node.source?.kind === 'value'
  return `${variableName(node, naming)}${yes ? '已' : '未'}${known ? '填写' : '得出'}`
}

const sayTicked = (entry: Entry, rest: readonly string[], yes: boolean): string => {
  const [step] = rest
  const verb = yes ? '勾选了' : '没有勾选'
  return step === undefined
    ? `${verb}${quoted(entry.label)}`
    : `${quoted(entry.label)}${verb}${partName(entry, step)}`
}

const sayRelation = (plain: string, a: Node, b: Node, naming: Naming): string => {
  const [read, other] = a.name === 'literal' && b.name !== 'literal' ? [b, a] : [a, b]
  const turned = read === a ? plain : (flipped[plain] ?? plain)
  const own = read.source?.kind === 'value' && naming.own ? { entry: naming.own, rest: [] } : undefined
  const found = entryAt(read, naming.grids) ?? own
  if (read.name === 'var' && other.name === 'literal' && other.value === null && /^[!=]==?$/.test(turned))
    return sayAnswered(read, naming, turned[0] === '!')
  const equal = relations[turned] === '等于' || relations[turned] === '包含'
  const differs = relations[turned] === '不等于' || relations[turned] === '不包含'
  if (found && other.name === 'literal' && (equal || differs)) {
    const { entry, rest } = found
    const { value } = other
    if (value === null || value === '') return sayAnswered(read, naming, differs)
    if (isBox(entry, rest) && typeof value === 'boolean') return sayTicked(entry, rest, value === equal)
    if (isBox(entry, rest) && /^(?:true|false)$/.test(textual(value)))
      return sayTicked(entry, rest, (value === 'true') === equal)
    if (entry.kind === 'selectboxes') return sayTicked(entry, [textual(value)], equal)
    if (entry.kind === 'choice' || entry.kind === 'survey')
      return `${variableName(read, naming)}${equal ? '选' : '不选'}${valueName(value, entry)}`
  }
  const dates = [read, other].some((node) => isDate(node, naming))
  const words = (dates && dated[turned]) || relations[turned]
  const right = other.name === 'literal' ? valueName(other.value, found?.entry) : sayValue(other, naming)
  return after(`${sayValue(read, naming)}${words}`, right)
}

const flipped: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

export const isDate = (node: Node, { grids }: Naming): boolean => {
  if (node.name === 'today') return true
  const kind = entryAt(node.name === 'substr' ? (node.args[0] as Node) : node, grids)?.entry.kind
  return kind === 'datetime' || kind === 'day'
}

const sayMember = (needle: Node, hay: Node, naming: Naming, negated: boolean): string => {
  const of = entryAt(needle, naming.grids)?.entry
  if (hay.name === 'literal' && Array.isArray(hay.value)) {
    const values = hay.value as readonly unknown[]
    const verb =
      of?.kind === 'choice' || of?.kind === 'survey' ? (negated ? '不选' : '选') : negated ? '不是' : '是'
    return `${sayValue(needle, naming)}${verb}${valueName(values, of)}${values.length > 1 ? (negated ? '中的任何一项' : '之一') : ''}`
  }
  const within = entryAt(hay, naming.grids)?.entry
  const what = needle.name === 'literal' ? valueName(needle.value, within) : sayValue(needle, naming)
  return `${sayValue(hay, naming)}${negated ? '不' : ''}包含${what}`
}

/** One row, every row, no row of a grid. */
const sayRows = (name: string, list: Node, body: Node, naming: Naming, negated: boolean): string => {
  const words = sayCondition(body, within(list, body, naming))
  const rows = sayValue(list, naming)
  const some =
    name === 'all'
      ? negated
        ? '不是每一行都'
        : '每一行都'
      : (name === 'some') !== negated
        ? '有一行'
        : '没有一行'
  return `${rows}里${some}${body.name === 'and' || body.name === 'or' ? `（${words}）` : words}`
}

/** The names inside a list operator. */
export const within = (list: Node, body: Node, naming: Naming): Naming => ({
  ...naming,
  grids: [...naming.grids.slice(0, Math.max(0, body.depth - 1)), entryAt(list, naming.grids)?.entry],
})
