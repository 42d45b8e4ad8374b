import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Wire } from './endpoint.ts'
import { connect, key, n, refused, s } from './endpoint.ts'

let wire: Wire
let table: string
beforeAll(async () => {
  wire = await connect()
  table = await wire.table()
})
afterAll(() => wire.close())

const put = (value: AttributeValue, sk = '#') =>
  wire.client.send(new PutItemCommand({ TableName: table, Item: { ...key('a', sk), v: value } }))
/** pk + a + sk + # + v */
const others = 7
const most = 400 * 1024 - others

describe('an item of 400 KB', () => {
  const sizes: readonly (readonly [string, (bytes: number) => AttributeValue, number])[] = [
    ['a string', (bytes) => s('x'.repeat(bytes)), most],
    ['Chinese', (bytes) => s('户'.repeat(Math.floor(bytes / 3)) + 'x'.repeat(bytes % 3)), most],
    ['binary', (bytes) => ({ B: new Uint8Array(bytes) }), most],
    ['a list', (bytes) => ({ L: [s('x'.repeat(bytes))] }), most - 4],
    ['a map', (bytes) => ({ M: { a: s('x'.repeat(bytes)) } }), most - 5],
  ]
  for (const [what, value, bytes] of sizes) {
    it(`is taken, and a byte more refused: ${what}`, async () => {
      await put(value(bytes))
      await refused(put(value(bytes + 1)), 'ValidationException', /exceeded the maximum allowed size/)
    })
  }

  it('cannot grow by an update', async () => {
    await put(s('x'.repeat(most - 3)), 'grow')
    const change = { UpdateExpression: 'SET w = :v', ExpressionAttributeValues: { ':v': s('') } }
    const grow = new UpdateItemCommand({ TableName: table, Key: key('a', 'grow'), ...change })
    await refused(wire.client.send(grow), 'ValidationException', /Item size to update has exceeded/)
  })
})

describe('nesting', () => {
  const nested = (levels: number): AttributeValue =>
    levels === 0 ? n(1) : levels % 2 ? { L: [nested(levels - 1)] } : { M: { a: nested(levels - 1) } }
  it('goes 32 levels deep and no deeper', async () => {
    await put(nested(32))
    await refused(put(nested(33)), 'ValidationException', /[Nn]esting/)
  })
})

describe('expressions', () => {
  const get = (ProjectionExpression: string) =>
    wire.client.send(new GetItemCommand({ TableName: table, Key: key('a'), ProjectionExpression }))
  it('take 4 KB and no more', async () => {
    const names = Array.from({ length: 600 }, (_, i) => `a${String(i).padStart(4, '0')}`)
    const fits = names.join(',')
    await get(fits)
    await refused(
      get(`${fits}${','.repeat(1)}${'b'.repeat(600)}`),
      'ValidationException',
      /size has exceeded/,
    )
  })

  it('with many brackets are refused before the parser drowns in them', async () => {
    const deep = `${'NOT ('.repeat(100)}attribute_exists(pk)${')'.repeat(100)}`
    const condition = { ConditionExpression: `a = b AND ${deep} OR` }
    const attempt = new PutItemCommand({ TableName: table, Item: key('a'), ...condition })
    await refused(wire.client.send(attempt), 'ValidationException')
  })

  it('take brackets as deep as people write them', async () => {
    const deep = 'NOT (a = :a AND (b = :b OR NOT (c = :c OR attribute_exists(d))))'
    const values = { ':a': n(1), ':b': n(1), ':c': n(1) }
    const condition = { ConditionExpression: deep, ExpressionAttributeValues: values }
    await wire.client.send(new PutItemCommand({ TableName: table, Item: key('brackets'), ...condition }))
  })
})
