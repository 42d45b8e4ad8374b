import { entryAt } from './located.ts'
import { after, followed, type Naming, valueName, variableName } from './names.ts'
import type { Node } from './node.ts'
import { isDate, relations, sayCondition, within } from './say.ts'

/** Thrown inside this room where something has no plain words; the caller says what the rule looks at instead. */
export class Unsaid extends Error {}

const signs: Readonly<Record<string, string>> = {
  '+': ' + ',
  '-': ' − ',
  '*': ' × ',
  '/': ' ÷ ',
  '%': ' 除余 ',
}

/** A rule that gives a value, as a noun. */
export const sayValue = (node: Node, naming: Naming): string => {
  const { name, args } = node
  const [first, second] = args
  if (name === 'literal') return valueName(node.value, naming.own)
  if (name === 'var') {
    const words = variableName(node, naming)
    return node.value === null ? words : `${words}（未填时按 ${valueName(node.value, undefined)}）`
  }
  const words = (arg: Node | undefined): string => (arg ? sayValue(arg, naming) : '')
  const points = name === '+' ? sayPoints(args, naming) : undefined
  if (points !== undefined) return points
  if (signs[name])
    return args.length === 1
      ? `${name === '-' ? '负的' : ''}${words(first)}`
      : args.map((arg) => bracketed(arg, name, naming)).join(signs[name])
  switch (name) {
    case 'if':
    case '?:':
      return sayCases(node, naming)
    case 'or':
      // `x or 0` is how a missing number is written.
      if (second?.name === 'literal' && args.length === 2 && first?.name === 'var')
        return `${words(first)}（未填时按 ${valueName(second.value, undefined)}）`
      return `（${sayCondition(node, naming)}）`
    case 'and':
      return `（${sayCondition(node, naming)}）`
    case 'min':
    case 'max':
      return `${args.map(words).join('、')}中最${name === 'min' ? '小' : '大'}的`
    case 'round':
      return `${words(first)}（四舍五入到${second && second.value !== 0 ? ` ${words(second)} 位小数` : '整数'}）`
    case 'today':
      return '今天'
    case 'age':
      return `${words(first)}${second ? `到${words(second)}` : '到今天'}的周岁`
    case 'count':
      return sayCount(first as Node, naming)
    case 'substr':
      return isDate(first as Node, naming) || first?.source?.kind === 'value'
        ? words(first)
        : `${words(first)}的一部分`
    case 'cat':
      return args.map(words).join('连上')
    case 'reduce':
      return saySum(node, naming)
    case 'filter':
      return `${words(first)}里${followed(sayCondition(second as Node, within(first as Node, second as Node, naming)), '的行')}`
  }
  if (relations[name] || /^(?:!|!!|in|some|all|none|missing)$/.test(name))
    return `（${sayCondition(node, naming)}）`
  throw new Unsaid()
}

const bracketed = (arg: Node, sign: string, naming: Naming): string => {
  const words = sayValue(arg, naming)
  const loose = /^[+-]$/.test(arg.name) && arg.args.length > 1 && (sign !== '+' || arg.name === '-')
  return loose || arg.name === 'if' ? `（${words}）` : words
}

/** Cases one after another; what stands in the last place may be cases again. */
const casesOf = ({ args }: Node): readonly (readonly [Node | undefined, Node | undefined])[] => {
  const cases: (readonly [Node | undefined, Node | undefined])[] = []
  let i = 0
  for (; i + 1 < args.length; i += 2) cases.push([args[i], args[i + 1]])
  const last = args[i]
  return last?.name === 'if' ? [...cases, ...casesOf(last)] : [...cases, [undefined, last]]
}

const sayResult = (node: Node | undefined, naming: Naming): string =>
  !node || (node.name === 'literal' && node.value === null) ? '没有结果' : after('为', sayValue(node, naming))

const sayCases = (node: Node, naming: Naming): string =>
  casesOf(node)
    .map(
      ([test, result]) =>
        `${test ? followed(sayCondition(test, naming), '时') : '其他情况'}${sayResult(result, naming)}`,
    )
    .join('；')

/** Points that are given for this and that: `A 加 1；B 加 2`. */
const sayPoints = (args: readonly Node[], naming: Naming): string | undefined => {
  const points = args.flatMap((arg) => {
    const cases = arg.name === 'if' ? casesOf(arg) : []
    const given = cases.slice(0, -1)
    const rest = cases.at(-1)?.[1]
    const plain = rest?.value === 0 && given.every(([, result]) => typeof result?.value === 'number')
    return plain && given.length > 0
      ? [
          given
            .map(([test, result]) => `${sayCondition(test as Node, naming)}加 ${String(result?.value)}`)
            .join('，'),
        ]
      : []
  })
  return points.length === args.length && points.length > 1 ? `各项相加（${points.join('；')}）` : undefined
}

const sayCount = (list: Node, naming: Naming): string => {
  if (list.name === 'filter') return `${sayValue(list, naming)}数`
  const found = entryAt(list, naming.grids)
  return `${sayValue(list, naming)}${found?.entry.kind === 'grid' ? '的行数' : '的个数'}`
}

/** Sums over rows: how many, how many of a kind, how much in all. */
const saySum = ({ args }: Node, naming: Naming): string => {
  const [list, body, first] = args as readonly [Node, Node, Node?]
  const [a, b, more] = body.args
  const one = a?.source?.kind === 'total' ? b : b?.source?.kind === 'total' ? a : undefined
  if (body.name !== '+' || more || !one || !(first?.name === 'literal' && first.value === 0))
    throw new Unsaid()
  const rows = sayValue(list, naming)
  const inner = within(list, body, naming)
  if (one.name === 'literal' && one.value === 1) return `${rows}的行数`
  const [test, yes, no] = one.args
  if (one.name === 'if' && one.args.length === 3 && test && yes?.value === 1 && no?.value === 0)
    return `${rows}里${followed(sayCondition(test, inner), '的行数')}`
  if (one.name === 'if' && one.args.length === 3 && test && yes && no?.value === 0)
    return `${rows}里${followed(sayCondition(test, inner), '的各行')}${sayValue(yes, inner)}合计`
  return `${rows}各行${sayValue(one, inner)}合计`
}
