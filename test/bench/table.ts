import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { startTable } from '../../infra/local/table/index.ts'
import { tableDefinition } from '../../infra/table.ts'

const seconds = 1.5
const lanes = 8
const TableName = 'yihu'
const body = { S: 'x'.repeat(900) }
const key = (i: number) => ({ pk: { S: `T#341700#HH#${i % 50}` }, sk: { S: `A#${i}` } })
const item = (i: number) => ({
  ...key(i),
  body,
  gsi1pk: { S: `T#341700#DIV#${i % 9}` },
  gsi1sk: { S: `survey#${i}` },
  card: { S: 'x' },
})

type Work = (client: DynamoDBClient, i: number) => Promise<unknown>
const works: Readonly<Record<string, Work>> = {
  'put 1 KB with an index entry': (client, i) =>
    client.send(new PutItemCommand({ TableName, Item: item(i) })),
  get: (client, i) => client.send(new GetItemCommand({ TableName, Key: key(i % 100), ConsistentRead: true })),
  'conditional update': (client, i) =>
    client.send(
      new UpdateItemCommand({
        TableName,
        Key: key(i % 100),
        UpdateExpression: 'ADD moves :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    ),
  'query 25 cards of the index': (client, i) =>
    client.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        Limit: 25,
        KeyConditionExpression: 'gsi1pk = :p',
        ExpressionAttributeValues: { ':p': { S: `T#341700#DIV#${i % 9}` } },
      }),
    ),
  'transaction of 3 puts': (client, i) =>
    client.send(
      new TransactWriteItemsCommand({
        TransactItems: [0, 1, 2].map((n) => ({ Put: { TableName, Item: item(1_000_000 + i * 3 + n) } })),
      }),
    ),
}

async function rate(client: DynamoDBClient, work: Work): Promise<number> {
  let done = 0
  const until = performance.now() + seconds * 1000
  const lane = async () => {
    while (performance.now() < until) await work(client, done++)
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  return done / ((performance.now() - started) / 1000)
}

async function clientFor(endpoint: string): Promise<DynamoDBClient> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint, region: 'cn-north-1', credentials, maxAttempts: 1 })
  const { StreamSpecification: _, ...definition } = tableDefinition
  await client.send(new CreateTableCommand(definition as unknown as CreateTableCommandInput))
  for (let i = 0; i < 300; i++)
    await client.send(new PutItemCommand({ TableName, Item: item(i) })).catch(retryLater(client, i))
  return client
}

/** dynalite makes a table in half a second; ours is there at once. */
function retryLater(client: DynamoDBClient, i: number) {
  return async (): Promise<unknown> => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    return client.send(new PutItemCommand({ TableName, Item: item(i) }))
  }
}

interface Listener {
  listen: (port: number, host: string, ready: () => void) => void
  address: () => { port: number }
  close: (done: () => void) => void
}

/** Operations a second over HTTP, eight at once: our engine on disk beside dynalite in memory, which has no transactions. */
export async function table({ json }: { readonly json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-bench-'))
  const ours = await startTable({ file: join(folder, 'table.sqlite'), sweepEvery: 2000 })
  const dynalite = createRequire(import.meta.url)('dynalite') as () => Listener
  const peer = dynalite()
  await new Promise<void>((ready) => peer.listen(0, '127.0.0.1', ready))
  const clients = [
    await clientFor(ours.endpoint),
    await clientFor(`http://127.0.0.1:${peer.address().port}`),
  ] as const
  if (!json) console.log('operation                        ours, disk   dynalite, memory')
  for (const [name, work] of Object.entries(works)) {
    const mine = Math.round(await rate(clients[0], work))
    const theirs = name.startsWith('transaction') ? undefined : Math.round(await rate(clients[1], work))
    if (json) console.log(JSON.stringify({ case: name, ours: mine, peer: theirs }))
    else
      console.log(name.padEnd(32), `${mine}/s`.padStart(10), (theirs ? `${theirs}/s` : 'none').padStart(18))
  }
  for (const client of clients) client.destroy()
  await ours.stop()
  await new Promise<void>((done) => peer.close(done))
  rmSync(folder, { recursive: true, force: true })
}
