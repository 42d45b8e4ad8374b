import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Streamed } from './streamed.ts'

let streamed: Streamed
beforeEach(() => {
  streamed = new Streamed()
})
afterEach(() => streamed.stop())

const a = (value: number) => ({ a: { N: String(value) } })

describe('expiry', () => {
  const seconds = () => Math.floor(streamed.now / 1000)
  const left = async () => {
    const { Items } = await streamed.call<{ Items: { pk: { S: string } }[] }>('Scan', {
      TableName: 'streamed',
    })
    return Items.map(({ pk }) => pk.S).sort()
  }
  it('deletes what is due and leaves a record that says so', async () => {
    const arn = await streamed.create('OLD_IMAGE')
    await streamed.put('early', { ttl: { N: String(seconds() - 10) } })
    const specification = { Enabled: true, AttributeName: 'ttl' }
    await streamed.call('UpdateTimeToLive', { TableName: 'streamed', TimeToLiveSpecification: specification })
    await streamed.put('due', { ttl: { N: String(seconds() - 1) } })
    await streamed.put('later', { ttl: { N: String(seconds() + 100) } })
    await streamed.put('text', { ttl: { S: String(seconds() - 1) } })
    await streamed.put('ancient', { ttl: { N: String(seconds() - 6 * 365 * 86_400) } })
    await streamed.put('never')
    await expect.poll(left).toEqual(['ancient', 'later', 'never', 'text'])
    streamed.now += 101_000
    await expect.poll(left).toEqual(['ancient', 'never', 'text'])
    const gone = (await streamed.read(arn)).filter(({ eventName }) => eventName === 'REMOVE')
    expect(gone).toHaveLength(3)
    const identity = { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' }
    expect(gone.every(({ userIdentity }) => JSON.stringify(userIdentity) === JSON.stringify(identity))).toBe(
      true,
    )
  })

  it('follows an update of its attribute, and stops when it is switched off', async () => {
    await streamed.create('KEYS_ONLY')
    const set = (Enabled: boolean) =>
      streamed.call('UpdateTimeToLive', {
        TableName: 'streamed',
        TimeToLiveSpecification: { Enabled, AttributeName: 'ttl' },
      })
    await set(true)
    await streamed.put('kept', { ttl: { N: String(seconds() + 10) } })
    await streamed.put('gone', { ttl: { N: String(seconds() + 10) } })
    await streamed.call('UpdateItem', {
      TableName: 'streamed',
      Key: { pk: { S: 'kept' } },
      UpdateExpression: 'REMOVE #t',
      ExpressionAttributeNames: { '#t': 'ttl' },
    })
    streamed.now += 11_000
    await expect.poll(left).toEqual(['kept'])
    await set(false)
    await streamed.put('off', { ttl: { N: String(seconds() - 10) } })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await left()).toEqual(['kept', 'off'])
  })
})

describe('a token', () => {
  it('is forgotten after ten minutes', async () => {
    await streamed.create('KEYS_ONLY')
    const add = () =>
      streamed.call('TransactWriteItems', {
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
    streamed.now += 10 * 60 * 1000 + 1
    await add()
    const { Item } = await streamed.call<{ Item: object }>('GetItem', {
      TableName: 'streamed',
      Key: { pk: { S: 'n' } },
    })
    expect(Item).toMatchObject(a(2))
  })
})
