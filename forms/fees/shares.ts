import type { Funds } from '../catalogue/funds.ts'
import { roundingWords } from './charge.ts'
import { exactShare, part, split } from './exact.ts'
import { formatMoney } from './money.ts'
import { percent } from './percent.ts'
import type { FeeRow } from './schema.ts'

export type FundingPart = { readonly fund: string; readonly amount: number }

/** Who pays an amount, 分; a member is there where the row says anything of it. */
export type Shares = {
  readonly copay?: number
  readonly advance?: number
  readonly funding?: readonly FundingPart[]
  readonly steps: readonly string[]
}

/**
 * The person's own share first; of the rest the provider's advance, and the funds that bear it to the 分. A share that
 * is rounded up never passes the amount itself.
 */
export const shares = (row: FeeRow, amount: number, funds?: Funds): Shares => {
  const steps: string[] = []
  const own = row.copay && Math.min(amount, part(amount, row.copay.ratio, row.copay.rounding))
  if (row.copay && own !== undefined) {
    const exact = exactShare(amount, row.copay.ratio)
    const cut =
      exact === formatMoney(own) ? '' : `，${roundingWords(row.copay.rounding)}，自付 ${formatMoney(own)} 元`
    steps.push(
      `个人自付 ${percent(row.copay.ratio)}：${formatMoney(amount)} 元 × ${percent(row.copay.ratio)} = ${exact} 元${cut}`,
    )
  }
  const rest = amount - (own ?? 0)
  const advance = row.advance === undefined ? undefined : part(rest, row.advance)
  if (row.advance !== undefined && advance !== undefined)
    steps.push(`预付 ${percent(row.advance)}：${formatMoney(rest)} 元中先付 ${formatMoney(advance)} 元`)
  const parts =
    row.funding &&
    split(
      rest,
      row.funding.map(({ ratio }) => ratio),
    )
  const funding = row.funding?.map(({ fund }, at) => ({ fund, amount: parts?.[at] ?? 0 }))
  if (row.funding && funding) {
    const name = (key: string, at: number) =>
      funds?.funds.find((one) => one.key === key)?.name ?? `第 ${at + 1} 项资金`
    const told = row.funding.map(
      ({ fund, ratio }, at) =>
        `${name(fund, at)} ${percent(ratio)} 承担 ${formatMoney(funding[at]?.amount ?? 0)} 元`,
    )
    steps.push(`其余 ${formatMoney(rest)} 元：${told.join('；')}`)
  }
  return {
    ...(own !== undefined && { copay: own }),
    ...(advance !== undefined && { advance }),
    ...(funding && { funding }),
    steps,
  }
}
