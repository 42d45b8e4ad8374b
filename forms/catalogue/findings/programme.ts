import { quote } from '../quote.ts'
import { type Check, checkKeys, keysOf, type Report } from './report.ts'

/** What programmes say of money, days and reports hangs together with the funds and indicators of the city. */
export const checkProgramme: Check = ({ programmes, funds, indicators, catalogue, profile }, report) => {
  const known = funds && keysOf(funds.funds)
  const limits = indicators && keysOf(indicators.indicators)
  programmes?.programmes.forEach(({ title, window, phases, budget, reports }, index) => {
    const say = (code: string, message: string, ...at: (string | number)[]) =>
      report(
        'error',
        'programmes',
        ['programmes', index, ...at],
        code,
        `项目${quote(title)}${message}`,
        title,
      )
    if (window && window.from > window.to) say('days-reversed', '的结束日期早于开始日期。', 'window', 'to')
    phases.forEach(({ name, from, to }, i) => {
      if (from > to) say('days-reversed', `的阶段“${name}”结束日期早于开始日期。`, 'phases', i, 'to')
    })
    const inside: Report = (level, document, at, ...rest) =>
      report(level, document, ['programmes', index, ...at], ...rest)
    if (reports) checkKeys(inside, 'programmes', 'reports', reports)
    if (!budget) return
    for (const [fund, ...at] of [
      [budget.fund, 'fund'] as const,
      [budget.topUp?.fund, 'topUp', 'fund'] as const,
    ])
      if (fund !== undefined && known && !known.has(fund))
        say('fund-unknown', `的资金来源“${fund}”没有定义。`, 'budget', ...at)
    if (budget.limit !== undefined && limits && !limits.has(budget.limit))
      say('indicator-unknown', `的限额指标“${budget.limit}”没有定义。`, 'budget', 'limit')
  })
  indicators?.indicators.forEach(({ name, kind, denominator }, index) => {
    const wrong =
      kind === 'count' ? denominator !== null : kind !== undefined && kind !== 'floor' && denominator === null
    if (wrong)
      report(
        'error',
        'indicators',
        ['indicators', index, 'denominator'],
        'denominator-kind',
        kind === 'count'
          ? `指标“${name}”按数量计，不应有分母。`
          : `指标“${name}”按比率或平均值计，请写明分母。`,
        name,
      )
  })
  if (profile?.visitTypes) checkKeys(report, 'profile', 'visitTypes', profile.visitTypes)
  const tiers = catalogue?.tiers && keysOf(catalogue.tiers)
  catalogue?.items.forEach((item, index) => {
    item.tiers?.forEach((tier, i) => {
      if (!tiers?.has(tier))
        report(
          'error',
          'catalogue',
          ['items', index, 'tiers', i],
          'tier-unknown',
          `事项“${item.name}”的帮扶层次“${tier}”没有定义。`,
          item.name,
        )
    })
  })
}
