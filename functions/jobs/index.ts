export { type Change, changeOf, wakingSortKeys } from './change.ts'
export type { JobDeps } from './report.ts'
export { carryChanges, rollup } from './rollup.ts'
