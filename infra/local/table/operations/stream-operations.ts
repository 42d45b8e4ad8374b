import type { Engine } from '../engine.ts'
import type { Shape } from '../request/shape.ts'
import { optional, tableName, text } from '../request/shape.ts'
import type { StreamRow } from '../storage/shard.ts'
import { firstKept, sequenceText, shardId, streamArn, streamAt } from '../storage/shard.ts'
import { lastSequence } from '../storage/stream.ts'
import type { Operation } from './operations.ts'

export const arnShape: Shape = {
  type: 'String',
  notNull: true,
  lengthGreaterThanOrEqual: 37,
  lengthLessThanOrEqual: 1024,
}
const limit: Shape = { type: 'Integer', greaterThanOrEqual: 1, lessThanOrEqual: 100 }

interface ListInput {
  readonly TableName?: string
  readonly Limit?: number
  readonly ExclusiveStartStreamArn?: string
}

/** ListStreams: every stream that can still be read, also of tables that are gone. */
export const listStreams: Operation = {
  request: {
    types: {
      TableName: optional(tableName),
      Limit: limit,
      ExclusiveStartStreamArn: text,
    },
  },
  isRead: true,
  run: (
    engine: Engine,
    { TableName: name, Limit: most = 100, ExclusiveStartStreamArn: after }: ListInput,
  ) => {
    const start = after === undefined ? 0 : streamAt(engine, after).id
    const found = engine.db.all<StreamRow>(
      'SELECT * FROM streams WHERE id > ? AND (? IS NULL OR table_name = ?) ORDER BY id LIMIT ?',
      start,
      name ?? null,
      name ?? null,
      most + 1,
    )
    const page = found.slice(0, most)
    const last = found.length > most ? page.at(-1) : undefined
    return {
      Streams: page.map((stream) => ({
        StreamArn: streamArn(engine, stream),
        TableName: stream.table_name,
        StreamLabel: stream.label,
      })),
      ...(last && { LastEvaluatedStreamArn: streamArn(engine, last) }),
    }
  },
}

interface DescribeInput {
  readonly StreamArn: string
  readonly ExclusiveStartShardId?: string
}

/** DescribeStream: there is one shard; a stream that was switched off shows where it ends. */
export const describeStream: Operation = {
  request: { types: { StreamArn: arnShape, Limit: limit, ExclusiveStartShardId: text } },
  isRead: true,
  run: (engine: Engine, { StreamArn: arn, ExclusiveStartShardId: after }: DescribeInput) => {
    const stream = streamAt(engine, arn)
    const range = {
      StartingSequenceNumber: sequenceText(firstKept(stream)),
      ...(stream.closed !== null && {
        EndingSequenceNumber: sequenceText(stream.last ?? lastSequence(engine)),
      }),
    }
    const shards = after === undefined ? [{ ShardId: shardId, SequenceNumberRange: range }] : []
    return {
      StreamDescription: {
        StreamArn: arn,
        StreamLabel: stream.label,
        StreamStatus: stream.closed === null ? 'ENABLED' : 'DISABLED',
        StreamViewType: stream.view,
        CreationRequestDateTime: stream.created / 1000,
        TableName: stream.table_name,
        KeySchema: JSON.parse(stream.keys) as object,
        Shards: shards,
      },
    }
  },
}
