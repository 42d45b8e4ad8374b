import type { QueryCommandInput } from '@aws-sdk/client-dynamodb'
import type { Attributes } from './attribute.ts'

export type ListOptions = {
  /** Only sort keys that begin so. */
  readonly prefix?: string
  /** The `next` of the page before. */
  readonly after?: string
  /** Rows a page; absent = as many as fit into 1 MB. */
  readonly limit?: number
  readonly newestFirst?: boolean
  /** Sees every write that was acknowledged before; costs twice as much. Not for the index. */
  readonly consistent?: boolean
}
/** `next` where there may be more; a page can be short, or empty, and still have one. */
export type ListPage<T> = { readonly items: readonly T[]; readonly next?: string }

const indexName = 'gsi1'

/** A query of one partition of the table (`pk`, `sk`) or of the index (`gsi1pk`, `gsi1sk`). */
export const queryInput = (
  table: string,
  on: 'table' | 'index',
  pk: string,
  options: ListOptions,
  start: Attributes | undefined,
): QueryCommandInput => {
  const [pkName, skName] = on === 'table' ? ['pk', 'sk'] : ['gsi1pk', 'gsi1sk']
  return {
    TableName: table,
    ...(on === 'index' && { IndexName: indexName }),
    KeyConditionExpression: `${pkName} = :pk${options.prefix ? ` AND begins_with(${skName}, :sk)` : ''}`,
    ExpressionAttributeValues: {
      ':pk': { S: pk },
      ...(options.prefix && { ':sk': { S: options.prefix } }),
    },
    ScanIndexForward: !options.newestFirst,
    ...(options.consistent && { ConsistentRead: true }),
    ...(options.limit !== undefined && { Limit: options.limit }),
    ...(start && { ExclusiveStartKey: start }),
    ReturnConsumedCapacity: 'TOTAL',
  }
}
