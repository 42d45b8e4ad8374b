import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunningTable } from '../../../infra/local/table/index.ts'
import { startTable, wireCall } from '../../../infra/local/table/index.ts'

const shard = 'shardId-00000000000000000000-00000000'
const definition = {
  TableName: 'streamed',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
}
interface StreamRecord {
  readonly eventName: string
  readonly userIdentity?: object
  readonly dynamodb: {
    readonly SequenceNumber: string
    readonly Keys: object
    readonly NewImage?: object
    readonly OldImage?: object
  }
}
type Page = { Records: StreamRecord[]; NextShardIterator?: string }

let now = 0
let table: RunningTable
let call: <T = Record<string, unknown>>(operation: string, body: object) => Promise<T>
beforeEach(async () => {
  now = Date.parse('2026-11-21T00:00:00Z')
  table = await startTable({ clock: () => now, sweepEvery: 20 })
  call = (operation, body) => wireCall(table.endpoint, operation, body)
})
afterEach(() => table.stop())

async function create(StreamViewType: string): Promise<string> {
  const stream = { StreamEnabled: true, StreamViewType }
  const { TableDescription: made } = await call<{ TableDescription: { LatestStreamArn: string } }>(
    'CreateTable',
    {
      ...definition,
      StreamSpecification: stream,
    },
  )
  return made.LatestStreamArn
}
const put = (pk: string, more: object = {}) =>
  call('PutItem', { TableName: 'streamed', Item: { pk: { S: pk }, ...more } })
const remove = (pk: string) => call('DeleteItem', { TableName: 'streamed', Key: { pk: { S: pk } } })
async function iterator(
  StreamArn: string,
  ShardIteratorType: string,
  SequenceNumber?: string,
): Promise<string> {
  const body = { StreamArn, ShardId: shard, ShardIteratorType, SequenceNumber }
  return (await call<{ ShardIterator: string }>('GetShardIterator', body)).ShardIterator
}
async function read(StreamArn: string, type = 'TRIM_HORIZON', sequence?: string): Promise<StreamRecord[]> {
  return (await call<Page>('GetRecords', { ShardIterator: await iterator(StreamArn, type, sequence) }))
    .Records
}
const a = (value: number) => ({ a: { N: String(value) } })
const events = (records: readonly StreamRecord[]) => records.map(({ eventName }) => eventName)

describe('what a stream shows', () => {
  const views: readonly (readonly [string, (old?: object, next?: object) => object])[] = [
    ['KEYS_ONLY', () => ({})],
    ['NEW_IMAGE', (_, next) => ({ ...(next && { NewImage: next }) })],
    ['OLD_IMAGE', (old) => ({ ...(old && { OldImage: old }) })],
    [
      'NEW_AND_OLD_IMAGES',
      (old, next) => ({ ...(next && { NewImage: next }), ...(old && { OldImage: old }) }),
    ],
  ]
  it.each(views)('with %s', async (view, images) => {
    const arn = await create(view)
    await put('x', a(1))
    await put('x', a(2))
    await put('x', a(2))
    await remove('x')
    await remove('x')
    const records = await read(arn)
    expect(events(records)).toEqual(['INSERT', 'MODIFY', 'REMOVE'])
    const [one, two] = [1, 2].map((value) => ({ pk: { S: 'x' }, ...a(value) }))
    const expected = [images(undefined, one), images(one, two), images(two, undefined)]
    expect(
      records.map(({ dynamodb: { NewImage, OldImage } }) => ({
        ...(NewImage && { NewImage }),
        ...(OldImage && { OldImage }),
      })),
    ).toEqual(expected)
    expect(records.every(({ dynamodb }) => JSON.stringify(dynamodb.Keys) === '{"pk":{"S":"x"}}')).toBe(true)
  })

  it('a transaction in full, a cancelled one not at all', async () => {
    const arn = await create('KEYS_ONLY')
    await put('there')
    const item = (pk: string, more: object = {}) => ({
      Put: { TableName: 'streamed', Item: { pk: { S: pk } }, ...more },
    })
    await call('TransactWriteItems', { TransactItems: [item('one'), item('two')] })
    const absent = { ConditionExpression: 'attribute_not_exists(pk)' }
    const failing = call('TransactWriteItems', { TransactItems: [item('three'), item('there', absent)] })
    await expect(failing).rejects.toMatchObject({ kind: 'TransactionCanceledException' })
    expect(events(await read(arn))).toEqual(['INSERT', 'INSERT', 'INSERT'])
  })
})

describe('where reading begins', () => {
  it('at the start, at the end, at a record or after it', async () => {
    const arn = await create('KEYS_ONLY')
    await put('1')
    await put('2')
    const latest = await iterator(arn, 'LATEST')
    await put('3')
    const records = await read(arn)
    const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber)
    expect([...numbers].sort()).toEqual(numbers)
    expect(numbers.every((number) => /^\d{21,40}$/.test(number))).toBe(true)
    expect(await read(arn, 'AT_SEQUENCE_NUMBER', numbers[1])).toEqual(records.slice(1))
    expect(await read(arn, 'AFTER_SEQUENCE_NUMBER', numbers[1])).toEqual(records.slice(2))
    expect((await call<Page>('GetRecords', { ShardIterator: latest })).Records).toEqual(records.slice(2))
  })

  it('and goes on page by page, waiting for more', async () => {
    const arn = await create('KEYS_ONLY')
    for (const pk of ['1', '2', '3']) await put(pk)
    let next: string | undefined = await iterator(arn, 'TRIM_HORIZON')
    const sizes: number[] = []
    for (let i = 0; i < 3; i++) {
      const page: Page = await call<Page>('GetRecords', { ShardIterator: next, Limit: 2 })
      sizes.push(page.Records.length)
      next = page.NextShardIterator
    }
    expect(sizes).toEqual([2, 1, 0])
    await put('4')
    expect((await call<Page>('GetRecords', { ShardIterator: next })).Records).toHaveLength(1)
  })

  it('not at an iterator that is old, forged, or of nothing', async () => {
    const arn = await create('KEYS_ONLY')
    const old = await iterator(arn, 'TRIM_HORIZON')
    now += 15 * 60 * 1000 + 1
    await expect(call('GetRecords', { ShardIterator: old })).rejects.toMatchObject({
      kind: 'ExpiredIteratorException',
    })
    for (const forged of ['x', 'bnVsbA', Buffer.from('{"stream":"1"}').toString('base64url')]) {
      await expect(call('GetRecords', { ShardIterator: forged })).rejects.toMatchObject({
        kind: 'ValidationException',
      })
    }
    await expect(iterator(`${arn}x`, 'LATEST')).rejects.toMatchObject({ kind: 'ResourceNotFoundException' })
    await expect(iterator(arn, 'AT_SEQUENCE_NUMBER')).rejects.toMatchObject({ kind: 'ValidationException' })
    await expect(iterator(arn, 'SOMEWHERE')).rejects.toMatchObject({ kind: 'ValidationException' })
  })

  it('not at records that were trimmed after a day', async () => {
    const arn = await create('KEYS_ONLY')
    await put('old')
    const [record] = await read(arn)
    now += 25 * 3600 * 1000
    await put('new')
    await expect.poll(() => read(arn).then((records) => records.length)).toBe(1)
    const trimmed = read(arn, 'AT_SEQUENCE_NUMBER', record?.dynamodb.SequenceNumber)
    await expect(trimmed).rejects.toMatchObject({ kind: 'TrimmedDataAccessException' })
  })
})

describe('a stream that is switched off', () => {
  it('stays readable to its end, beside the next one', async () => {
    const first = await create('KEYS_ONLY')
    await put('1')
    const set = (specification: object) =>
      call('UpdateTable', { TableName: 'streamed', StreamSpecification: specification })
    await set({ StreamEnabled: false })
    await put('2')
    await set({ StreamEnabled: true, StreamViewType: 'NEW_IMAGE' })
    await put('3')
    const page = await call<Page>('GetRecords', { ShardIterator: await iterator(first, 'TRIM_HORIZON') })
    expect(page.Records).toHaveLength(1)
    expect(page.NextShardIterator).toBeUndefined()
    const { Streams: streams } = await call<{ Streams: { StreamArn: string }[] }>('ListStreams', {
      TableName: 'streamed',
    })
    expect(streams.map(({ StreamArn }) => StreamArn)[0]).toBe(first)
    expect(streams).toHaveLength(2)
    expect(await read(streams[1]?.StreamArn ?? '')).toHaveLength(1)
    const described = await call<{ StreamDescription: object }>('DescribeStream', { StreamArn: first })
    expect(described.StreamDescription).toMatchObject({
      StreamStatus: 'DISABLED',
      StreamViewType: 'KEYS_ONLY',
    })
    await expect(set({ StreamEnabled: true, StreamViewType: 'NEW_IMAGE' })).rejects.toMatchObject({
      kind: 'ValidationException',
    })
  })
})

describe('expiry', () => {
  const seconds = () => Math.floor(now / 1000)
  const left = async () => {
    const { Items } = await call<{ Items: { pk: { S: string } }[] }>('Scan', { TableName: 'streamed' })
    return Items.map(({ pk }) => pk.S).sort()
  }
  it('deletes what is due and leaves a record that says so', async () => {
    const arn = await create('OLD_IMAGE')
    await put('early', { ttl: { N: String(seconds() - 10) } })
    const specification = { Enabled: true, AttributeName: 'ttl' }
    await call('UpdateTimeToLive', { TableName: 'streamed', TimeToLiveSpecification: specification })
    await put('due', { ttl: { N: String(seconds() - 1) } })
    await put('later', { ttl: { N: String(seconds() + 100) } })
    await put('text', { ttl: { S: String(seconds() - 1) } })
    await put('ancient', { ttl: { N: String(seconds() - 6 * 365 * 86_400) } })
    await put('never')
    await expect.poll(left).toEqual(['ancient', 'later', 'never', 'text'])
    now += 101_000
    await expect.poll(left).toEqual(['ancient', 'never', 'text'])
    const gone = (await read(arn)).filter(({ eventName }) => eventName === 'REMOVE')
    expect(gone).toHaveLength(3)
    const identity = { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' }
    expect(gone.every(({ userIdentity }) => JSON.stringify(userIdentity) === JSON.stringify(identity))).toBe(
      true,
    )
  })

  it('follows an update of its attribute, and stops when it is switched off', async () => {
    await create('KEYS_ONLY')
    const set = (Enabled: boolean) =>
      call('UpdateTimeToLive', {
        TableName: 'streamed',
        TimeToLiveSpecification: { Enabled, AttributeName: 'ttl' },
      })
    await set(true)
    await put('kept', { ttl: { N: String(seconds() + 10) } })
    await put('gone', { ttl: { N: String(seconds() + 10) } })
    await call('UpdateItem', {
      TableName: 'streamed',
      Key: { pk: { S: 'kept' } },
      UpdateExpression: 'REMOVE #t',
      ExpressionAttributeNames: { '#t': 'ttl' },
    })
    now += 11_000
    await expect.poll(left).toEqual(['kept'])
    await set(false)
    await put('off', { ttl: { N: String(seconds() - 10) } })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await left()).toEqual(['kept', 'off'])
  })
})

describe('a token', () => {
  it('is forgotten after ten minutes', async () => {
    await create('KEYS_ONLY')
    const add = () =>
      call('TransactWriteItems', {
        ClientRequestToken: 'once',
        TransactItems: [
          {
            Update: {
              TableName: 'streamed',
              Key: { pk: { S: 'n' } },
              UpdateExpression: 'ADD a :v',
              ExpressionAttributeValues: { ':v': { N: '1' } },
            },
          },
        ],
      })
    await add()
    await add()
    now += 10 * 60 * 1000 + 1
    await add()
    const { Item } = await call<{ Item: object }>('GetItem', {
      TableName: 'streamed',
      Key: { pk: { S: 'n' } },
    })
    expect(Item).toMatchObject(a(2))
  })
})
