import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Page, StreamRecord } from './streamed.ts'
import { Streamed } from './streamed.ts'

let streamed: Streamed
beforeEach(() => {
  streamed = new Streamed()
})
afterEach(() => streamed.stop())

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
    const arn = await streamed.create(view)
    await streamed.put('x', a(1))
    await streamed.put('x', a(2))
    await streamed.put('x', a(2))
    await streamed.remove('x')
    await streamed.remove('x')
    const records = await streamed.read(arn)
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
    const arn = await streamed.create('KEYS_ONLY')
    await streamed.put('there')
    const item = (pk: string, more: object = {}) => ({
      Put: { TableName: 'streamed', Item: { pk: { S: pk } }, ...more },
    })
    await streamed.call('TransactWriteItems', { TransactItems: [item('one'), item('two')] })
    const absent = { ConditionExpression: 'attribute_not_exists(pk)' }
    const failing = streamed.call('TransactWriteItems', {
      TransactItems: [item('three'), item('there', absent)],
    })
    await expect(failing).rejects.toMatchObject({ kind: 'TransactionCanceledException' })
    expect(events(await streamed.read(arn))).toEqual(['INSERT', 'INSERT', 'INSERT'])
  })
})

describe('where reading begins', () => {
  it('at the start, at the end, at a record or after it', async () => {
    const arn = await streamed.create('KEYS_ONLY')
    await streamed.put('1')
    await streamed.put('2')
    const latest = await streamed.iterator(arn, 'LATEST')
    await streamed.put('3')
    const records = await streamed.read(arn)
    const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber)
    expect([...numbers].sort()).toEqual(numbers)
    expect(numbers.every((number) => /^\d{21,40}$/.test(number))).toBe(true)
    expect(await streamed.read(arn, 'AT_SEQUENCE_NUMBER', numbers[1])).toEqual(records.slice(1))
    expect(await streamed.read(arn, 'AFTER_SEQUENCE_NUMBER', numbers[1])).toEqual(records.slice(2))
    expect((await streamed.call<Page>('GetRecords', { ShardIterator: latest })).Records).toEqual(
      records.slice(2),
    )
  })

  it('and goes on page by page, waiting for more', async () => {
    const arn = await streamed.create('KEYS_ONLY')
    for (const pk of ['1', '2', '3']) await streamed.put(pk)
    let next: string | undefined = await streamed.iterator(arn, 'TRIM_HORIZON')
    const sizes: number[] = []
    for (let i = 0; i < 3; i++) {
      const page: Page = await streamed.call<Page>('GetRecords', { ShardIterator: next, Limit: 2 })
      sizes.push(page.Records.length)
      next = page.NextShardIterator
    }
    expect(sizes).toEqual([2, 1, 0])
    await streamed.put('4')
    expect((await streamed.call<Page>('GetRecords', { ShardIterator: next })).Records).toHaveLength(1)
  })

  it('not at an iterator that is old, forged, or of nothing', async () => {
    const arn = await streamed.create('KEYS_ONLY')
    const old = await streamed.iterator(arn, 'TRIM_HORIZON')
    streamed.now += 15 * 60 * 1000 + 1
    await expect(streamed.call('GetRecords', { ShardIterator: old })).rejects.toMatchObject({
      kind: 'ExpiredIteratorException',
    })
    for (const forged of ['x', 'bnVsbA', Buffer.from('{"stream":"1"}').toString('base64url')]) {
      await expect(streamed.call('GetRecords', { ShardIterator: forged })).rejects.toMatchObject({
        kind: 'ValidationException',
      })
    }
    await expect(streamed.iterator(`${arn}x`, 'LATEST')).rejects.toMatchObject({
      kind: 'ResourceNotFoundException',
    })
    await expect(streamed.iterator(arn, 'AT_SEQUENCE_NUMBER')).rejects.toMatchObject({
      kind: 'ValidationException',
    })
    await expect(streamed.iterator(arn, 'SOMEWHERE')).rejects.toMatchObject({ kind: 'ValidationException' })
  })

  it('not at records that were trimmed after a day', async () => {
    const arn = await streamed.create('KEYS_ONLY')
    await streamed.put('old')
    const [record] = await streamed.read(arn)
    streamed.now += 25 * 3600 * 1000
    await streamed.put('new')
    await expect.poll(() => streamed.read(arn).then((records) => records.length)).toBe(1)
    const trimmed = streamed.read(arn, 'AT_SEQUENCE_NUMBER', record?.dynamodb.SequenceNumber)
    await expect(trimmed).rejects.toMatchObject({ kind: 'TrimmedDataAccessException' })
  })
})

describe('a stream that is switched off', () => {
  it('stays readable to its end, beside the next one', async () => {
    const first = await streamed.create('KEYS_ONLY')
    await streamed.put('1')
    const set = (specification: object) =>
      streamed.call('UpdateTable', { TableName: 'streamed', StreamSpecification: specification })
    await set({ StreamEnabled: false })
    await streamed.put('2')
    await set({ StreamEnabled: true, StreamViewType: 'NEW_IMAGE' })
    await streamed.put('3')
    const page = await streamed.call<Page>('GetRecords', {
      ShardIterator: await streamed.iterator(first, 'TRIM_HORIZON'),
    })
    expect(page.Records).toHaveLength(1)
    expect(page.NextShardIterator).toBeUndefined()
    const { Streams: streams } = await streamed.call<{ Streams: { StreamArn: string }[] }>('ListStreams', {
      TableName: 'streamed',
    })
    expect(streams.map(({ StreamArn }) => StreamArn)[0]).toBe(first)
    expect(streams).toHaveLength(2)
    expect(await streamed.read(streams[1]?.StreamArn ?? '')).toHaveLength(1)
    const described = await streamed.call<{ StreamDescription: object }>('DescribeStream', {
      StreamArn: first,
    })
    expect(described.StreamDescription).toMatchObject({
      StreamStatus: 'DISABLED',
      StreamViewType: 'KEYS_ONLY',
    })
    await expect(set({ StreamEnabled: true, StreamViewType: 'NEW_IMAGE' })).rejects.toMatchObject({
      kind: 'ValidationException',
    })
  })
})
