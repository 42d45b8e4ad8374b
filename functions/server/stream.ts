import { setTimeout as wait } from 'node:timers/promises'
import type { DynamoDBRecord } from 'aws-lambda'
import { type StreamHandler, wakingSortKeys } from '../jobs/index.ts'
import { openShards, type Place, type StreamCall } from './shards.ts'

type Batch = { readonly Records?: readonly DynamoDBRecord[]; readonly NextShardIterator?: string }

const limit = 1000
const restWhenIdle = 250
const restAfterFault = 1000
/** Milliseconds after which somebody may have split a shard. */
const shardsFreshFor = 30_000
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
 * wake it. Begins at the oldest record after every start, which is harmless because jobs set absolute values.
 * A batch that fails is sent again from its first failure, a few times, then passed over and said once.
 */
export const runStream = (
  call: StreamCall,
  table: string,
  handler: StreamHandler,
  say: (words: string) => void = console.error,
): Runner => {
  const over = new AbortController()
  const finished = new Set<string>()
  let places = new Map<string, Place>()
  let listed = 0
  let passes = 0
  let faults = 0
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

  /** Reads on in one shard; answers how many records there were. */
  const read = async (place: Place): Promise<number> => {
    const { Records: records = [], NextShardIterator: next } = await call<Batch>('GetRecords', {
      ShardIterator: place.iterator,
      Limit: limit,
    })
    await deliver(records.filter(wakes))
    if (over.signal.aborted) return records.length
    if (next !== undefined) place.iterator = next
    else {
      finished.add(place.shard)
      listed = 0
    }
    return records.length
  }

  const pass = async (): Promise<void> => {
    if (Date.now() - listed > shardsFreshFor) {
      const open = await openShards(call, table, finished, places)
      places = new Map(open.map((place) => [place.shard, place]))
      listed = Date.now()
    }
    let records = 0
    for (const place of places.values()) if (!over.signal.aborted) records += await read(place)
    faults = 0
    // A shard that ended has children, which are read first.
    if (records > 0 || listed === 0) return
    passes += 1
    for (const entry of waiting.splice(0))
      if (entry.from < passes) entry.done()
      else waiting.push(entry)
    await rest(restWhenIdle)
  }

  const run = async (): Promise<void> => {
    while (!over.signal.aborted)
      try {
        await pass()
      } catch (error) {
        faults += 1
        // The table may be on its way back up; say it once, not once a second.
        if (faults === 1 && !over.signal.aborted)
          say(
            `! 汇总任务读不到数据库，稍后自动重试（${error instanceof Error ? error.message : '原因不明'}）`,
          )
        // It may be another table by now, or we were away too long: begin anew.
        if (faults > 1) {
          places = new Map()
          finished.clear()
          listed = 0
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
