export { canonical, NotCanonical, pointer } from './canonical.ts'
export type { Change } from './change.ts'
export type { Documents, Finding, SampleResult } from './finding.ts'
export { sha256 } from './sha256.ts'
