import { isNumber } from '../../logic/index.ts'
import type { Band } from '../document.ts'
import type { Run } from './facts.ts'
import type { FormRules, OutcomeRule, RecommendRule } from './form-rules.ts'
import type { Node } from './node.ts'
import { reasonsOf } from './reason.ts'
import { remarkHidden } from './remark-hidden.ts'
import { type Remark, remarkRule } from './remark-rules.ts'
import { isKnown, isNever, type Shape, truthOf } from './shape.ts'

/** `about` begins the remarks of one outcome or recommendation. `complete`: every required question is answered. */
export const remarkOutcomes = (
  rules: FormRules,
  run: Run,
  complete: Run,
  seen: ReadonlyMap<Node, number>,
  about: (path: string, label: string) => Remark,
): void => {
  for (const rule of rules.outcomes) {
    const remark = about(`outcomes.${rule.definition.key}`, rule.definition.title)
    remarkOutcome(rule, rules, run, complete, seen, remark)
  }
  rules.recommends.forEach((rule, i) => {
    const remark = about(`recommends[${i}]`, rule.definition.because)
    remarkRecommend(rule, run, complete, seen, remark)
  })
}

const remarkOutcome = (
  rule: OutcomeRule,
  rules: FormRules,
  run: Run,
  complete: Run,
  seen: ReadonlyMap<Node, number>,
  remark: Remark,
): void => {
  const { definition, pointer } = rule
  const shape = complete.ask(rule)
  const label = definition.title
  if (isKnown(shape) && [...shape.known].every((value) => value === null)) {
    const [reason] = reasonsOf(rule, run)
    remark('outcome-never', pointer, { why: reason ? `${reason.text}，所以` : '', label })
    return
  }
  remarkRule(rule, undefined, run, seen, remark, {})
  remarkHidden(rule, rules, complete, remark)
  const { bands } = definition
  if (bands && bands.length > 0 && !shape.wild)
    remarkBands(bands, shape, label, pointer.replace(/value$/, 'bands'), remark)
}

const holds = ({ from, to = Number.POSITIVE_INFINITY }: Band, { known, span }: Shape): boolean => {
  if ([...known].some((value) => isNumber(value) && value >= from && value <= to)) return true
  if (!span) return false
  const low = Math.max(from, span.low)
  const high = Math.min(to, span.high)
  return span.whole ? Math.ceil(low) <= Math.floor(high) : low <= high
}

const remarkBands = (
  bands: readonly Band[],
  shape: Shape,
  label: string,
  pointer: string,
  remark: Remark,
): void => {
  const values = inWords(shape)
  const reached = bands.filter((band) => holds(band, shape))
  if (reached.length === 0) {
    const always = !shape.known.has(null)
    // Without the answers that it needs there may be no result at all, and then nothing stands in the way.
    const [once, when] = always ? ['', '任何答案都'] : ['一旦得出，', '那时']
    remark('level-none', pointer, { label, once, values, when }, always ? 'error' : 'warning')
    return
  }
  bands.forEach((band, i) => {
    if (!reached.includes(band))
      remark('level-never', `${pointer}/${i}`, { level: band.label, label, values })
  })
  if (shape.loose) return
  const outside = outsideOf(bands, shape)
  if (outside.length > 0)
    remark('level-outside', pointer, { label, values: outside.slice(0, 3).map(text).join('、') })
}

/** Values that surely occur and lie in no band: known ones, and the ends and gaps of an interval. */
const outsideOf = (bands: readonly Band[], { known, span, text: any }: Shape): readonly unknown[] => {
  const inside = (value: number): boolean =>
    bands.some(({ from, to = Number.POSITIVE_INFINITY }) => value >= from && value <= to)
  const found: unknown[] = [...known].filter((value) => value !== null && !(isNumber(value) && inside(value)))
  if (any) found.push('文字')
  if (!span) return found
  const tops = span.dense
    ? bands.flatMap(({ to }) => (to === undefined ? [] : [span.whole ? Math.floor(to) + 1 : to]))
    : []
  const gaps = tops.filter((top) => {
    if (top < span.low || top >= span.high) return false
    if (span.whole) return !inside(top)
    // Right after the end of a band something must begin, or what lies between has no level.
    return !bands.some(({ from, to = Number.POSITIVE_INFINITY }) => from <= top && to > top)
  })
  return [
    ...found,
    ...[span.low, span.high].filter((end) => !inside(end)),
    ...gaps.map((top) => (span.whole ? top : `比 ${top} 大一点的分数`)),
  ]
}

const text = (value: unknown): string =>
  value === true
    ? '“是”'
    : value === false
      ? '“否”'
      : isNumber(value)
        ? number(value)
        : String(value).slice(0, 40)

const number = (value: number): string =>
  Math.abs(value) >= 1e15 ? (value < 0 ? '任意小的数' : '任意大的数') : String(value)

const inWords = ({ known, span }: Shape): string => {
  const numbers = [...known].filter((value) => value !== null).map(text)
  const some = numbers.length > 8 ? [...numbers.slice(0, 8), '…'] : numbers
  return [...some, ...(span ? [`${number(span.low)} 到 ${number(span.high)}`] : [])].join('、')
}

const remarkRecommend = (
  { definition, when, quantity }: RecommendRule,
  run: Run,
  complete: Run,
  seen: ReadonlyMap<Node, number>,
  remark: Remark,
): void => {
  const asked = when.node.name === 'literal' ? undefined : truthOf(run.ask(when))
  remarkRule(when, asked, run, seen, remark, { never: 'when-never', always: 'when-always' })
  if (!quantity || definition.quantity === undefined) return
  const shape = complete.ask(quantity)
  const some = shape.wild || isNever(shape) || (shape.span && shape.span.high > 0)
  if (!some && ![...shape.known].some((value) => isNumber(value) && value > 0))
    remark('quantity-never', quantity.pointer)
  else remarkRule(quantity, undefined, run, seen, remark, {})
}
