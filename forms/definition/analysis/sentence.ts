import { textual } from '../../logic/index.ts'
import type { LogicAction } from '../component.ts'
import type { Band, Period } from '../document.ts'
import { isRecord } from '../record.ts'
import { after, followed, type Naming, quoted } from './names.ts'
import type { Node } from './node.ts'
import { sayCondition } from './say.ts'
import { sayValue, Unsaid } from './say-value.ts'

/** Longer than this nobody reads: then the questions that a rule looks at are named instead. */
const longest = 400

/** A sentence, or what the rule looks at where it cannot be said plainly. */
const plainly = (reads: readonly string[], say: () => string): string => {
  try {
    const words = say()
    if (words.length <= longest) return words
  } catch (error) {
    if (!(error instanceof Unsaid)) throw error
  }
  return reads.length > 0 ? `按规则计算，看：${reads.map(quoted).join('、')}` : '按规则计算'
}

export const sayShown = (node: Node, naming: Naming, reads: readonly string[]): string =>
  plainly(reads, () =>
    // A simple condition with `show: false` is a denied one, and says when the question goes away.
    node.name === '!' && node.at === ''
      ? followed(sayCondition(node.args[0] as Node, naming), '时隐藏')
      : followed(sayCondition(node, naming), '时显示'),
  )

export const sayCalculation = (node: Node, naming: Naming, reads: readonly string[]): string =>
  plainly(reads, () => (node.name === 'if' ? sayValue(node, naming) : after('等于', sayValue(node, naming))))

const isTrue = (node: Node | undefined): boolean => node?.name === 'literal' && node.value === true

/** `if (no answer) true, if (test) true, else message` is how checks are written. */
export const sayCheck = (node: Node, naming: Naming, reads: readonly string[]): string =>
  plainly(reads, () => {
    const { args } = node
    if (node.name !== 'if') return `要满足：${sayCondition(node, naming)}`
    const blank = args[0]?.name === '!' && args[0].args[0]?.source?.kind === 'value' && isTrue(args[1])
    const [test, passes, message, more] = blank ? args.slice(2) : args
    if (test && typeof passes?.value === 'string' && isTrue(message) && !more)
      return `不能是：${sayCondition(test, naming)}，否则提示${quoted(passes.value)}`
    if (!test || !isTrue(passes) || more) return `要满足：${sayValue(node, naming)}`
    const words = typeof message?.value === 'string' ? `，否则提示${quoted(message.value)}` : ''
    return `${blank ? '填写后要满足' : '要满足'}：${sayCondition(test, naming)}${words}`
  })

const flags: Readonly<Record<string, readonly [string, string]>> = {
  hidden: ['隐藏', '显示'],
  disabled: ['不可填写', '可以填写'],
  'validate.required': ['变为必填', '变为选填'],
}

/** `values` are the trees of value actions, by the number of the action. */
export const sayLogic = (
  trigger: Node,
  actions: readonly LogicAction[],
  values: ReadonlyMap<number, Node>,
  naming: Naming,
  reads: readonly string[],
): string =>
  plainly(reads, () => {
    const done = actions.map((action, i) => {
      const value = values.get(i)
      if (value) return after('值变为', sayValue(value, naming))
      const property = isRecord(action.property) ? textual(action.property.value) : ''
      const [on, off] = flags[property] ?? []
      return on && off ? (action.state === true ? on : off) : `文字变为${quoted(textual(action.text ?? ''))}`
    })
    return followed(sayCondition(trigger, naming), `时${done.join('，')}`)
  })

export const sayOutcome = (
  node: Node,
  bands: readonly Band[] | undefined,
  naming: Naming,
  reads: readonly string[],
): string => {
  const value = sayCalculation(node, naming, reads)
  const levels = (Array.isArray(bands) ? bands : [])
    .filter((band: unknown): band is Band => isRecord(band))
    .map(
      ({ from, to, label }) =>
        `${to === undefined ? `${textual(from)} 及以上` : from === to ? textual(from) : `${textual(from)} 至 ${textual(to)}`} 为${quoted(textual(label))}`,
    )
  return levels.length > 0 ? `${value}。${levels.join('，')}` : value
}

const perWords: Readonly<Record<Period, string>> = { week: '每周', month: '每月', year: '每年' }

export const sayRecommend = (
  when: Node,
  quantity: Node | undefined,
  per: Period | undefined,
  naming: Naming,
  reads: readonly string[],
): string =>
  plainly(reads, () => {
    const words =
      when.name === 'literal' && when.value ? '总是建议' : followed(sayCondition(when, naming), '时建议')
    return quantity
      ? after(`${words}，${per && perWords[per] ? perWords[per] : ''}数量为`, sayValue(quantity, naming))
      : words
  })
