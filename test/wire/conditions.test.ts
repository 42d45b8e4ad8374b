import type { AttributeValue, PutItemCommandInput } from '@aws-sdk/client-dynamodb'
import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Row, Wire } from './endpoint.ts'
import { connect, key, n, refused, s } from './endpoint.ts'

let wire: Wire
let table: string
const item: Row = {
  ...key('item'),
  text: s('户主'),
  number: n(10),
  negative: n('-2.5'),
  bytes: { B: new Uint8Array([1, 2, 3]) },
  flag: { BOOL: true },
  none: { NULL: true },
  tags: { SS: ['a', 'b'] },
  sizes: { NS: ['1', '2'] },
  list: { L: [s('x'), n(1), { M: { y: n(2) } }] },
  map: { M: { inner: { M: { deep: s('here') } }, constructor: s('c') } },
  emptyMap: { M: {} },
  emptyList: { L: [] },
}
beforeAll(async () => {
  wire = await connect()
  table = await wire.table()
  await wire.put(table, item)
})
afterAll(() => wire.close())

type Case = readonly [condition: string, values?: Readonly<Record<string, AttributeValue>>]

function attempt([condition, values]: Case) {
  const names = [...new Set(condition.match(/#\w+/g) ?? [])]
  const input: PutItemCommandInput = { TableName: table, Item: item, ConditionExpression: condition }
  if (values) input.ExpressionAttributeValues = values
  if (names.length > 0)
    input.ExpressionAttributeNames = Object.fromEntries(names.map((name) => [name, name.slice(1)]))
  return wire.client.send(new PutItemCommand(input))
}

describe('conditions that hold', () => {
  const cases: readonly Case[] = [
    ['attribute_exists(pk)'],
    ['attribute_not_exists(nothing)'],
    ['attribute_exists(#map.#inner.deep)'],
    ['attribute_not_exists(#map.#inner.nothing)'],
    ['attribute_exists(#map.#constructor)'],
    ['attribute_not_exists(#constructor)'],
    ['attribute_exists(#list[2].y)'],
    ['attribute_not_exists(#list[3])'],
    ['#text = :v', { ':v': s('户主') }],
    [':v = #text', { ':v': s('户主') }],
    ['#number = :v', { ':v': n('10.0') }],
    ['#number <> :v', { ':v': s('10') }],
    ['nothing <> :v', { ':v': s('10') }],
    ['#number < :v', { ':v': n(100) }],
    ['negative < :v', { ':v': n('-2.4') }],
    ['#number >= :v AND #number <= :v', { ':v': n(10) }],
    ['#number BETWEEN :a AND :b', { ':a': n(9), ':b': n('10') }],
    ['bytes > :v', { ':v': { B: new Uint8Array([1, 2]) } }],
    ['#text IN (:a, :b)', { ':a': s('x'), ':b': s('户主') }],
    ['emptyMap IN (:a, :b)', { ':a': { M: {} }, ':b': s('x') }],
    ['emptyList IN (:a)', { ':a': { L: [] } }],
    ['emptyMap = :v', { ':v': { M: {} } }],
    ['#map = :v', { ':v': item.map as AttributeValue }],
    ['#list = :v', { ':v': item.list as AttributeValue }],
    ['tags = :v', { ':v': { SS: ['b', 'a'] } }],
    ['tags <> :v', { ':v': { SS: ['b'] } }],
    ['begins_with(#text, :v)', { ':v': s('户') }],
    ['begins_with(bytes, :v)', { ':v': { B: new Uint8Array([1, 2]) } }],
    ['contains(#text, :v)', { ':v': s('主') }],
    ['contains(tags, :v)', { ':v': s('a') }],
    ['contains(sizes, :v)', { ':v': n('2.0') }],
    ['contains(#list, :v)', { ':v': { M: { y: n(2) } } }],
    ['contains(bytes, :v)', { ':v': { B: new Uint8Array([2, 3]) } }],
    ['attribute_type(tags, :v)', { ':v': s('SS') }],
    ['size(tags) = :v', { ':v': n(2) }],
    ['size(#map) = :v AND size(bytes) = :w', { ':v': n(2), ':w': n(3) }],
    ['size(#list) > size(tags)'],
    ['NOT #number = :v', { ':v': n(11) }],
    ['NOT (#number = :v OR flag = :f)', { ':v': n(11), ':f': { BOOL: false } }],
    ['#number = :x OR #number = :v AND flag = :t', { ':x': n(10), ':v': n(11), ':t': { BOOL: false } }],
    ['#none = :v', { ':v': { NULL: true } }],
  ]
  for (const given of cases) {
    it(given[0], async () => {
      await attempt(given)
    })
  }
})

describe('conditions that fail', () => {
  const cases: readonly Case[] = [
    ['attribute_not_exists(pk)'],
    ['attribute_exists(nothing)'],
    ['attribute_exists(#constructor)'],
    ['#number = :v', { ':v': s('10') }],
    ['#number > :v', { ':v': s('1') }],
    ['#number > :v', { ':v': n(9.5 + 1) }],
    ['nothing = :v', { ':v': s('10') }],
    ['nothing < :v', { ':v': s('10') }],
    ['nothing IN (:v)', { ':v': s('10') }],
    ['#text = nothing'],
    ['tags = :v', { ':v': { SS: ['a', 'b', 'c'] } }],
    ['#map = :v', { ':v': { M: {} } }],
    ['#list = :v', { ':v': { L: [n(1), s('x')] } }],
    ['contains(#list, :v)', { ':v': n(3) }],
    ['contains(#number, :v)', { ':v': n(1) }],
    ['begins_with(#number, :v)', { ':v': s('1') }],
    ['attribute_type(tags, :v)', { ':v': s('S') }],
    ['size(#number) > :v', { ':v': n(0) }],
    ['NOT (#number = :v OR flag = :f)', { ':v': n(10), ':f': { BOOL: false } }],
    ['flag = :t AND #number = :v', { ':v': n(11), ':t': { BOOL: true } }],
  ]
  for (const given of cases) {
    it(given[0], async () => {
      await refused(attempt(given), 'ConditionalCheckFailedException', /conditional request failed/)
    })
  }
})

describe('conditions that cannot be', () => {
  const cases: readonly (readonly [string, RegExp, Readonly<Record<string, AttributeValue>>?])[] = [
    ['text = :v', /reserved keyword: text/i, { ':v': s('a') }],
    ['flag = :missing', /not defined; attribute value: :missing/],
    ['flag = :v', /unused in expressions: keys: {:w}/, { ':v': s('a'), ':w': s('b') }],
    ['flag =', /Syntax error/],
    ['', /can not be empty/],
    ['exists(flag)', /Invalid function name; function: exists/],
    ['size(flag)', /not allowed to be used this way/],
    ['attribute_type(flag, :v)', /Invalid attribute type name/, { ':v': s('X') }],
    ['begins_with(flag, :v)', /Incorrect operand type/, { ':v': n(1) }],
    ['flag BETWEEN :a AND :b', /upper bound to be greater/, { ':a': n(2), ':b': n(1) }],
    ['((flag = :v))', /redundant parentheses/, { ':v': s('a') }],
    ['flag = flag', /must be distinct/],
    ['pk.x = :v', /Key attributes must be scalars/, { ':v': s('a') }],
  ]
  for (const [condition, message, values] of cases) {
    it(`refuses ${condition}`, async () => {
      await refused(attempt(values ? [condition, values] : [condition]), 'ValidationException', message)
    })
  }
})

describe('the row that stands', () => {
  const failing = { TableName: table, ConditionExpression: 'attribute_not_exists(pk)' }
  const asks = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }
  const commands = {
    put: (more: object) => new PutItemCommand({ ...failing, TableName: table, Item: item, ...more }),
    update: (more: object) =>
      new UpdateItemCommand({ ...failing, TableName: table, Key: key('item'), ...more }),
    delete: (more: object) =>
      new DeleteItemCommand({ ...failing, TableName: table, Key: key('item'), ...more }),
  }
  it.each(['put', 'update', 'delete'] as const)(
    'comes back from a refused %s that asks for it',
    async (kind) => {
      const error = await refused(
        wire.client.send(commands[kind](asks) as never),
        'ConditionalCheckFailedException',
      )
      expect(error['Item']).toMatchObject({ ...key('item'), number: n(10) })
      const silent = await refused(
        wire.client.send(commands[kind]({}) as never),
        'ConditionalCheckFailedException',
      )
      expect(silent['Item']).toBeUndefined()
    },
  )

  it('is left as it was', async () => {
    const Key = key('item')
    const condition = { ConditionExpression: '#n = :no', ExpressionAttributeNames: { '#n': 'number' } }
    const change = {
      UpdateExpression: 'SET #n = :new',
      ExpressionAttributeValues: { ':no': n(1), ':new': n(2) },
    }
    const update = new UpdateItemCommand({ TableName: table, Key, ...condition, ...change })
    await refused(wire.client.send(update), 'ConditionalCheckFailedException')
    const now = await wire.client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }))
    expect(now.Item?.number).toEqual(n(10))
  })
})
