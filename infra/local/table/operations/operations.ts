import type { Engine } from '../engine.ts'
import type { Request } from '../request/request.ts'
import { batchGetItem } from './batch-get.ts'
import { batchWriteItem } from './batch-write.ts'
import { createTable } from './create-table.ts'
import { deleteItem } from './delete-item.ts'
import { deleteTable } from './delete-table.ts'
import { describeTable, listTables } from './describe-table.ts'
import { getItem } from './get-item.ts'
import { putItem } from './put-item.ts'
import { query } from './query.ts'
import { scan } from './scan.ts'
import { describeStream, listStreams } from './stream-operations.ts'
import { getRecords, getShardIterator } from './stream-read.ts'
import { listTagsOfResource, tagResource, untagResource } from './tags.ts'
import { transactGetItems } from './transact-get.ts'
import { transactWriteItems } from './transact-write.ts'
import { describeTimeToLive, updateTimeToLive } from './ttl.ts'
import { updateItem } from './update-item.ts'
import { updateTable } from './update-table.ts'

export interface Operation {
  readonly request: Request
  /** Reads need no transaction: nothing else runs while they do. */
  readonly isRead?: boolean
  readonly run: (engine: Engine, input: never) => object
}

/** Every operation by its wire name; what is missing here is refused by name. */
export const operations: Readonly<Record<string, Operation>> = {
  CreateTable: createTable,
  DescribeTable: describeTable,
  ListTables: listTables,
  UpdateTable: updateTable,
  DeleteTable: deleteTable,
  PutItem: putItem,
  GetItem: getItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  TransactWriteItems: transactWriteItems,
  TransactGetItems: transactGetItems,
  DescribeTimeToLive: describeTimeToLive,
  UpdateTimeToLive: updateTimeToLive,
  TagResource: tagResource,
  UntagResource: untagResource,
  ListTagsOfResource: listTagsOfResource,
  ListStreams: listStreams,
  DescribeStream: describeStream,
  GetShardIterator: getShardIterator,
  GetRecords: getRecords,
}
