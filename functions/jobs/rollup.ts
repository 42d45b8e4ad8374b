import middy from '@middy/core'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import type { KeyRing, Link } from '../store/index.ts'
import { type Change, changeOf } from './change.ts'
import { closeMonth } from './close-month.ts'
import { discloseCity } from './disclose-city.ts'
import { linkMember } from './link-member.ts'

export type RollupDeps = {
  readonly link: Link
  readonly ring: KeyRing
  /** Told once for each change that could not be carried over. */
  readonly failed?: (change: Change, error: unknown) => void
}

const carry = (deps: RollupDeps, change: Change): Promise<void> => {
  switch (change.kind) {
    case 'release':
      return discloseCity(deps, change.city)
    case 'count':
      return closeMonth(deps, change.city, change.month)
    case 'member':
      return linkMember(deps, change)
  }
}

/**
 * Carries what changed in a city to where others may see it: a release and closed months to the province, a membership
 * to the person's own list. Every change is re-read under that city's own keys, so order and repetition do not matter; records of
 * other rows are passed over. Reports the failed ones alone, so that the stream sends again from the first of them.
 */
export const carryChanges =
  (deps: RollupDeps) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const changes = new Map<string, { change: Change; first: string }>()
    for (const record of event.Records) {
      const change = changeOf(record)
      if (!change) continue
      const name = JSON.stringify(change)
      if (!changes.has(name)) changes.set(name, { change, first: record.dynamodb?.SequenceNumber ?? '' })
    }
    const failures: { itemIdentifier: string }[] = []
    for (const { change, first } of changes.values())
      try {
        await carry(deps, change)
      } catch (error) {
        deps.failed?.(change, error)
        failures.push({ itemIdentifier: first })
      }
    return { batchItemFailures: failures }
  }

/** The Lambda handler. Middy owns the invocation: it ends early rather than be cut off in the middle of a write. */
export const rollup = (deps: RollupDeps) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>({ timeoutEarlyInMillis: 1000 }).handler(
    carryChanges(deps),
  )
