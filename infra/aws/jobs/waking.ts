import { wakingSortKeys } from '../../../functions/jobs/change.ts'

/** Messages between tenants are the courier's; everything else that wakes a job is the rollup's. */
const mail = 'OUT#'

/** Begins of the sort keys that wake a job, for the filter of its event source. */
export const wakes = {
  rollup: wakingSortKeys.filter((begin) => begin !== mail),
  courier: wakingSortKeys.filter((begin) => begin === mail),
} as const satisfies Readonly<Record<string, readonly string[]>>
export type StreamJob = keyof typeof wakes
