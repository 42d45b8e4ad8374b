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

/** One operation of DynamoDB's wire protocol. Throws an error that bears the kind of refusal. */
export type TableCall = <T>(operation: string, body: object) => Promise<T>

/** Whether an error is this refusal of the table, whoever asked it. */
const isRefusal = (error: unknown, kind: string): boolean =>
  error instanceof Refusal ? error.kind === kind : (error as { code?: unknown } | null)?.code === kind

/**
 * Makes the table, waits until it is ACTIVE and switches expiry on. Doing it again changes nothing. `at`: a way to a
 * table engine, or the address of one that asks for no signature. In the cloud the stack makes the table.
 */
export async function createTable(
  at: string | TableCall,
  name: string = tableDefinition.TableName,
): Promise<void> {
  const call: TableCall = typeof at === 'string' ? (operation, body) => wireCall(at, operation, body) : at
  try {
    await call('CreateTable', { ...tableDefinition, TableName: name })
  } catch (error) {
    if (!isRefusal(error, 'ResourceInUseException')) throw error
  }
  while ((await statusOf(call, name)) !== 'ACTIVE') await new Promise((resolve) => setTimeout(resolve, 50))
  const { TimeToLiveDescription: expiry } = await call<{
    TimeToLiveDescription: { TimeToLiveStatus: string }
  }>('DescribeTimeToLive', { TableName: name })
  if (expiry.TimeToLiveStatus !== 'DISABLED') return
  await call('UpdateTimeToLive', {
    TableName: name,
    TimeToLiveSpecification: { Enabled: true, AttributeName: ttlAttribute },
  })
}

async function statusOf(call: TableCall, name: string): Promise<string> {
  const { Table: table } = await call<{ Table: { TableStatus: string } }>('DescribeTable', {
    TableName: name,
  })
  return table.TableStatus
}
