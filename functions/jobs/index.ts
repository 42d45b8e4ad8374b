export { type Change, changeOf, wakingSortKeys } from './change.ts'
export { carryChanges, type RollupDeps, rollup } from './rollup.ts'
