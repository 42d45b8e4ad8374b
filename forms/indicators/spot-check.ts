import { share } from '../fees/share.ts'

/** `none`: nothing was delivered, so nothing can be judged (never "100 %"). */
export type SpotCheckResult = {
  readonly state: 'none' | 'met' | 'short'
  readonly services: number
  readonly sampled: number
  readonly needed: number
}

/** How many of `services` service records must be sampled: rounded up, S2-01. */
export const sampleNeeded = (ratio: number, services: number): number => share(services, ratio, 'up')

/** Judges a year of one county: `services` delivered, `sampled` of them checked. Both are counts >= 0. */
export const spotCheckResult = (ratio: number, services: number, sampled: number): SpotCheckResult => {
  const needed = sampleNeeded(ratio, services)
  const state = services === 0 ? 'none' : sampled >= needed ? 'met' : 'short'
  return { state, services, sampled, needed }
}
