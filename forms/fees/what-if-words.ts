import { formatMoney } from './money.ts'
import type { WhatIfResult } from './tally.ts'

const grown = (before: number, after: number): string => {
  if (before === after) return '没有变化'
  const share = before === 0 ? '' : `（${+((Math.abs(after - before) / before) * 100).toFixed(2)}%）`
  return `${after > before ? '增加' : '减少'} ${formatMoney(Math.abs(after - before))} 元${share}`
}

/** The result of a what-if in sentences, in the order in which an office reads it. */
export const resultWords = (result: Omit<WhatIfResult, 'words'>): readonly string[] => {
  const { on, lines, total, own, households, newlyUnset, newlySet, stillUnset } = result
  if (lines === 0) return ['没有可以重新计价的服务。']
  const shares =
    own.before + own.after === 0
      ? []
      : [
          `其中个人自付 ${formatMoney(own.before)} 元 → ${formatMoney(own.after)} 元，${households.ownMore} 户多付，${households.ownLess} 户少付。`,
        ]
  const apart = (one: { readonly lines: number; readonly amount: number }, words: string) =>
    one.lines === 0 ? [] : [`${one.lines} 项${words}（${formatMoney(one.amount)} 元），没有计入以上金额。`]
  return [
    `共 ${households.all} 户、${lines} 项服务，都按 ${on} 当天的标准计价。`,
    `合计 ${formatMoney(total.before)} 元 → ${formatMoney(total.after)} 元，${grown(total.before, total.after)}。`,
    `${households.more} 户的费用增加，${households.less} 户减少，${households.same} 户不变。`,
    ...shares,
    ...apart(newlyUnset, '现在有价，草稿中没有价格'),
    ...apart(newlySet, '现在没有价格，草稿中有价'),
    ...(stillUnset === 0 ? [] : [`${stillUnset} 项现在和草稿中都没有价格，没有计入。`]),
  ]
}
