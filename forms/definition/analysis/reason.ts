import { isList } from '../../logic/index.ts'
import { surveyPart } from '../options.ts'
import type { Entry } from '../outline.ts'
import { holds, opposite } from './compare.ts'
import { concrete } from './concrete.ts'
import { choicesOf } from './domain.ts'
import type { Run } from './facts.ts'
import type { Placed } from './form-rules.ts'
import { entryAt } from './located.ts'
import { type Node, termMark } from './node.ts'
import { remarkWords } from './remark-words.ts'
import { isKnown, truthOf } from './shape.ts'

/** Why one comparison of a rule has always the same result. */
export type Reason = {
  readonly pointer: string
  readonly text: string
  readonly holds: 'never' | 'always'
  /** It says something by itself, also where the rule as a whole can go either way. */
  readonly strong: boolean
}

const compared: Readonly<Record<string, string>> = {
  '==': '是',
  '===': '是',
  isEqual: '是',
  legacy: '是',
  '<': '小于',
  '<=': '不大于',
  '>': '大于',
  '>=': '不小于',
  lessThan: '小于',
  lessThanOrEqual: '不大于',
  greaterThan: '大于',
  greaterThanOrEqual: '不小于',
}

/** A pointer of a rule's part in the definition: terms of simple conditions know theirs. */
export const pointerOf = ({ pointer }: Placed, { at }: Node): string =>
  at.startsWith('/components/') ? at : pointer + at

/** The reasons in a rule, in its order; at most a few, since the first explains most. */
export const reasonsOf = (rule: Placed, run: Run): readonly Reason[] => {
  const found: Reason[] = []
  const look = (node: Node, grids: readonly (Entry | undefined)[]): void => {
    if (found.length >= 3) return
    const reason = node.args.length === 2 ? reasonOf(node, rule, run, grids) : undefined
    if (reason) found.push(reason)
    const [list] = node.args
    const grid = list && entryAt(list, grids)?.entry
    node.args.forEach((arg) => {
      look(arg, arg.depth > node.depth ? [...grids.slice(0, node.depth), grid] : grids)
    })
  }
  look(rule.node, [])
  return found
}

const reasonOf = (
  node: Node,
  rule: Placed,
  run: Run,
  grids: readonly (Entry | undefined)[],
): Reason | undefined => {
  const [a, b] = node.args
  const [read, fixed] = b?.name === 'literal' ? [a, b] : [b, a]
  const found = read && entryAt(read, grids)
  const entry = found && (found.rest.length === 0 || found.entry.kind === 'survey') ? found.entry : undefined
  if (!read || !entry || fixed?.name !== 'literal') return undefined
  const plain = node.name.startsWith(termMark) ? node.name.slice(1) : node.name
  const denied = plain.startsWith('!') || opposite[plain] !== undefined
  const pointer = pointerOf(rule, node)
  const { label } = entry
  const reason = (text: string, strong: boolean): Reason => ({
    pointer,
    text,
    holds: denied ? 'always' : 'never',
    strong,
  })
  // In a text, `in` looks for a part of it; only in lists it looks for an option.
  const within = plain !== 'in' || (fixed === b ? isList(b.value) : entry.component['multiple'] === true)
  const unknown = within ? unknownOption(node, plain, entry, fixed.value) : undefined
  if (unknown)
    return reason(remarkWords(unknown.code, { label, wanted: String(unknown.wanted).slice(0, 40) }), true)
  if (read.source?.kind !== 'answer') return undefined
  const { shape, shown } = run.factsOf(entry)
  const comparison = compared[plain]
  if (!comparison || truthOf(run.askAlone({ node, pointer })).yes) return undefined
  if (!shown.yes || (isKnown(shape) && [...shape.known].every((value) => value === null)))
    return reason(remarkWords('answer-never', { label }), true)
  const { span } = shape
  const range =
    span && Math.abs(span.low) < 1e15 && span.high < 1e15 ? `（只可能是 ${span.low} 到 ${span.high}）` : ''
  const values = { label, compared: comparison, wanted: String(fixed.value).slice(0, 40), range }
  return reason(remarkWords('value-never', values), entry.kind === 'number' || entry.kind === 'checkbox')
}

/** A value that is compared with a choice but is none of its options. */
const unknownOption = (
  node: Node,
  plain: string,
  entry: Entry,
  wanted: unknown,
): { readonly code: 'option-unknown' | 'option-type'; readonly wanted: unknown } | undefined => {
  const choices = optionsFor(entry)
  if (!choices || choices.length === 0) return undefined
  const asked = opposite[plain] ?? plain
  const sign = asked.replace('!', '=')
  const same = (choice: unknown, value: unknown): boolean | undefined =>
    plain === 'in'
      ? choice === value
      : /^===?$/.test(sign)
        ? concrete(sign, [choice, value]) === true
        : holds(asked, choice, value, node.asks?.digits === true)
  if (!/^(?:===?|in|isEqual|legacy)$/.test(sign)) return undefined
  for (const value of plain === 'in' && isList(wanted) ? (wanted as unknown[]) : [wanted]) {
    if (value === null || value === '' || value === undefined || typeof value === 'object') continue
    if (choices.some((choice) => same(choice, value) !== false)) continue
    const alike = choices.some((choice) => String(choice) === String(value))
    return { code: alike ? 'option-type' : 'option-unknown', wanted: value }
  }
  return undefined
}

const optionsFor = (entry: Entry): readonly unknown[] | undefined => {
  if (entry.kind === 'choice') return choicesOf(entry.component)
  if (entry.kind === 'survey') return surveyPart(entry.component, 'values').map(({ value }) => value)
  return undefined
}
