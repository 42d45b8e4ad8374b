import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb'

/** What a store has cost since it was made: read units, write units, requests to the table. */
export type Cost = { rcu: number; wcu: number; trips: number }

export const noCost = (): Cost => ({ rcu: 0, wcu: 0, trips: 0 })

/** Adds what one answer says it consumed. */
export const charge = (
  cost: Cost,
  kind: 'read' | 'write',
  consumed: ConsumedCapacity | readonly ConsumedCapacity[] | undefined,
): void => {
  const parts = consumed === undefined ? [] : [consumed].flat()
  const units = parts.reduce((sum, part) => sum + (part.CapacityUnits ?? 0), 0)
  cost[kind === 'read' ? 'rcu' : 'wcu'] += units
}
