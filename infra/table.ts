import { Refusal } from './local/table/refusal.ts'
import { wireCall } from './local/table/wire.ts'

/**
 * The one table of Yihu, as the plain input of CreateTable: single-table keys, one sparse index that carries cards
 * only, a stream of keys, on-demand billing.
 */
export const tableDefinition = {
  TableName: 'yihu',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'gsi1pk', AttributeType: 'S' },
    { AttributeName: 'gsi1sk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'gsi1',
      KeySchema: [
        { AttributeName: 'gsi1pk', KeyType: 'HASH' },
        { AttributeName: 'gsi1sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['card', 'rev'] },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
} as const

/** The attribute that holds an item's expiry, in seconds since 1970. */
export const ttlAttribute = 'ttl'

/**
 * Makes the table over the wire, waits until it is ACTIVE and switches expiry on. Doing it again changes nothing.
 * Unsigned, so for the table engine of this machine; elsewhere the stack makes the table.
 */
export async function createTable(endpoint: string, name: string = tableDefinition.TableName): Promise<void> {
  try {
    await wireCall(endpoint, 'CreateTable', { ...tableDefinition, TableName: name })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'ResourceInUseException') throw error
  }
  while ((await statusOf(endpoint, name)) !== 'ACTIVE')
    await new Promise((resolve) => setTimeout(resolve, 50))
  const { TimeToLiveDescription: expiry } = await wireCall<{
    TimeToLiveDescription: { TimeToLiveStatus: string }
  }>(endpoint, 'DescribeTimeToLive', { TableName: name })
  if (expiry.TimeToLiveStatus !== 'DISABLED') return
  await wireCall(endpoint, 'UpdateTimeToLive', {
    TableName: name,
    TimeToLiveSpecification: { Enabled: true, AttributeName: ttlAttribute },
  })
}

async function statusOf(endpoint: string, name: string): Promise<string> {
  const { Table: table } = await wireCall<{ Table: { TableStatus: string } }>(endpoint, 'DescribeTable', {
    TableName: name,
  })
  return table.TableStatus
}
