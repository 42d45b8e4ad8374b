export { type Indicator, type Indicators, indicator, indicators } from './schema.ts'
export { type SpotCheckResult, sampleNeeded, spotCheckResult } from './spot-check.ts'
