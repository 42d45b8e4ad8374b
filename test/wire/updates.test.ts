import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
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

type Values = Readonly<Record<string, AttributeValue>>

async function update(expression: string, values?: Values, more: object = {}) {
  const names = [...new Set(expression.match(/#\w+/g) ?? [])]
  const input = {
    TableName: table,
    Key: key('row'),
    UpdateExpression: expression,
    ...(values && { ExpressionAttributeValues: values }),
    ...(names.length > 0 && {
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [name, name.slice(1)])),
    }),
    ...more,
  }
  return wire.client.send(new UpdateItemCommand(input))
}

/** Begins from this row, applies the update and gives the row without its key. */
async function result(start: Row, expression: string, values?: Values): Promise<Row> {
  await wire.put(table, { ...key('row'), ...start })
  const { Attributes } = await update(expression, values, { ReturnValues: 'ALL_NEW' })
  const stored = await wire.client.send(
    new GetItemCommand({ TableName: table, Key: key('row'), ConsistentRead: true }),
  )
  expect(stored.Item).toEqual(Attributes)
  const { pk: _, sk: __, ...rest } = Attributes ?? {}
  return rest
}

describe('update expressions', () => {
  const one = { ':v': n(1) }
  const list = { L: [s('0'), s('1'), s('2'), s('3')] }
  const cases: readonly (readonly [string, Row, Values | undefined, Row])[] = [
    ['SET a = :v', {}, one, { a: n(1) }],
    ['SET a = a + :v', { a: n('0.5') }, one, { a: n('1.5') }],
    ['SET a = :v - a', { a: n('3') }, one, { a: n('-2') }],
    ['SET a = b, b = a', { a: s('x'), b: s('y') }, undefined, { a: s('y'), b: s('x') }],
    ['SET a = if_not_exists(a, :v)', {}, one, { a: n(1) }],
    ['SET a = if_not_exists(a, :v)', { a: n(7) }, one, { a: n(7) }],
    ['SET a = if_not_exists(a, :v) + :v', { a: n(7) }, one, { a: n(8) }],
    ['SET l = list_append(l, :v)', { l: list }, { ':v': { L: [n(4)] } }, { l: { L: [...list.L, n(4)] } }],
    [
      'SET l = list_append(:v, if_not_exists(l, :v))',
      {},
      { ':v': { L: [n(4)] } },
      { l: { L: [n(4), n(4)] } },
    ],
    ['SET m.b = :v', { m: { M: { a: s('a') } } }, one, { m: { M: { a: s('a'), b: n(1) } } }],
    [
      'SET m.x = m',
      { m: { M: { a: s('a') } } },
      undefined,
      { m: { M: { a: s('a'), x: { M: { a: s('a') } } } } },
    ],
    ['SET l[1] = :v', { l: list }, one, { l: { L: [s('0'), n(1), s('2'), s('3')] } }],
    ['SET l[9] = :v', { l: list }, one, { l: { L: [...list.L, n(1)] } }],
    ['SET l[8] = :w, l[7] = :v', { l: list }, { ...one, ':w': n(2) }, { l: { L: [...list.L, n(1), n(2)] } }],
    ['REMOVE a', { a: n(1), b: n(2) }, undefined, { b: n(2) }],
    ['REMOVE nothing', { b: n(2) }, undefined, { b: n(2) }],
    ['REMOVE l[0], l[1]', { l: list }, undefined, { l: { L: [s('2'), s('3')] } }],
    ['REMOVE l[2], l[0]', { l: list }, undefined, { l: { L: [s('1'), s('3')] } }],
    ['REMOVE l[0] SET l[2] = :v', { l: list }, one, { l: { L: [s('1'), n(1), s('3')] } }],
    ['REMOVE l[9]', { l: list }, undefined, { l: list }],
    ['ADD a :v', {}, one, { a: n(1) }],
    ['ADD a :v', { a: n('-1') }, one, { a: n(0) }],
    ['ADD m.c :v', { m: { M: {} } }, one, { m: { M: { c: n(1) } } }],
    ['ADD t :v', { t: { SS: ['a'] } }, { ':v': { SS: ['a', 'b'] } }, { t: { SS: ['a', 'b'] } }],
    ['DELETE t :v', { t: { SS: ['a', 'b'] } }, { ':v': { SS: ['b', 'c'] } }, { t: { SS: ['a'] } }],
    ['DELETE t :v', { t: { NS: ['1'] }, a: n(1) }, { ':v': { NS: ['1.0'] } }, { a: n(1) }],
    ['DELETE nothing :v', { a: n(1) }, { ':v': { SS: ['b'] } }, { a: n(1) }],
    ['SET a = :v REMOVE b ADD c :v', { b: n(1), c: n(1) }, one, { a: n(1), c: n(2) }],
    ['SET #constructor = :v', {}, one, { constructor: n(1) } as unknown as Row],
    ['set a = :v remove b', { b: n(1) }, one, { a: n(1) }],
  ]
  it.each(cases)('%s on %j', async (expression, start, values, expected) => {
    expect(await result(start, expression, values)).toEqual(expected)
  })

  it('copies: a value set in two places is two values', async () => {
    await result({ m: { M: { a: n(1) } } }, 'SET x = m, y = m')
    expect(await result({ m: { M: { a: n(1) } } }, 'SET x = m')).toEqual({
      m: { M: { a: n(1) } },
      x: { M: { a: n(1) } },
    })
    const { Attributes } = await update('SET x.a = :v', { ':v': n(2) }, { ReturnValues: 'ALL_NEW' })
    expect(Attributes).toMatchObject({ m: { M: { a: n(1) } }, x: { M: { a: n(2) } } })
  })

  it('counts exactly with 38 digits', async () => {
    const big = n('99999999999999999999999999999999999998')
    expect(await result({ a: big }, 'SET a = a + :v', { ':v': n(1) })).toEqual({
      a: n('99999999999999999999999999999999999999'),
    })
    expect(await result({ a: n('0.1') }, 'SET a = a + :v', { ':v': n('0.2') })).toEqual({ a: n('0.3') })
  })
})

describe('refused updates leave the row alone', () => {
  const cases: readonly (readonly [string, RegExp, Values?])[] = [
    ['SET pk = :v', /Cannot update attribute pk. This attribute is part of the key/, { ':v': s('a') }],
    ['SET a = nothing', /attribute that does not exist/],
    ['SET a = txt + :v', /incorrect data type/, { ':v': n(1) }],
    ['SET a = a + :v', /Incorrect operand type/, { ':v': s('x') }],
    ['SET a = list_append(a, :v)', /incorrect data type/, { ':v': { L: [] } }],
    ['SET nothing.x = :v', /document path .* invalid for update/, { ':v': n(1) }],
    ['SET a.x = :v', /document path .* invalid for update/, { ':v': n(1) }],
    ['REMOVE nothing.x', /document path .* invalid for update/],
    ['SET a = :v, a.b = :v', /overlap/, { ':v': n(1) }],
    ['SET a = :v REMOVE a', /overlap/, { ':v': n(1) }],
    ['SET m.x = :v, m[0] = :v', /conflict/, { ':v': n(1) }],
    ['SET a = :v SET b = :v', /only be used once/, { ':v': n(1) }],
    ['ADD txt :v', /incorrect data type/, { ':v': n(1) }],
    ['ADD a :v', /Incorrect operand type/, { ':v': s('x') }],
    ['DELETE t :v', /incorrect data type/, { ':v': { NS: ['1'] } }],
    ['DELETE t :v', /Incorrect operand type/, { ':v': n(1) }],
    ['SET a = size(a)', /Invalid function name; function: size/],
    ['SET a = :v', /unused in expressions/, { ':v': n(1), ':w': n(2) }],
    ['SET a = huge + :v', /digits|overflow/i, { ':v': n('1e-30') }],
    ['', /can not be empty/],
  ]
  for (const [expression, message, values] of cases) {
    it(`refuses ${expression}`, async () => {
      const start = { a: n(1), txt: s('t'), t: { SS: ['a'] }, m: { M: {} }, huge: n('1e30') }
      await wire.put(table, { ...key('row'), ...start })
      await refused(update(expression, values), 'ValidationException', message)
      const now = await wire.client.send(
        new GetItemCommand({ TableName: table, Key: key('row'), ConsistentRead: true }),
      )
      expect(now.Item).toEqual({ ...key('row'), ...start, huge: n(`1${'0'.repeat(30)}`) })
    })
  }
})

describe('what an update returns', () => {
  const change = 'SET m.a = :v, n = :v REMOVE gone'
  const start = { m: { M: { a: n(0), b: n(0) } }, gone: s('x'), other: s('y') }
  const cases = [
    ['NONE', undefined],
    ['ALL_OLD', { ...key('row'), ...start }],
    ['UPDATED_OLD', { m: { M: { a: n(0) } }, gone: s('x') }],
    ['UPDATED_NEW', { m: { M: { a: n(1) } }, n: n(1) }],
    ['ALL_NEW', { ...key('row'), m: { M: { a: n(1), b: n(0) } }, n: n(1), other: s('y') }],
  ] as const
  it.each(cases)('%s', async (ReturnValues, expected) => {
    await wire.put(table, { ...key('row'), ...start })
    const { Attributes } = await update(change.replace(' n =', ' #n ='), { ':v': n(1) }, { ReturnValues })
    expect(Attributes).toEqual(expected)
  })

  it('refuses another word', async () => {
    await refused(
      update('REMOVE a', undefined, { ReturnValues: 'EVERYTHING' }),
      'ValidationException',
      /enum value set/,
    )
  })
})
