import type { WriteRequest } from '@aws-sdk/client-dynamodb'
import { BatchGetItemCommand, BatchWriteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Row, Wire } from './endpoint.ts'
import { connect, key, n, refused, s } from './endpoint.ts'

let wire: Wire
let table: string
beforeAll(async () => {
  wire = await connect()
  table = await wire.table()
})
afterAll(() => wire.close())

const puts = (count: number, pk = 'b'): WriteRequest[] =>
  Array.from({ length: count }, (_, i) => ({ PutRequest: { Item: { ...key(pk, String(i)), i: n(i) } } }))
const write = (requests: WriteRequest[], name = table) =>
  wire.client.send(new BatchWriteItemCommand({ RequestItems: { [name]: requests } }))
const read = (Keys: Row[], more: object = {}, name = table) =>
  wire.client.send(
    new BatchGetItemCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true, ...more } } }),
  )

describe('a batch of writes', () => {
  it('puts and deletes up to 25 items', async () => {
    expect((await write(puts(25))).UnprocessedItems).toEqual({})
    await write([{ DeleteRequest: { Key: key('b', '0') } }, { PutRequest: { Item: key('b', '1') } }])
    const { Responses } = await read([key('b', '0'), key('b', '1'), key('b', '2')])
    const found = Responses?.[table]?.sort((x, y) => String(x.sk?.S).localeCompare(String(y.sk?.S)))
    expect(found).toEqual([key('b', '1'), { ...key('b', '2'), i: n(2) }])
  })

  const cases: readonly (readonly [string, () => WriteRequest[], RegExp])[] = [
    ['26 items', () => puts(26), /less than or equal to 25|Too many items/],
    ['none', () => [], /greater than or equal to 1|can't be empty/],
    ['one item twice', () => [...puts(1), { DeleteRequest: { Key: key('b', '0') } }], /contains duplicates/],
    ['an empty key', () => [{ PutRequest: { Item: key('') } }], /empty string value/],
    ['half a key', () => [{ DeleteRequest: { Key: { pk: s('a') } } }], /does not match the schema/],
    [
      'an item too large',
      () => [{ PutRequest: { Item: { ...key('a'), b: s('x'.repeat(409_600)) } } }],
      /maximum allowed size/,
    ],
  ]
  for (const [what, requests, message] of cases) {
    it(`is refused with ${what}`, async () => {
      await refused(write(requests()), 'ValidationException', message)
    })
  }

  it('that is refused writes nothing of itself', async () => {
    await refused(write([...puts(3, 'whole'), { PutRequest: { Item: key('') } }]), 'ValidationException')
    const filter = { FilterExpression: 'pk = :p', ExpressionAttributeValues: { ':p': s('whole') } }
    const scan = new ScanCommand({ TableName: table, ConsistentRead: true, ...filter })
    expect((await wire.client.send(scan)).Items).toEqual([])
  })

  it('is refused for a table that is not there', async () => {
    await refused(write(puts(1), `${table}-no`), 'ResourceNotFoundException')
  })
})

describe('a batch of reads', () => {
  it('gives what is there, projected', async () => {
    await write(puts(2, 'r'))
    const { Responses, UnprocessedKeys } = await read([key('r', '1'), key('r', '9')], {
      ProjectionExpression: 'i',
    })
    expect(Responses?.[table]).toEqual([{ i: n(1) }])
    expect(UnprocessedKeys).toEqual({})
  })

  it('stops at 16 MB and says what is left', async () => {
    const body = s('x'.repeat(380_000))
    for (let i = 0; i < 50; i++) await wire.put(table, { ...key('mb', String(i)), body })
    const keys = Array.from({ length: 50 }, (_, i) => key('mb', String(i)))
    const { Responses, UnprocessedKeys } = await read(keys)
    const found = Responses?.[table]?.length ?? 0
    const left = UnprocessedKeys?.[table]
    expect(found + (left?.Keys?.length ?? 0)).toBe(50)
    expect(found).toBe(44)
    expect(left).toMatchObject({ ConsistentRead: true })
  })

  const cases: readonly (readonly [string, () => Row[], RegExp])[] = [
    [
      '101 keys',
      () => Array.from({ length: 101 }, (_, i) => key('r', String(i))),
      /less than or equal to 100|Too many items/,
    ],
    ['a key twice', () => [key('r'), key('r')], /contains duplicates/],
    ['half a key', () => [{ pk: s('r') }], /does not match the schema/],
    ['no keys', () => [], /greater than or equal to 1/],
  ]
  for (const [what, keys, message] of cases) {
    it(`is refused with ${what}`, async () => {
      await refused(read(keys()), 'ValidationException', message)
    })
  }
})
