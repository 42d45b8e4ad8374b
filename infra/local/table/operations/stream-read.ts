import type { Engine } from '../engine.ts'
import { invalid, notFound, Refusal } from '../refusal.ts'
import type { Shape } from '../request/shape.ts'
import { text } from '../request/shape.ts'
import type { StreamRow } from '../storage/shard.ts'
import { firstKept, sequenceText, shardId, streamAt } from '../storage/shard.ts'
import { lastSequence } from '../storage/stream.ts'
import type { Operation } from './operations.ts'
import { arnShape } from './stream-operations.ts'

interface IteratorInput {
  readonly StreamArn: string
  readonly ShardId: string
  readonly ShardIteratorType: 'TRIM_HORIZON' | 'LATEST' | 'AT_SEQUENCE_NUMBER' | 'AFTER_SEQUENCE_NUMBER'
  readonly SequenceNumber?: string
}

/** GetShardIterator: a place in a stream, good for 15 minutes. */
export const getShardIterator: Operation = {
  request: {
    types: {
      StreamArn: arnShape,
      ShardId: { type: 'String', notNull: true },
      ShardIteratorType: {
        type: 'String',
        notNull: true,
        enum: ['TRIM_HORIZON', 'LATEST', 'AT_SEQUENCE_NUMBER', 'AFTER_SEQUENCE_NUMBER'],
      },
      SequenceNumber: text,
    },
  },
  isRead: true,
  run: (engine: Engine, input: IteratorInput) => {
    const stream = streamAt(engine, input.StreamArn)
    if (input.ShardId !== shardId)
      throw notFound(`Requested resource not found: Shard: ${input.ShardId} not found`)
    return { ShardIterator: iteratorText(engine, stream, nextOf(engine, stream, input)) }
  },
}

function nextOf(
  engine: Engine,
  stream: StreamRow,
  { ShardIteratorType: type, SequenceNumber: text }: IteratorInput,
) {
  if (type === 'TRIM_HORIZON') return firstKept(stream)
  if (type === 'LATEST') return lastSequence(engine) + 1
  if (text === undefined || !/^\d{21,40}$/.test(text)) throw invalid('Invalid SequenceNumber')
  const sequence = Number(text)
  if (sequence < firstKept(stream)) {
    throw new Refusal(
      'TrimmedDataAccessException',
      'The requested sequence number is no longer in the stream',
    )
  }
  if (sequence > lastSequence(engine))
    throw invalid('Invalid SequenceNumber: it is beyond the end of the stream')
  return type === 'AT_SEQUENCE_NUMBER' ? sequence : sequence + 1
}

interface Place {
  readonly stream: number
  readonly next: number
  readonly at: number
}
const life = 15 * 60 * 1000

function iteratorText(engine: Engine, stream: StreamRow, next: number): string {
  const place: Place = { stream: stream.id, next, at: engine.clock() }
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

function readIterator(engine: Engine, text: string): Place {
  let place: Partial<Place> | null = null
  try {
    place = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<Place>
  } catch {}
  const { stream, next, at } = place ?? {}
  if (![stream, next, at].every(Number.isSafeInteger)) throw invalid('Invalid ShardIterator')
  if (engine.clock() - (at as number) > life) {
    throw new Refusal('ExpiredIteratorException', 'The iterator has expired: it lives for 15 minutes')
  }
  return place as Place
}

const iterator: Shape = {
  type: 'String',
  notNull: true,
  lengthGreaterThanOrEqual: 1,
  lengthLessThanOrEqual: 2048,
}
const maxBytes = 1024 * 1024

/** GetRecords: up to 1000 records or 1 MB, and where to go on; nothing to go on to once a closed stream is read. */
export const getRecords: Operation = {
  request: {
    types: {
      ShardIterator: iterator,
      Limit: { type: 'Integer', greaterThanOrEqual: 1, lessThanOrEqual: 1000 },
    },
  },
  isRead: true,
  run: (
    engine: Engine,
    { ShardIterator: text, Limit: limit = 1000 }: { ShardIterator: string; Limit?: number },
  ) => {
    const place = readIterator(engine, text)
    const stream = engine.db.first<StreamRow>('SELECT * FROM streams WHERE id = ?', place.stream)
    if (stream === undefined) throw notFound('Requested resource not found: Stream not found')
    if (place.next < firstKept(stream)) {
      throw new Refusal(
        'TrimmedDataAccessException',
        'The iterator points at records that are no longer in the stream',
      )
    }
    const sql =
      'SELECT sequence, body FROM records WHERE stream_id = ? AND sequence >= ? ORDER BY sequence LIMIT ?'
    const records: object[] = []
    let bytes = 0
    let next = place.next
    for (const row of engine.db.each<{ sequence: number; body: string }>(sql, stream.id, place.next, limit)) {
      const { dynamodb, ...record } = JSON.parse(row.body) as { dynamodb: object }
      records.push({ ...record, dynamodb: { ...dynamodb, SequenceNumber: sequenceText(row.sequence) } })
      next = row.sequence + 1
      bytes += row.body.length
      if (bytes >= maxBytes) break
    }
    const isDone = stream.closed !== null && records.length < limit && bytes < maxBytes
    return { Records: records, ...(!isDone && { NextShardIterator: iteratorText(engine, stream, next) }) }
  },
}
