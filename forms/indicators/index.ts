export {
  type Allocation,
  type Budgets,
  checkAllocations,
  checkExpense,
  type Expense,
  type Move,
  moveCase,
} from './budget.ts'
export { type HandedIn, inWindow, type Owed, reportsOwed } from './calendar.ts'
export { outreachShare } from './discovery.ts'
export { type Effect, effectOf, type Test } from './effect.ts'
export { type Counts, type Figures, type Judgement, judge } from './judge.ts'
export { type Measured, measure, type Tally } from './measure.ts'
export { type Metric, metricOf } from './metric.ts'
export { monthsOf, type Span, spanOf } from './period.ts'
export {
  isCertified,
  mayBegin,
  mayChoose,
  mayLeave,
  mayPay,
  mayServe,
  type Server,
  tallyVisits,
} from './readiness.ts'
export { type Indicator, type Indicators, indicator, indicators } from './schema.ts'
export {
  countOnce,
  countsByScope,
  type Once,
  type Repeat,
  type ServiceRecord,
  sharedPeople,
} from './service-once.ts'
export { type SpotCheckResult, sampleNeeded, spotCheckResult } from './spot-check.ts'
export { type Reached, reached, type Standing, spokenTarget, standingOf } from './standing.ts'
export type { Verdict } from './verdict.ts'
