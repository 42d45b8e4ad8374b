import type { Budget, Programmes, Transfer } from '../catalogue/index.ts'
import { assertFen, formatMoney } from '../fees/money.ts'
import { judge } from './judge.ts'
import type { Indicator } from './schema.ts'
import { allowed, refused, type Verdict } from './verdict.ts'

/** Money (分) that one division is to get, and for how many households. */
export type Allocation = {
  readonly division: string
  readonly name: string
  readonly amount: number
  readonly households: number
}

/**
 * Whether the programme's money may be given out like this: all of it together within the total (S0-06), and for each
 * division within the indicator that binds it (S0-08). A total that is not set binds nothing.
 */
export const checkAllocations = (
  { total }: Pick<Budget, 'total'>,
  limit: Indicator | undefined,
  allocations: readonly Allocation[],
): Verdict => {
  const sum = allocations.reduce((all, { amount }) => all + assertFen(amount), 0)
  if (total !== null && sum > total)
    return refused(
      `各地合计 ${formatMoney(sum)} 元，超过项目预算 ${formatMoney(total)} 元，请调减 ${formatMoney(sum - total)} 元。`,
    )
  for (const { name, amount, households } of allocations) {
    if (!limit || amount === 0) continue
    const { state, words } = judge(limit, { numerator: amount, denominator: households })
    if (state === 'short' || state === 'none') return refused(`${name}不能下拨。${words}`)
  }
  return allowed
}

/** A cost to be booked. `added`: for a service that a division adds on its own money. */
export type Expense = {
  readonly ledger: string
  readonly category: string
  readonly fund: string
  readonly added?: boolean
  readonly override?: { readonly by: string; readonly reason: string }
}

/**
 * Whether a programme may carry a cost: out of its own ledger (S0-15), under one of its kinds of costs (S0-10), from its
 * fund or the second line that a division adds (S0-07, S0-13), and a barred one only with consent and a reason (S0-09).
 */
export const checkExpense = (programme: Programmes['programmes'][number], expense: Expense): Verdict => {
  const { budget, earmarked, ledger, title } = programme
  if (earmarked && expense.ledger !== ledger)
    return refused(`“${title}”的资金专款专用，不能从别的账目列支，也不能转到别的账目。`)
  if (!budget) return allowed
  const barred = budget.barred?.find(({ key }) => key === expense.category)
  const consented = barred && expense.override?.by === barred.unless && expense.override.reason.trim() !== ''
  if (barred && !consented)
    return refused(`原则上不列支“${barred.label}”；确需列支的，请写明理由并取得同意。`)
  if (!barred && !budget.categories.some(({ key }) => key === expense.category))
    return refused(`请从“${budget.categories.map(({ label }) => label).join('”“')}”中选择费用类别。`)
  if (expense.added && expense.fund !== budget.topUp?.fund)
    return refused('增加的服务内容应由配套资金承担，请先写明配套资金。')
  if (expense.fund !== budget.fund && expense.fund !== budget.topUp?.fund)
    return refused(`“${title}”不能使用这项资金，请选择项目规定的资金来源。`)
  return allowed
}

/** Budgets of divisions, 分 by division code. */
export type Budgets = Readonly<Record<string, number>>
export type Move = {
  readonly from: string
  readonly to: string
  /** 分 that go with the case. */
  readonly share: number
  /** The role that agreed; `null` = nobody yet. */
  readonly approvedBy: string | null
}

/**
 * Hands a case with its share of the budget to another division (人户分离). Needs the consent that the programme asks for
 * (S0-12); what one division loses the other gains, so that the sum stays (S0-11).
 */
export const moveCase = (
  budgets: Budgets,
  rule: Transfer,
  { from, to, share, approvedBy }: Move,
): { readonly verdict: Verdict; readonly budgets: Budgets } => {
  const no = (words: string) => ({ verdict: refused(words), budgets })
  if (from === to) return no('移出地和移入地相同，请重新选择。')
  if (approvedBy !== rule.approvedBy) return no('跨区移交须先经上级民政部门协调同意。')
  const [left, right] = [ownAmount(budgets, from), ownAmount(budgets, to)]
  if (left === undefined || right === undefined) return no('移出地或移入地不在本项目中，请核对。')
  if (!rule.budgetFollows) return { verdict: allowed, budgets }
  if (assertFen(share) > left)
    return no(`移出地只剩 ${formatMoney(left)} 元，不够随转 ${formatMoney(share)} 元。`)
  return { verdict: allowed, budgets: { ...budgets, [from]: left - share, [to]: assertFen(right + share) } }
}

const ownAmount = (budgets: Budgets, division: string): number | undefined =>
  Object.hasOwn(budgets, division) ? budgets[division] : undefined
