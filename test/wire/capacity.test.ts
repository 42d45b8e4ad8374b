import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb'
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Row, Wire } from './endpoint.ts'
import { connect, key, n, s } from './endpoint.ts'
import { threeIndexes } from './three-indexes.ts'

let wire: Wire
let plain: string
let indexed: string
beforeAll(async () => {
  wire = await connect()
  plain = await wire.table()
  indexed = await wire.table(threeIndexes)
})
afterAll(() => wire.close())

/** An item of exactly so many bytes: names, keys and filling. */
function sized(pk: string, bytes: number, sk = '#'): Row {
  const fixed = 2 + pk.length + 2 + sk.length + 4
  return { ...key(pk, sk), body: s('x'.repeat(bytes - fixed)) }
}
const ask = { ReturnConsumedCapacity: 'INDEXES' as const }
/** `[table]` or `[table, { index: units }]`, and the total checked against both. */
function units(consumed: ConsumedCapacity | undefined): readonly unknown[] {
  const table = consumed?.Table?.CapacityUnits ?? 0
  const entries = Object.entries(consumed?.GlobalSecondaryIndexes ?? {})
  const indexes = Object.fromEntries(entries.map(([name, used]) => [name, used.CapacityUnits ?? 0]))
  expect(consumed?.CapacityUnits).toBe(
    entries.reduce((sum, [, used]) => sum + (used.CapacityUnits ?? 0), table),
  )
  return entries.length > 0 ? [table, indexes] : [table]
}
const put = async (TableName: string, Item: Row) =>
  units((await wire.client.send(new PutItemCommand({ TableName, Item, ...ask }))).ConsumedCapacity)
const remove = async (TableName: string, Key: Row) =>
  units((await wire.client.send(new DeleteItemCommand({ TableName, Key, ...ask }))).ConsumedCapacity)
const set = async (Key: Row, name: string, value: Row[string]) => {
  const change = { UpdateExpression: `SET ${name} = :v`, ExpressionAttributeValues: { ':v': value } }
  const input = { TableName: indexed, Key, ...change, ...ask }
  return units((await wire.client.send(new UpdateItemCommand(input))).ConsumedCapacity)
}

describe('writes of a table', () => {
  it('cost a unit per KB, by the larger of old and new', async () => {
    expect(await put(plain, sized('w', 1024))).toEqual([1])
    expect(await put(plain, sized('w', 1025))).toEqual([2])
    expect(await put(plain, key('w'))).toEqual([2])
    expect(await put(plain, sized('w', 10_240))).toEqual([10])
    expect(await remove(plain, key('w'))).toEqual([10])
    expect(await remove(plain, key('w'))).toEqual([1])
  })

  it('count UTF-8 bytes', async () => {
    expect(await put(plain, { ...key('utf8'), body: s('户'.repeat(337)) })).toEqual([1])
    expect(await put(plain, { ...key('utf8'), body: s('户'.repeat(338)) })).toEqual([2])
    expect(await put(plain, { ...key('utf9'), ['户'.repeat(340)]: s('') })).toEqual([2])
  })

  it('are silent unless asked, and total without parts when asked for the total', async () => {
    const input = { TableName: plain, Item: key('silent') }
    expect((await wire.client.send(new PutItemCommand(input))).ConsumedCapacity).toBeUndefined()
    const asked = await wire.client.send(new PutItemCommand({ ...input, ReturnConsumedCapacity: 'TOTAL' }))
    expect(asked.ConsumedCapacity).toEqual({ TableName: plain, CapacityUnits: 1 })
  })
})

describe('writes with indexes', () => {
  it('cost nothing where there is no entry', async () => {
    expect(await put(indexed, key('i1'))).toEqual([1])
    expect(await remove(indexed, key('i1'))).toEqual([1])
  })

  it('cost one write for a new, changed or lost entry, two for one that moves, none for one that stays', async () => {
    const item = { ...key('i2'), place: s('P'), due: n(1) }
    expect(await put(indexed, item)).toEqual([1, { some: 1, everything: 1, keys: 1 }])
    expect(await set(key('i2'), 'spare', s('x'))).toEqual([1, { everything: 1 }])
    expect(await set(key('i2'), 'card', s('x'))).toEqual([1, { some: 1, everything: 1 }])
    expect(await set(key('i2'), 'due', n(2))).toEqual([1, { some: 2, everything: 1 }])
    expect(await set(key('i2'), 'place', s('Q'))).toEqual([1, { some: 2, everything: 2, keys: 2 }])
    expect(await set(key('i2'), 'place', s('Q'))).toEqual([1])
    expect(await remove(indexed, key('i2'))).toEqual([1, { some: 1, everything: 1, keys: 1 }])
  })

  it('cost what the projected entry weighs', async () => {
    const item = { ...sized('i3', 5000), place: s('P'), due: n(1), card: s('x'.repeat(1500)) }
    expect(await put(indexed, item)).toEqual([7, { some: 2, everything: 7, keys: 1 }])
    expect(await set(key('i3'), 'card', s('x'))).toEqual([7, { some: 2, everything: 7 }])
    expect(await set(key('i3'), 'due', n(3))).toEqual([5, { some: 2, everything: 5 }])
  })
})

describe('reads', () => {
  const get = async (Key: Row, ConsistentRead: boolean) => {
    const input = { TableName: plain, Key, ConsistentRead, ...ask }
    return units((await wire.client.send(new GetItemCommand(input))).ConsumedCapacity)
  }
  it('cost a unit per 4 KB, half of it when eventual', async () => {
    await wire.put(plain, sized('r', 4096), sized('r', 4097, 'b'))
    expect(await get(key('r'), true)).toEqual([1])
    expect(await get(key('r'), false)).toEqual([0.5])
    expect(await get(key('r', 'b'), true)).toEqual([2])
    expect(await get(key('r', 'b'), false)).toEqual([1])
    expect(await get(key('nothing'), true)).toEqual([1])
    expect(await get(key('nothing'), false)).toEqual([0.5])
  })

  it('of a page round up the sum of its bytes, whatever the filter and projection leave', async () => {
    await wire.put(plain, ...Array.from({ length: 10 }, (_, i) => sized('q', 1000, String(i))))
    const query = async (more: object) => {
      const values = { ':p': s('q') }
      const input = {
        TableName: plain,
        KeyConditionExpression: 'pk = :p',
        ExpressionAttributeValues: values,
        ...ask,
        ...more,
      }
      return units((await wire.client.send(new QueryCommand(input))).ConsumedCapacity)
    }
    expect(await query({ ConsistentRead: true })).toEqual([3])
    expect(await query({})).toEqual([1.5])
    expect(await query({ Limit: 4 })).toEqual([0.5])
    expect(await query({ Select: 'COUNT' })).toEqual([1.5])
    expect(await query({ FilterExpression: 'attribute_exists(nope)', ProjectionExpression: 'pk' })).toEqual([
      1.5,
    ])
    expect(await query({ ExpressionAttributeValues: { ':p': s('empty') }, ConsistentRead: true })).toEqual([
      1,
    ])
  })

  it('of an index are counted on the index, by the projected bytes', async () => {
    const items = Array.from({ length: 5 }, (_, i) => ({
      ...sized('x', 3000, String(i)),
      place: s('X'),
      due: n(i),
    }))
    await wire.put(indexed, ...items)
    const query = async (IndexName: string) => {
      const values = { ':p': s('X') }
      const input = {
        TableName: indexed,
        IndexName,
        KeyConditionExpression: 'place = :p',
        ExpressionAttributeValues: values,
      }
      return units((await wire.client.send(new QueryCommand({ ...input, ...ask }))).ConsumedCapacity)
    }
    expect(await query('some')).toEqual([0, { some: 0.5 }])
    expect(await query('everything')).toEqual([0, { everything: 2 }])
  })

  it('of a scan likewise', async () => {
    const table = await wire.table()
    await wire.put(table, ...Array.from({ length: 9 }, (_, i) => sized('s', 1000, String(i))))
    const scan = await wire.client.send(new ScanCommand({ TableName: table, ConsistentRead: true, ...ask }))
    expect(units(scan.ConsumedCapacity)).toEqual([3])
  })
})

describe('batches', () => {
  it('cost the sum of their items, each rounded up', async () => {
    const puts = [sized('b', 1025, '0'), sized('b', 10, '1')].map((Item) => ({ PutRequest: { Item } }))
    const remove = { DeleteRequest: { Key: key('b', 'nothing') } }
    const write = new BatchWriteItemCommand({ RequestItems: { [plain]: [...puts, remove] }, ...ask })
    expect((await wire.client.send(write)).ConsumedCapacity?.map(units)).toEqual([[4]])
    const Keys = ['0', '1', 'nothing'].map((sk) => key('b', sk))
    const read = new BatchGetItemCommand({ RequestItems: { [plain]: { Keys } }, ...ask })
    expect((await wire.client.send(read)).ConsumedCapacity?.map(units)).toEqual([[1.5]])
    const strong = new BatchGetItemCommand({
      RequestItems: { [plain]: { Keys, ConsistentRead: true } },
      ...ask,
    })
    expect((await wire.client.send(strong)).ConsumedCapacity?.map(units)).toEqual([[3]])
  })
})

describe('transactions', () => {
  it('cost twice on the table and once on its indexes', async () => {
    const write = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: indexed, Item: { ...key('t', '1'), place: s('T') } } },
        { Put: { TableName: indexed, Item: sized('t', 1500, '2') } },
        {
          ConditionCheck: {
            TableName: plain,
            Key: key('nothing'),
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ],
      ...ask,
    })
    const { ConsumedCapacity: consumed } = await wire.client.send(write)
    expect(consumed?.map(units)).toEqual([[6, { everything: 1, keys: 1 }], [2]])
    expect(consumed?.[1]).toMatchObject({ TableName: plain, WriteCapacityUnits: 2 })
    const read = new TransactGetItemsCommand({
      TransactItems: ['1', '2', 'nothing'].map((sk) => ({ Get: { TableName: indexed, Key: key('t', sk) } })),
      ...ask,
    })
    const answer = await wire.client.send(read)
    expect(answer.ConsumedCapacity?.map(units)).toEqual([[6]])
    expect(answer.ConsumedCapacity?.[0]).toMatchObject({ ReadCapacityUnits: 6 })
  })

  it('cost reads when a token repeats one', async () => {
    const input = {
      TransactItems: [{ Put: { TableName: plain, Item: sized('again', 5000) } }],
      ClientRequestToken: crypto.randomUUID(),
      ...ask,
    }
    const first = await wire.client.send(new TransactWriteItemsCommand(input))
    expect(first.ConsumedCapacity?.map(units)).toEqual([[10]])
    const again = await wire.client.send(new TransactWriteItemsCommand(input))
    expect(again.ConsumedCapacity?.[0]).toMatchObject({ CapacityUnits: 4, ReadCapacityUnits: 4 })
  })
})
