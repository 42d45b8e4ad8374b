import { setTimeout as wait } from 'node:timers/promises'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { wakingSortKeys } from '../../functions/jobs/change.ts'
import { wireCall } from './table/index.ts'

type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>
type Batch = { readonly Records?: readonly DynamoDBRecord[]; readonly NextShardIterator?: string }

const limit = 1000
const restWhenIdle = 250
const restAfterFault = 1000
const tries = 5

export type Runner = {
  /** Resolves when everything that was in the stream at the moment of the call has been carried. */
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
}

const wakes = (record: DynamoDBRecord): boolean =>
  wakingSortKeys.some((start) => record.dynamodb?.Keys?.['sk']?.S?.startsWith(start))

/**
 * What an event source mapping does in the cloud: reads the table's stream and calls the handler with the records that
 * wake it. Begins at the oldest record after every start, which is harmless because the job sets absolute values.
 * A batch that fails is sent again from its first failure, a few times, then passed over and said once.
 */
export const runStream = (
  endpoint: string,
  table: string,
  handler: StreamHandler,
  say: (words: string) => void = console.error,
): Runner => {
  const over = new AbortController()
  let passes = 0
  let faulted = false
  const waiting: { readonly from: number; readonly done: () => void }[] = []

  const rest = (time: number): Promise<void> => wait(time, undefined, { signal: over.signal }).catch(() => {})

  const deliver = async (records: readonly DynamoDBRecord[]): Promise<void> => {
    let left = records
    for (let attempt = 1; left.length > 0 && !over.signal.aborted; attempt += 1) {
      const { batchItemFailures } = await handler({ Records: [...left] })
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
      if (failed.size === 0) return
      if (attempt === tries) return say(`! 有 ${failed.size} 项汇总没有完成，下次启动时会重试。`)
      left = left.slice(left.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? '')))
      await rest(100 * attempt)
    }
  }

  /** Reads one shard to its end, or until we are told to stop. */
  const readShard = async (arn: string, shard: string): Promise<void> => {
    let { ShardIterator: at } = await wireCall<{ ShardIterator?: string }>(endpoint, 'GetShardIterator', {
      StreamArn: arn,
      ShardId: shard,
      ShardIteratorType: 'TRIM_HORIZON',
    })
    while (at !== undefined && !over.signal.aborted) {
      const batch: Batch = await wireCall<Batch>(endpoint, 'GetRecords', { ShardIterator: at, Limit: limit })
      faulted = false
      const records = batch.Records ?? []
      await deliver(records.filter(wakes))
      at = batch.NextShardIterator
      if (records.length > 0) continue
      passes += 1
      for (const entry of waiting.splice(0))
        if (entry.from < passes) entry.done()
        else waiting.push(entry)
      await rest(restWhenIdle)
    }
  }

  const run = async (): Promise<void> => {
    while (!over.signal.aborted) {
      try {
        const { Table } = await wireCall<{ Table: { LatestStreamArn: string } }>(endpoint, 'DescribeTable', {
          TableName: table,
        })
        const { StreamDescription } = await wireCall<{
          StreamDescription: { Shards: readonly { ShardId: string }[] }
        }>(endpoint, 'DescribeStream', { StreamArn: Table.LatestStreamArn })
        for (const { ShardId } of StreamDescription.Shards) await readShard(Table.LatestStreamArn, ShardId)
      } catch (error) {
        // The table engine may be on its way back up; say it once, not once a second.
        if (!faulted && !over.signal.aborted)
          say(`! 汇总任务读不到数据库，稍后自动重试（${(error as Error).message}）`)
        faulted = true
      }
      await rest(restAfterFault)
    }
  }
  const running = run()

  return {
    // The pass that is under way may have begun before the last write: a whole one more is needed.
    settled: () => new Promise((done) => void waiting.push({ from: passes, done })),
    stop: async () => {
      over.abort()
      for (const entry of waiting.splice(0)) entry.done()
      await running
    },
  }
}
