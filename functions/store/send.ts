import {
  BatchGetItemCommand,
  type ConsumedCapacity,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import type { Attributes } from './attribute.ts'

type Consumed = ConsumedCapacity | readonly ConsumedCapacity[] | undefined
const metered = { ReturnConsumedCapacity: 'TOTAL' } as const

/** Sends the parts of one write: a single one alone (half the price), more as a transaction. */
export const sendWrites = async (client: DynamoDBClient, parts: TransactWriteItem[]): Promise<Consumed> => {
  const [only, ...more] = parts
  if (only && more.length === 0) {
    const { Put, Update, Delete } = only
    if (Put) {
      const put = new PutItemCommand({ ...(Put as PutItemCommandInput), ...metered })
      return (await client.send(put)).ConsumedCapacity
    }
    if (Update) {
      const update = new UpdateItemCommand({ ...(Update as UpdateItemCommandInput), ...metered })
      return (await client.send(update)).ConsumedCapacity
    }
    if (Delete) return (await client.send(new DeleteItemCommand({ ...Delete, ...metered }))).ConsumedCapacity
  }
  const transaction = new TransactWriteItemsCommand({ TransactItems: parts, ...metered })
  return (await client.send(transaction)).ConsumedCapacity
}

/** One BatchGetItem: the rows found, what was left for another request, and its cost. */
export const sendBatch = async (
  client: DynamoDBClient,
  table: string,
  keys: Attributes[],
  consistent: boolean,
): Promise<{ readonly found: Attributes[]; readonly left: Attributes[]; readonly consumed: Consumed }> => {
  const out = await client.send(
    new BatchGetItemCommand({
      RequestItems: { [table]: { Keys: keys, ConsistentRead: consistent } },
      ...metered,
    }),
  )
  return {
    found: out.Responses?.[table] ?? [],
    left: out.UnprocessedKeys?.[table]?.Keys ?? [],
    consumed: out.ConsumedCapacity,
  }
}
