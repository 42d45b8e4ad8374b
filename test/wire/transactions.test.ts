import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import {
  GetItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Row, Wire } from './endpoint.ts'
import { connect, key, n, refused, s } from './endpoint.ts'
import { threeIndexes } from './three-indexes.ts'

let wire: Wire
let table: string
beforeAll(async () => {
  wire = await connect()
  table = await wire.table(threeIndexes)
})
afterAll(() => wire.close())

const send = (items: readonly TransactWriteItem[], ClientRequestToken?: string) =>
  wire.client.send(new TransactWriteItemsCommand({ TransactItems: [...items], ClientRequestToken }))
const get = async (Key: Row) =>
  (await wire.client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }))).Item
const put = (item: Row, more: object = {}): TransactWriteItem => ({
  Put: { TableName: table, Item: item, ...more },
})
const add = (Key: Row, by: number, more: object = {}): TransactWriteItem => ({
  Update: {
    TableName: table,
    Key,
    UpdateExpression: 'ADD amount :v',
    ExpressionAttributeValues: { ':v': n(by) },
    ...more,
  },
})
const remove = (Key: Row, more: object = {}): TransactWriteItem => ({
  Delete: { TableName: table, Key, ...more },
})
const check = (Key: Row, ConditionExpression: string): TransactWriteItem => ({
  ConditionCheck: { TableName: table, Key, ConditionExpression },
})
const absent = { ConditionExpression: 'attribute_not_exists(pk)' }
const reasons = (error: Record<string, unknown>) =>
  (error['CancellationReasons'] as { Code: string; Message?: string; Item?: Row }[]) ?? []

describe('a transaction', () => {
  it('puts, updates, deletes and checks together', async () => {
    await wire.put(table, { ...key('t1', 'update'), amount: n(1) }, key('t1', 'delete'), key('t1', 'check'))
    await send([
      put({ ...key('t1', 'put'), a: n(1) }, absent),
      add(key('t1', 'update'), 2),
      remove(key('t1', 'delete'), { ConditionExpression: 'attribute_exists(pk)' }),
      check(key('t1', 'check'), 'attribute_exists(pk)'),
    ])
    expect(await get(key('t1', 'put'))).toEqual({ ...key('t1', 'put'), a: n(1) })
    expect(await get(key('t1', 'update'))).toEqual({ ...key('t1', 'update'), amount: n(3) })
    expect(await get(key('t1', 'delete'))).toBeUndefined()
    expect(await get(key('t1', 'check'))).toEqual(key('t1', 'check'))
  })

  it('moves index entries with their items', async () => {
    await send([put({ ...key('t2', 'a'), place: s('T2') }), put({ ...key('t2', 'b'), place: s('T2') })])
    const entries = async () => {
      const values = { ':p': s('T2') }
      const query = { TableName: table, IndexName: 'keys', KeyConditionExpression: 'place = :p' }
      return (await wire.client.send(new QueryCommand({ ...query, ExpressionAttributeValues: values }))).Count
    }
    await vi.waitFor(async () => expect(await entries()).toBe(2), { timeout: 60_000 })
    await refused(send([remove(key('t2', 'a')), put(key('t2', 'b'), absent)]), 'TransactionCanceledException')
    expect(await entries()).toBe(2)
  })

  it('reaches over tables', async () => {
    const other = await wire.table()
    await send([put(key('t3')), { Put: { TableName: other, Item: key('t3') } }])
    const both = [table, other].map((TableName) => ({ Get: { TableName, Key: key('t3') } }))
    const { Responses } = await wire.client.send(new TransactGetItemsCommand({ TransactItems: both }))
    expect(Responses).toEqual([{ Item: key('t3') }, { Item: key('t3') }])
  })
})

describe('a transaction that is cancelled', () => {
  it('changes nothing and says why, action by action', async () => {
    await wire.put(table, { ...key('c1', 'there'), amount: n(1) })
    const error = await refused(
      send([
        put(key('c1', 'new')),
        put(key('c1', 'there'), { ...absent, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
        check(key('c1', 'nothing'), 'attribute_exists(pk)'),
        remove(key('c1', 'there2'), absent),
      ]),
      'TransactionCanceledException',
      /\[None, ConditionalCheckFailed, ConditionalCheckFailed, None\]/,
    )
    expect(reasons(error).map(({ Code }) => Code)).toEqual([
      'None',
      'ConditionalCheckFailed',
      'ConditionalCheckFailed',
      'None',
    ])
    expect(reasons(error)[1]?.Item).toEqual({ ...key('c1', 'there'), amount: n(1) })
    expect(reasons(error)[2]?.Item).toBeUndefined()
    expect(await get(key('c1', 'new'))).toBeUndefined()
  })

  it('names what an update could not do', async () => {
    await wire.put(table, { ...key('c2'), amount: s('not a number') })
    const error = await refused(
      send([put(key('c2', 'new')), add(key('c2'), 1)]),
      'TransactionCanceledException',
    )
    expect(reasons(error)[1]).toMatchObject({
      Code: 'ValidationError',
      Message: expect.stringMatching(/data type/),
    })
    expect(await get(key('c2', 'new'))).toBeUndefined()
  })

  it('names a row that grew too large', async () => {
    await wire.put(table, { ...key('c3'), body: s('x'.repeat(300_000)) })
    const grow = {
      UpdateExpression: 'SET more = :v',
      ExpressionAttributeValues: { ':v': s('x'.repeat(200_000)) },
    }
    const error = await refused(send([add(key('c3'), 1, grow)]), 'TransactionCanceledException')
    expect(reasons(error)[0]).toMatchObject({
      Code: 'ValidationError',
      Message: expect.stringMatching(/size/),
    })
  })

  it('names an index key that cannot be', async () => {
    const change = { UpdateExpression: 'SET place = :v', ExpressionAttributeValues: { ':v': s('') } }
    const error = await refused(
      send([put(key('c4')), add(key('c4', 'x'), 1, change)]),
      'TransactionCanceledException',
    )
    expect(reasons(error)[1]).toMatchObject({ Code: 'ValidationError' })
    expect(await get(key('c4'))).toBeUndefined()
  })
})

describe('a transaction that cannot be', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => put(key('many', String(i))))
  const cases: readonly (readonly [string, () => readonly TransactWriteItem[], RegExp])[] = [
    [
      'two actions on one item',
      () => [put(key('x')), check(key('x'), 'attribute_exists(pk)')],
      /multiple operations on one item/,
    ],
    ['no action at all', () => [], /length greater than or equal to 1/],
    ['101 actions', () => many(101), /length less than or equal to 100/],
    ['an empty action', () => [{}], /can only contain one of/],
    ['two actions in one', () => [{ ...put(key('x')), ...remove(key('y')) }], /can only contain one of/],
    [
      'a check without a condition',
      () => [{ ConditionCheck: { TableName: table, Key: key('x') } } as TransactWriteItem],
      /not be null/,
    ],
    ['a bad expression', () => [check(key('x'), 'a ==')], /Syntax error/],
    [
      'an unused value',
      () => [put(key('x'), { ...absent, ExpressionAttributeValues: { ':v': n(1) } })],
      /unused in expressions/,
    ],
    ['a bad number', () => [put({ ...key('x'), a: n('1e200') })], /overflow/],
    [
      'more than 4 MB',
      () =>
        Array.from({ length: 12 }, (_, i) => put({ ...key('4mb', String(i)), body: s('x'.repeat(390_000)) })),
      /4 ?MB|size/i,
    ],
  ]
  for (const [what, items, message] of cases) {
    it(`is refused: ${what}`, async () => {
      await refused(send(items()), 'ValidationException', message)
    })
  }

  it('takes 100 actions', async () => {
    await send(many(100))
    expect(await get(key('many', '99'))).toBeDefined()
  })

  it('refuses a table that is not there', async () => {
    await refused(send([{ Put: { TableName: `${table}-no`, Item: key('x') } }]), 'ResourceNotFoundException')
  })

  it('never updates its own key', async () => {
    const change = { UpdateExpression: 'SET sk = :v', ExpressionAttributeValues: { ':v': s('a') } }
    const error = await refused(send([add(key('own'), 1, change)]), 'TransactionCanceledException')
    expect(reasons(error)[0]).toMatchObject({
      Code: 'ValidationError',
      Message: expect.stringMatching(/part of the key/),
    })
  })
})

describe('a client request token', () => {
  it('makes a repetition change nothing', async () => {
    const token = crypto.randomUUID()
    await send([add(key('token'), 5)], token)
    await send([add(key('token'), 5)], token)
    expect((await get(key('token')))?.amount).toEqual(n(5))
    await refused(send([add(key('token'), 6)], token), 'IdempotentParameterMismatchException')
    await send([add(key('token'), 5)], crypto.randomUUID())
    expect((await get(key('token')))?.amount).toEqual(n(10))
  })

  it('is free again after a cancelled transaction', async () => {
    const token = crypto.randomUUID()
    await refused(
      send([add(key('token2'), 1, { ConditionExpression: 'attribute_exists(pk)' })], token),
      'TransactionCanceledException',
    )
    await send([add(key('token2'), 2)], token)
    expect((await get(key('token2')))?.amount).toEqual(n(2))
  })
})

describe('transactions at the same time', () => {
  it('lose no update', async () => {
    await wire.put(table, { ...key('race'), amount: n(0) })
    const once = async () => {
      for (;;) {
        const done = await send([add(key('race'), 1), put(key('race', crypto.randomUUID()), absent)]).then(
          () => true,
          (error: Error) => {
            if (!/TransactionConflict|throttl/i.test(error.message)) throw error
            return false
          },
        )
        if (done) return
      }
    }
    await Promise.all(Array.from({ length: 20 }, once))
    expect((await get(key('race')))?.amount).toEqual(n(20))
  })
})
