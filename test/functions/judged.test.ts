import {
  type AttributeValue,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, expect, test } from 'vitest'
import { connect } from '../../functions/store/index.ts'
import { judgedLink, Unlawful } from './judged.ts'

/** Nobody listens there: what the judge lets pass fails in another way. */
const way = { table: 'yihu', endpoint: 'http://127.0.0.1:9' }
const link = connect(way)
const judged = judgedLink(link, way, { city: 'tenant', province: 'province' })
afterAll(() => {
  judged.close()
  link.close()
})

const TableName = 'yihu'
const at = (pk: string): Record<string, AttributeValue> => ({ pk: { S: pk }, sk: { S: 'x' } })
const own = at('T#341700#HH#1')
const moved = (to: string) =>
  new UpdateItemCommand({
    TableName,
    Key: own,
    UpdateExpression: 'SET #n0 = :v0, #n1 = :v1',
    ExpressionAttributeNames: { '#n0': 'card', '#n1': 'gsi1pk' },
    ExpressionAttributeValues: { ':v0': { S: 'x' }, ':v1': { S: to } },
  })
const put = (to: string) => new PutItemCommand({ TableName, Item: { ...own, gsi1pk: { S: to } } })

const client = judged.client('T#341700#')
test.each<[string, () => Promise<unknown>]>([
  ['another city’s row', () => client.send(new GetItemCommand({ TableName, Key: at('T#349901#HH#1') }))],
  ['the province’s row', () => client.send(new GetItemCommand({ TableName, Key: at('P#340000#CITY') }))],
  ['everything', () => client.send(new ScanCommand({ TableName }))],
  [
    'another city’s index',
    () =>
      client.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: 'T#349901#HH#1' } },
        }),
      ),
  ],
  ['what every city may read', () => client.send(new GetItemCommand({ TableName, Key: at('L#340000#X') }))],
  [
    'its own keys, to write them',
    () => client.send(new PutItemCommand({ TableName, Item: at('T#341700#KEY') })),
  ],
  ['a row in another’s index', () => client.send(put('T#349901#HH#341702-01'))],
  ['a row that moves into another’s index', () => client.send(moved('T#349901#HH#341702-01'))],
  [
    'a person’s list, by a function that has no role for it',
    async () => judged.client(`U#${'a'.repeat(64)}#`).send(new GetItemCommand({ TableName, Key: own })),
  ],
])('%s is not sent', async (_, ask) => {
  await expect(ask()).rejects.toBeInstanceOf(Unlawful)
})

test.each([put('T#341700#HH#341702-01'), moved('T#341700#HH#341702-01')])(
  'what is lawful goes out',
  async (ask) => {
    await expect(client.send(ask as PutItemCommand)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  },
)
