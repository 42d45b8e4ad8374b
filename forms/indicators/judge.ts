import { bound, difference, holds, sum } from './exact.ts'
import { kindOf, say, sayTarget, sayValue } from './figure.ts'
import type { Indicator } from './schema.ts'

/** What was counted. `null` = nobody counted it, which is never zero. Money in 分. */
export type Figures = {
  /** Whose figures these are, among several: a group, a provider, a person. */
  readonly name?: string
  readonly numerator: number | null
  readonly denominator?: number | null
}
/** One pair of figures, or those of each one in the scope. */
export type Counts = Figures | { readonly each: readonly Figures[] }

/**
 * `none`: there is nothing to judge (nothing delivered, nobody counted), which is never 100 %. `unset`: the city has
 * set no target. `short`: a target that must be kept is not; `warn`: one that only ought to be (原则上) is not.
 */
export type Judgement = {
  readonly state: 'none' | 'unset' | 'met' | 'short' | 'warn'
  /** What the numerator must reach, or may not pass; `null` where that cannot be said of the whole. */
  readonly needed: number | null
  /** Those below the floor, by name. */
  readonly failing: readonly string[]
  /** One Chinese sentence. */
  readonly words: string
}

/**
 * Holds an indicator against what was counted. Exact: 299 of 999 miss 30 %, 300 reach it; one 分 above an average cap
 * is over it. A mean (`average`) hides single ones below it, a `floor` does not. Throws RangeError for negative figures.
 */
export const judge = (indicator: Indicator, counts: Counts): Judgement => {
  const each = 'each' in counts ? counts.each : [counts]
  return kindOf(indicator) === 'floor' ? judgeEach(indicator, each) : judgeWhole(indicator, each)
}

const missed = ({ soft }: Indicator): 'short' | 'warn' => (soft ? 'warn' : 'short')
const asked = (indicator: Indicator, { op, value }: NonNullable<Indicator['target']>): string =>
  `应${op === '>=' ? '不少于' : '不超过'} ${sayTarget(indicator, value)}`
const without = (state: 'none' | 'unset', words: string): Judgement => ({
  state,
  needed: null,
  failing: [],
  words,
})

const judgeWhole = (indicator: Indicator, each: readonly Figures[]): Judgement => {
  const { name, target } = indicator
  const unset = target === null ? '，目标值未设定' : ''
  const nothing = (why: string) => without(target === null ? 'unset' : 'none', `${name}：${why}${unset}。`)
  const tops = each.flatMap(({ numerator }) => (numerator === null ? [] : [numerator]))
  const below = each.flatMap(({ denominator }) => (typeof denominator === 'number' ? [denominator] : []))
  const isShare = indicator.denominator !== null
  if (each.length === 0 || tops.length < each.length || (isShare && below.length < each.length))
    return nothing('还没有统计数据')
  const numerator = sum(tops)
  const denominator = isShare ? sum(below) : null
  if (denominator === 0) return nothing(`${indicator.denominator?.label ?? ''}为零，不计算`)
  const parts =
    denominator === null
      ? ''
      : `（${indicator.numerator.label} ${say(numerator, indicator.unit === '元' ? '元' : undefined)} ÷ ${indicator.denominator?.label ?? ''} ${denominator}）`
  const lowest = each.length > 1 ? leastOf(indicator, each) : ''
  const value = `${name}：${sayValue(indicator, numerator, denominator)}${parts}${lowest}`
  if (target === null) return without('unset', `${value}${unset}。`)
  const needed = bound(denominator ?? 1, target.op, target.value, kindOf(indicator) !== 'average')
  if (holds(numerator, denominator ?? 1, target.op, target.value))
    return { state: 'met', needed, failing: [], words: `${value}，已达到（${asked(indicator, target)}）。` }
  const gap =
    target.op === '>='
      ? `还差 ${say(difference(needed, numerator), indicator.unit)}`
      : `超出 ${say(difference(numerator, needed), indicator.unit)}`
  return {
    state: missed(indicator),
    needed,
    failing: [],
    words: `${value}，${asked(indicator, target)}，${gap}。`,
  }
}

/** Behind a mean stands the least of all, so that it hides nobody. */
const leastOf = (indicator: Indicator, each: readonly Figures[]): string => {
  if (kindOf(indicator) !== 'average') return ''
  const rates = each.flatMap((one) =>
    one.numerator === null || !one.denominator ? [] : [{ one, rate: one.numerator / one.denominator }],
  )
  const least = rates.toSorted((a, b) => a.rate - b.rate)[0]?.one
  if (least?.numerator === undefined || least.numerator === null) return ''
  const whose = least.name === undefined ? '' : `${least.name} `
  return `，其中最低 ${whose}${sayValue(indicator, least.numerator, least.denominator ?? null)}`
}

const judgeEach = (indicator: Indicator, each: readonly Figures[]): Judgement => {
  const { name, target } = indicator
  if (target === null) return without('unset', `${name}：目标值未设定。`)
  const isShare = indicator.denominator !== null
  const counted = each.flatMap(({ numerator, denominator, name: whose }, i) =>
    numerator === null || (isShare && !denominator)
      ? []
      : [
          {
            whose: whose ?? `第 ${i + 1} 个`,
            numerator,
            denominator: isShare ? (denominator ?? null) : null,
          },
        ],
  )
  const failing = counted.filter(
    (one) => !holds(one.numerator, one.denominator ?? 1, target.op, target.value),
  )
  const only = each.length === 1 ? counted[0] : undefined
  const needed = only ? bound(only.denominator ?? 1, target.op, target.value, true) : null
  const must = asked(indicator, target)
  const told = (state: Judgement['state'], words: string): Judgement => ({
    state,
    needed,
    failing: failing.map(({ whose }) => whose),
    words: `${name}：${words}。`,
  })
  if (failing.length > 0) {
    const shown = failing.map(
      ({ whose, numerator, denominator }) => `${whose} ${sayValue(indicator, numerator, denominator)}`,
    )
    return told(
      missed(indicator),
      `${each.length} 个中有 ${failing.length} 个没有达到（${must}）：${shown.join('；')}`,
    )
  }
  if (each.length === 0) return told('none', '还没有可以计算的数据')
  if (counted.length < each.length) return told('none', '部分数据还没有统计')
  return told('met', `${each.length} 个全部达到（${must}）`)
}
