import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { ulid } from 'ulid'
import { serviceTenant } from '../../../functions/identity/service.ts'
import {
  connect,
  freshKeys,
  type Link,
  type LinkOptions,
  TenantStore,
  type WireCall,
} from '../../../functions/store/index.ts'
import { startTable } from '../../../infra/local/table/index.ts'
import { createTable, tableDefinition } from '../../../infra/table.ts'

type Place = { readonly endpoint: string; readonly table: string; readonly stop: () => Promise<void> }

/** Our own engine, in this process. */
const here = async (): Promise<Place> => {
  const { endpoint, stop } = await startTable()
  await createTable(endpoint)
  return { endpoint, table: tableDefinition.TableName, stop }
}

const credentials = {
  accessKeyId: process.env['AWS_ACCESS_KEY_ID'] ?? 'local',
  secretAccessKey: process.env['AWS_SECRET_ACCESS_KEY'] ?? 'local',
}
const region = process.env['AWS_REGION'] ?? 'cn-north-1'

/** Another engine, such as real DynamoDB: a table that is made for this file and dropped after it. */
const elsewhere = async (endpoint: string): Promise<Place> => {
  const client = new DynamoDBClient({ endpoint, region, credentials })
  const table = `yihu-test-${ulid()}`
  await client.send(
    new CreateTableCommand({ ...tableDefinition, TableName: table } as unknown as CreateTableCommandInput),
  )
  await waitUntilTableExists({ client, maxWaitTime: 60 }, { TableName: table })
  const stop = async () => {
    await client.send(new DeleteTableCommand({ TableName: table }))
    client.destroy()
  }
  return { endpoint, table, stop }
}

/**
 * A table of its own for one test file. `YIHU_DYNAMODB_ENDPOINT` runs the same tests against another engine, real
 * DynamoDB too (with `AWS_REGION` and credentials in the environment): ours must tell the same truth.
 */
export const openTable = async (at = '2026-11-23T01:00:00Z') => {
  const other = process.env['YIHU_DYNAMODB_ENDPOINT']
  const { endpoint, table, stop: drop } = await (other ? elsewhere(other) : here())
  const calls: WireCall[] = []
  const clock = { at: new Date(at) }
  /** A way to the table that has read nothing yet. */
  const open = (wire?: (call: WireCall) => void): Link =>
    connect({ table, endpoint, region, credentials, clock: () => clock.at, ...(wire && { wire }) })
  const link = open((call) => calls.push(call))
  const keys = new Map(['341700', '349901'].map((city) => [city, freshKeys()]))
  const store = (city = '341700'): TenantStore =>
    new TenantStore(serviceTenant(city, 'test'), link, keys.get(city) ?? freshKeys())
  const stop = async () => {
    link.close()
    await drop()
  }
  return { calls, clock, link, open, stop, store }
}

type Reply = { readonly status?: number; readonly body: unknown }

/** A store whose table is a script: each request gets the next reply. The SDK itself runs for real. */
export const scripted = (replies: readonly Reply[]) => {
  const calls: WireCall[] = []
  const pauses: number[] = []
  let next = 0
  const requestHandler = {
    handle: async () => {
      const { status = 200, body } = replies[next++] ?? { status: 500, body: { __type: 'NoMoreReplies' } }
      return {
        response: {
          statusCode: status,
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: new TextEncoder().encode(JSON.stringify(body)),
        },
      }
    },
  }
  const link = connect({
    table: 'yihu',
    endpoint: 'http://127.0.0.1:1',
    wire: (call) => calls.push(call),
    pause: async (ms) => {
      pauses.push(ms)
    },
    requestHandler: requestHandler as unknown as NonNullable<LinkOptions['requestHandler']>,
  })
  return { calls, pauses, store: new TenantStore(serviceTenant('341700', 'test'), link, freshKeys()) }
}

export const failure = (name: string, more: object = {}): Reply => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more },
})
