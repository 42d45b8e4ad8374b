import { randomBytes } from 'node:crypto'
import type { AttributeValue, CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { expect } from 'vitest'
import { startTable } from '../../infra/local/table/index.ts'

/** Set to run this suite against another DynamoDB; credentials and region then come from the environment. */
const elsewhere = process.env.YIHU_DYNAMODB_ENDPOINT
/** For the few checks that only mean something on our own engine. */
export const isOurs = elsewhere === undefined

export type Row = Record<string, AttributeValue>

export interface Wire {
  readonly client: DynamoDBClient
  readonly endpoint: string
  /** Makes a table with a unique name and waits for it. Default: pk and sk, both strings, and no index. */
  readonly table: (definition?: Partial<CreateTableCommandInput>) => Promise<string>
  /** Sends a body as it is, signed like any other request. */
  readonly raw: (operation: string, body: string | Uint8Array) => Promise<unknown>
  readonly put: (table: string, ...items: readonly Row[]) => Promise<void>
  readonly close: () => Promise<void>
}

export const stringKeys: Partial<CreateTableCommandInput> = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
}

export async function connect(): Promise<Wire> {
  const engine = elsewhere === undefined ? await startTable() : undefined
  const endpoint = elsewhere ?? engine?.endpoint ?? ''
  const local = { region: 'cn-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
  const client = new DynamoDBClient({ endpoint, ...(engine && local), maxAttempts: 1 })
  const made: string[] = []
  return {
    client,
    endpoint,
    table: async (definition = {}) => {
      const name = `yihu-wire-${randomBytes(6).toString('hex')}`
      const input = { TableName: name, BillingMode: 'PAY_PER_REQUEST', ...stringKeys, ...definition }
      await client.send(new CreateTableCommand(input as CreateTableCommandInput))
      made.push(name)
      await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: name })
      return name
    },
    raw: (operation, body) => sendRaw(client, operation, body),
    put: async (table, ...items) => {
      for (const Item of items) await client.send(new PutItemCommand({ TableName: table, Item }))
    },
    close: async () => {
      for (const TableName of made) await client.send(new DeleteTableCommand({ TableName })).catch(() => {})
      client.destroy()
      await engine?.stop()
    },
  }
}

function sendRaw(client: DynamoDBClient, operation: string, body: string | Uint8Array): Promise<unknown> {
  const command = new ListTablesCommand({})
  command.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body: unknown; headers: Record<string, string> }
      request.body = body
      request.headers['x-amz-target'] = `DynamoDB_20120810.${operation}`
      return next(args)
    },
    { step: 'build', priority: 'high' },
  )
  return client.send(command)
}

/** Expects the refusal of that name, with a message that matches; gives it back for a closer look. */
export async function refused(
  attempt: Promise<unknown>,
  name: string,
  message: RegExp = /./,
): Promise<Error & Record<string, unknown>> {
  const error = await attempt.then(
    () => undefined,
    (reason: Error & Record<string, unknown>) => reason,
  )
  expect(error?.name).toBe(name)
  expect(String(error?.message ?? error?.['Message'])).toMatch(message)
  return error as Error & Record<string, unknown>
}

export function s(text: string): AttributeValue {
  return { S: text }
}

export function n(value: number | string): AttributeValue {
  return { N: String(value) }
}

/** A table key of the usual form. */
export function key(pk: string, sk = '#'): Row {
  return { pk: s(pk), sk: s(sk) }
}
