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
import { createTable } from '../../../infra/table.ts'

/** A table of its own for one test file; another endpoint, such as real DynamoDB, by `YIHU_DYNAMODB_ENDPOINT`. */
export const openTable = async (at = '2026-11-23T01:00:00Z') => {
  const elsewhere = process.env['YIHU_DYNAMODB_ENDPOINT']
  const table = elsewhere ? { endpoint: elsewhere, stop: async () => {} } : await startTable()
  await createTable(table.endpoint)
  const calls: WireCall[] = []
  const clock = { at: new Date(at) }
  const link: Link = connect({
    table: 'yihu',
    endpoint: table.endpoint,
    clock: () => clock.at,
    wire: (call) => calls.push(call),
  })
  const keys = new Map(['341700', '349901'].map((city) => [city, freshKeys()]))
  const store = (city = '341700'): TenantStore =>
    new TenantStore(serviceTenant(city, 'test'), link, keys.get(city) ?? freshKeys())
  const stop = async () => {
    link.close()
    await table.stop()
  }
  return { calls, clock, endpoint: table.endpoint, link, stop, store }
}

type Reply = { readonly status?: number; readonly body: unknown }

/** A store whose table is a script: each request gets the next reply. The SDK itself runs for real. */
export const scripted = (replies: readonly Reply[]) => {
  const calls: WireCall[] = []
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
    requestHandler: requestHandler as unknown as NonNullable<LinkOptions['requestHandler']>,
  })
  return { calls, store: new TenantStore(serviceTenant('341700', 'test'), link, freshKeys()) }
}

export const failure = (name: string, more: object = {}): Reply => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more },
})
