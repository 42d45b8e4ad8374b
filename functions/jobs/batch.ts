import middy from '@middy/core'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { type Failed, kindOnly, logFailure } from './report.ts'

type Change = Readonly<Record<string, unknown>>

/** A job that wakes on rows of the stream. */
export type StreamJob<C extends Change> = {
  readonly name: string
  /** What a record is about; undefined for every row that the job does not consume. */
  readonly changeOf: (record: DynamoDBRecord) => C | undefined
  readonly carry: (change: C) => Promise<void>
  readonly failed?: Failed | undefined
}

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>

/**
 * Does a batch of records: each change once however often it is told, by its place alone, so that order and repetition
 * do not matter. Reports the failed ones alone; the stream sends again from the first of them.
 */
export const inBatches =
  <C extends Change>({ name, changeOf, carry, failed = logFailure }: StreamJob<C>): StreamHandler =>
  async ({ Records }) => {
    const changes = new Map<string, { readonly change: C; readonly first: string }>()
    for (const record of Records) {
      const change = changeOf(record)
      if (!change) continue
      const key = JSON.stringify(change)
      if (!changes.has(key)) changes.set(key, { change, first: record.dynamodb?.SequenceNumber ?? '' })
    }
    const failures: { itemIdentifier: string }[] = []
    for (const { change, first } of changes.values())
      try {
        await carry(change)
      } catch (error) {
        failed(name, change, error)
        failures.push({ itemIdentifier: first })
      }
    return { batchItemFailures: failures }
  }

/** The same as a Lambda handler. Middy owns the invocation: it ends early rather than be cut off in a write. */
export const streamFunction = <C extends Change>(job: StreamJob<C>) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>({ timeoutEarlyInMillis: 1000 })
    .handler(inBatches(job))
    .onError(kindOnly)
