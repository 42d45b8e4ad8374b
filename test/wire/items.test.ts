import type { AttributeValue } from '@aws-sdk/client-dynamodb'
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
beforeAll(async () => {
  wire = await connect()
  table = await wire.table()
})
afterAll(() => wire.close())

const put = (Item: Row) => wire.client.send(new PutItemCommand({ TableName: table, Item }))
const get = async (Key: Row, ProjectionExpression?: string) => {
  const input = { TableName: table, Key, ConsistentRead: true, ProjectionExpression }
  return (await wire.client.send(new GetItemCommand(input))).Item
}

describe('items of every type', () => {
  const values: Readonly<Record<string, AttributeValue>> = {
    string: s('贵池区'),
    'empty string': s(''),
    astral: s('𠮷'),
    number: n('-12.5'),
    binary: { B: new Uint8Array([0, 255, 7]) },
    'empty binary': { B: new Uint8Array() },
    true: { BOOL: true },
    false: { BOOL: false },
    null: { NULL: true },
    'empty list': { L: [] },
    'empty map': { M: {} },
    nested: { M: { a: { L: [{ M: { b: n(1) } }, { NULL: true }] } } },
  }
  it.each(Object.entries(values))('keeps a %s', async (name, value) => {
    await put({ ...key('type', name), value })
    expect(await get(key('type', name))).toEqual({ ...key('type', name), value })
  })

  it('keeps sets as sets', async () => {
    await put({
      ...key('sets'),
      ss: { SS: ['b', 'a'] },
      ns: { NS: ['2', '1.0'] },
      bs: { BS: [new Uint8Array([1])] },
    })
    const item = await get(key('sets'))
    expect(new Set(item?.ss?.SS)).toEqual(new Set(['a', 'b']))
    expect(new Set(item?.ns?.NS)).toEqual(new Set(['1', '2']))
    expect(item?.bs?.BS).toEqual([new Uint8Array([1])])
  })

  it('keeps attributes that are called like parts of every object', async () => {
    const item = { ...key('names'), constructor: s('a'), toString: s('b'), hasOwnProperty: s('c') }
    await put(item as unknown as Row)
    expect(await get(key('names'))).toEqual(item)
    expect(await get(key('names'), 'valueOf')).toEqual({})
  })
})

describe('numbers', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['1e3', '1000'],
    ['0010.50', '10.5'],
    ['-0', '0'],
    ['0.000', '0'],
    ['1.5E-3', '0.0015'],
    ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
  ]
  it.each(forms)('normalises %s to %s', async (given, kept) => {
    await put({ ...key('number', given), value: n(given), inner: { L: [{ M: { value: n(given) } }] } })
    const item = await get(key('number', given))
    expect(item?.value).toEqual(n(kept))
    expect(item?.inner?.L?.[0]?.M?.value).toEqual(n(kept))
  })

  const refusals: readonly (readonly [string, RegExp])[] = [
    ['123456789012345678901234567890123456789', /38 significant digits/],
    ['1e126', /overflow/],
    ['1e-131', /underflow/],
    ['eleven', /numeric value/],
    ['', /numeric value/],
  ]
  it.each(refusals)('refuses %s', async (given, message) => {
    await refused(put({ ...key('number'), value: n(given) }), 'ValidationException', message)
  })
})

describe('put', () => {
  it('replaces the whole item and gives the old one', async () => {
    await put({ ...key('put'), a: n(1) })
    const Item = { ...key('put'), b: n(2) }
    const answer = await wire.client.send(
      new PutItemCommand({ TableName: table, Item, ReturnValues: 'ALL_OLD' }),
    )
    expect(answer.Attributes).toEqual({ ...key('put'), a: n(1) })
    expect(await get(key('put'))).toEqual(Item)
  })

  const refusals: readonly (readonly [string, Row, RegExp])[] = [
    ['a missing key', { pk: s('a') }, /Missing the key sk/],
    ['a key of the wrong type', { pk: s('a'), sk: n(1) }, /Type mismatch for key sk expected: S actual: N/],
    ['an empty key', { pk: s(''), sk: s('a') }, /empty string value. Key: pk/],
    ['an empty sort key', { pk: s('a'), sk: s('') }, /empty string value. Key: sk/],
    ['an empty set', { ...key('a'), set: { SS: [] } }, /may not be empty/],
    ['a set with duplicates', { ...key('a'), set: { SS: ['a', 'a'] } }, /duplicates/],
    ['equal numbers in a set', { ...key('a'), set: { NS: ['1', '1.0'] } }, /duplicates/],
    [
      'NULL that is false',
      { ...key('a'), value: { NULL: false } as unknown as AttributeValue },
      /value of true/,
    ],
    ['a key beyond 2048 bytes', key('x'.repeat(2049)), /2048 bytes/],
    ['a sort key beyond 1024 bytes', key('a', '户'.repeat(342)), /1024 bytes/],
  ]
  it.each(refusals)('refuses %s', async (_, item, message) => {
    await refused(put(item), 'ValidationException', message)
  })

  it('takes keys of the largest size', async () => {
    const largest = key('x'.repeat(2048), '户'.repeat(341))
    await put(largest)
    expect(await get(largest)).toEqual(largest)
  })

  it('refuses a table that is not there', async () => {
    const attempt = wire.client.send(new PutItemCommand({ TableName: `${table}-no`, Item: key('a') }))
    await refused(attempt, 'ResourceNotFoundException')
  })
})

describe('get', () => {
  it('gives nothing where there is nothing', async () => expect(await get(key('nowhere'))).toBeUndefined())

  it('projects paths, list elements closing up in their order', async () => {
    await put({ ...key('path'), a: n(1), m: { M: { x: n(2), y: n(3) } }, l: { L: [n(0), n(1), n(2), n(3)] } })
    expect(await get(key('path'), 'a, m.y, l[3], l[1], m.nothing, l[9]')).toEqual({
      a: n(1),
      m: { M: { y: n(3) } },
      l: { L: [n(1), n(3)] },
    })
  })

  it('refuses a key with more or fewer parts, or another type', async () => {
    const message = /does not match the schema/
    await refused(get({ pk: s('a') }), 'ValidationException', message)
    await refused(get({ ...key('a'), more: s('a') }), 'ValidationException', message)
    await refused(get({ pk: s('a'), sk: n(1) }), 'ValidationException', message)
  })

  it('refuses overlapping paths and a path into a key', async () => {
    await refused(get(key('a'), 'm, m.x'), 'ValidationException', /overlap/)
    await refused(get(key('a'), 'pk.x'), 'ValidationException', /Key attributes must be scalars/)
  })
})

describe('delete', () => {
  it('gives what it deleted, and does not mind when there is nothing', async () => {
    await put({ ...key('gone'), a: n(1) })
    const remove = () =>
      wire.client.send(new DeleteItemCommand({ TableName: table, Key: key('gone'), ReturnValues: 'ALL_OLD' }))
    expect((await remove()).Attributes).toEqual({ ...key('gone'), a: n(1) })
    expect(await get(key('gone'))).toBeUndefined()
    expect((await remove()).Attributes).toBeUndefined()
  })

  it('refuses return values that make no sense', async () => {
    const input = { TableName: table, Key: key('gone'), ReturnValues: 'ALL_NEW' as const }
    await refused(wire.client.send(new DeleteItemCommand(input)), 'ValidationException')
  })
})

describe('an update of nothing', () => {
  it('makes the item of its key', async () => {
    await wire.client.send(new UpdateItemCommand({ TableName: table, Key: key('fresh') }))
    expect(await get(key('fresh'))).toEqual(key('fresh'))
  })
})
