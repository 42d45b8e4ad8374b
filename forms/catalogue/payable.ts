import type { State } from './workflow.ts'

/** A case came into a state on a local date. */
export type Moved = { readonly state: State['key']; readonly on: string }

const served: ReadonlySet<State['key']> = new Set(['in-service', 'changing'])

/**
 * Whether a service on a local date may be paid: at some time of that day the case was in service, or its services were
 * being changed. A case that stops on a day (停保, S2-11) is still served on that day, and not after it. `moves`: oldest
 * first.
 */
export const isPayable = (moves: readonly Moved[], on: string): boolean => {
  const atDawn = moves.filter((one) => one.on < on).at(-1)
  const during = moves.filter((one) => one.on === on)
  return [...(atDawn ? [atDawn] : []), ...during].some(({ state }) => served.has(state))
}
