import { TransactGetItemsCommand } from '@aws-sdk/client-dynamodb'
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

describe('transactional reads', () => {
  const read = (keys: readonly Row[], more: object = {}) => {
    const TransactItems = keys.map((Key) => ({ Get: { TableName: table, Key, ...more } }))
    return wire.client.send(new TransactGetItemsCommand({ TransactItems }))
  }
  it('give every item in order, and an empty place for none', async () => {
    await wire.put(table, { ...key('r', '1'), a: n(1), b: n(2) })
    const { Responses } = await read([key('r', '0'), key('r', '1')], { ProjectionExpression: 'b' })
    expect(Responses?.map(({ Item }) => Item)).toEqual([undefined, { b: n(2) }])
  })
  it('are refused twice for one item, over 100, and without the whole key', async () => {
    await refused(read([key('r'), key('r')]), 'ValidationException', /multiple operations on one item/)
    const many = Array.from({ length: 101 }, (_, i) => key('r', String(i)))
    await refused(read(many), 'ValidationException', /less than or equal to 100/)
    const error = read([{ pk: s('r') }])
    await expect(error).rejects.toThrow(/does not match the schema|cancelled/i)
  })
})
