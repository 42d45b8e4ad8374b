import { type FeeRow, formatPrice, percent, type Rounding, type Tiers } from '../../fees/index.ts'
import { nameOfCode } from './codes.ts'
import type { Names } from './show.ts'

/** Something that a fee row says beside what it is for; `words` of no row is what stands where nothing holds. */
export type Aspect = { readonly label: string; readonly words: (row: FeeRow | undefined) => string }

export const noPrice = '无收费标准'

const modes = { floor: '舍去零头', round: '四舍五入', ceil: '进一' } as const
const rounded = ({ mode, to }: Rounding): string => `${modes[mode]}到${to === 'yuan' ? '元' : '分'}`

const tierWords = ({ method, steps }: Tiers, unit: string): string => {
  const told = steps.map(({ upTo, amount }, i) => {
    const above = steps[i - 1]?.upTo ?? 0
    const range =
      upTo === null
        ? `${above} ${unit}以上`
        : above === 0
          ? `${upTo} ${unit}以内`
          : `${above} 至 ${upTo} ${unit}`
    return `${range} ${formatPrice(amount)} 元/${unit}`
  })
  return `${method === 'each' ? '按所在档计价' : '分段累计'}（${told.join('，')}）`
}

const priceWords = (row: FeeRow | undefined): string => {
  if (row === undefined) return noPrice
  const { amount, tiers, formula, unit } = row
  if (tiers) return tierWords(tiers, unit)
  if (formula) {
    const base = formula.base.amount === null ? '未设定' : `${formatPrice(formula.base.amount)} 元`
    const cut = formula.rounding ? `，${rounded(formula.rounding)}` : ''
    return `${formula.base.label}（${base}）的 ${percent(formula.percent)}/${unit}${cut}`
  }
  return amount === null ? `未设定（按${unit}）` : `${formatPrice(amount)} 元/${unit}`
}

const capWords =
  (cap: 'month' | 'household' | 'year') =>
  (row: FeeRow | undefined): string => {
    const limit = row?.caps?.[cap]
    return limit === undefined ? '无' : `${formatPrice(limit)} 元`
  }

/** The price first; it alone is told where a standard ends. */
export const aspects = (names: Names): readonly [Aspect, ...Aspect[]] => [
  { label: '', words: priceWords },
  { label: '每月限额', words: capWords('month') },
  { label: '每户限额', words: capWords('household') },
  { label: '每年限额', words: capWords('year') },
  {
    label: '个人自付',
    words: (row) => (row?.copay ? `${percent(row.copay.ratio)}（${rounded(row.copay.rounding)}）` : '无'),
  },
  { label: '预付', words: (row) => (row?.advance === undefined ? '无' : percent(row.advance)) },
  {
    label: '资金分担',
    words: (row) =>
      row?.funding
        ?.map(({ fund, ratio }) => `${nameOfCode('fund', fund, names) ?? fund} ${percent(ratio)}`)
        .join('、') ?? '无',
  },
]
