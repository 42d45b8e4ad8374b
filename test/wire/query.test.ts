import type { AttributeValue, QueryCommandInput, QueryCommandOutput } from '@aws-sdk/client-dynamodb'
import { DeleteItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Row, Wire } from './endpoint.ts'
import { connect, key, n, refused, s } from './endpoint.ts'

let wire: Wire
let table: string
let numbers: string
beforeAll(async () => {
  wire = await connect()
  table = await wire.table()
  numbers = await wire.table({
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'N' },
      { AttributeName: 'sk', AttributeType: 'N' },
    ],
  })
  for (const sk of ['A#1', 'A#2', 'A#3', 'B#1', 'B', 'a', '户', '\u{20000}', '\uffee']) {
    await wire.put(table, { ...key('list', sk), kind: s(sk.slice(0, 1)), body: s('x') })
  }
  await wire.put(table, key('lis', 'A#1'), key('list2', 'A#1'))
})
afterAll(() => wire.close())

async function query(
  condition: string,
  values: Record<string, AttributeValue>,
  more: Partial<QueryCommandInput> = {},
) {
  return wire.client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: condition,
      ExpressionAttributeValues: values,
      ConsistentRead: true,
      ...more,
    }),
  )
}
const list = { ':p': s('list') }
const sorts = ({ Items }: QueryCommandOutput) => (Items ?? []).map((item) => item.sk?.S ?? item.sk?.N)

describe('a partition', () => {
  const all = ['A#1', 'A#2', 'A#3', 'B', 'B#1', 'a', '户', '\uffee', '\u{20000}']
  it('comes in the order of its UTF-8 bytes', async () => {
    expect(sorts(await query('pk = :p', list))).toEqual(all)
  })
  it('comes backwards', async () => {
    expect(sorts(await query('pk = :p', list, { ScanIndexForward: false }))).toEqual([...all].reverse())
  })
  it('comes in pages, forwards and backwards', async () => {
    for (const ScanIndexForward of [true, false]) {
      const seen: unknown[] = []
      let start: Row | undefined
      do {
        const page = await query('pk = :p', list, {
          Limit: 4,
          ScanIndexForward,
          ...(start && { ExclusiveStartKey: start }),
        })
        seen.push(...sorts(page))
        start = page.LastEvaluatedKey
      } while (start)
      expect(seen).toEqual(ScanIndexForward ? all : [...all].reverse())
    }
  })
  it('says where it goes on exactly when the limit was reached', async () => {
    const page = await query('pk = :p', list, { Limit: 2 })
    expect(page).toMatchObject({ Count: 2, ScannedCount: 2, LastEvaluatedKey: key('list', 'A#2') })
    expect((await query('pk = :p', list, { Limit: all.length + 1 })).LastEvaluatedKey).toBeUndefined()
  })
  it('that is empty is an empty page', async () => {
    const page = await query('pk = :p', { ':p': s('none') })
    expect(page).toMatchObject({ Items: [], Count: 0, ScannedCount: 0 })
    expect(page.LastEvaluatedKey).toBeUndefined()
  })
  it('counts without items, projects with names', async () => {
    expect(await query('pk = :p', list, { Select: 'COUNT' })).toMatchObject({ Count: 9 })
    expect((await query('pk = :p', list, { Select: 'COUNT' })).Items).toBeUndefined()
    const projected = await query('pk = :p', list, { ProjectionExpression: 'body', Limit: 1 })
    expect(projected.Items).toEqual([{ body: s('x') }])
  })
})

describe('range conditions', () => {
  const cases: readonly (readonly [string, Record<string, AttributeValue>, readonly string[]])[] = [
    ['pk = :p AND sk = :a', { ':a': s('A#2') }, ['A#2']],
    ['pk = :p AND sk < :a', { ':a': s('A#2') }, ['A#1']],
    ['pk = :p AND sk <= :a', { ':a': s('A#2') }, ['A#1', 'A#2']],
    ['pk = :p AND sk > :a', { ':a': s('户') }, ['\uffee', '\u{20000}']],
    ['pk = :p AND sk >= :a', { ':a': s('户') }, ['户', '\uffee', '\u{20000}']],
    ['pk = :p AND sk BETWEEN :a AND :b', { ':a': s('A#2'), ':b': s('B') }, ['A#2', 'A#3', 'B']],
    ['pk = :p AND begins_with(sk, :a)', { ':a': s('A#') }, ['A#1', 'A#2', 'A#3']],
    ['begins_with(sk, :a) AND pk = :p', { ':a': s('B') }, ['B', 'B#1']],
    [':a <= sk AND :p = pk', { ':a': s('户') }, ['户', '\uffee', '\u{20000}']],
  ]
  for (const [condition, values, expected] of cases) {
    it(condition, async () => expect(sorts(await query(condition, { ...list, ...values }))).toEqual(expected))
  }

  it('order numbers by value', async () => {
    const values = [
      '-1e20',
      '-10',
      '-9.5',
      '-9',
      '-0.001',
      '0',
      '0.001',
      '0.5',
      '2',
      '9',
      '10',
      '10.01',
      '1e125',
    ]
    for (const sk of [...values].reverse()) await wire.put(numbers, { pk: n(1), sk: n(sk) })
    const more = { TableName: numbers }
    const got = sorts(await query('pk = :p', { ':p': n('1.0') }, more))
    expect(got.map(Number)).toEqual(values.map(Number))
    const part = await query(
      'pk = :p AND sk BETWEEN :a AND :b',
      { ':p': n(1), ':a': n('-9.4'), ':b': n(9) },
      more,
    )
    expect(sorts(part)).toEqual(['-9', '-0.001', '0', '0.001', '0.5', '2', '9'])
  })
})

describe('filters', () => {
  it('run after the limit, so a page may be empty and still go on', async () => {
    const filter = { FilterExpression: 'kind = :k', Limit: 3 }
    const page = await query('pk = :p', { ...list, ':k': s('B') }, filter)
    expect(page).toMatchObject({ Count: 0, ScannedCount: 3, LastEvaluatedKey: key('list', 'A#3') })
  })

  it('run after the 1 MB of a page', async () => {
    for (let i = 0; i < 30; i++)
      await wire.put(table, { ...key('large', String(i + 10)), body: s('x'.repeat(100_000)) })
    const pages: number[] = []
    let start: Row | undefined
    do {
      const more = { FilterExpression: 'kind = :k', ...(start && { ExclusiveStartKey: start }) }
      const page = await query('pk = :p', { ':p': s('large'), ':k': s('B') }, more)
      expect(page.Count).toBe(0)
      pages.push(page.ScannedCount ?? 0)
      start = page.LastEvaluatedKey
    } while (start)
    expect(pages).toEqual([11, 11, 8])
  })

  it('may not name the keys', async () => {
    const attempt = query('pk = :p', list, { FilterExpression: 'sk = :p' })
    await refused(
      attempt,
      'ValidationException',
      /Filter Expression can only contain non-primary key attributes/,
    )
  })
})

describe('refused queries', () => {
  const cases: readonly (readonly [
    string,
    Record<string, AttributeValue>,
    RegExp,
    Partial<QueryCommandInput>?,
  ])[] = [
    ['sk = :p', list, /missed key schema element: pk/],
    ['pk > :p', list, /key condition not supported/],
    ['pk = :p AND body = :p', list, /missed key schema element: sk/],
    ['pk = :p AND sk <> :p', list, /Invalid operator used in KeyConditionExpression: <>/],
    ['pk = :p OR sk = :p', list, /Invalid operator used in KeyConditionExpression: OR/],
    ['pk = :p AND contains(sk, :p)', list, /Invalid operator used in KeyConditionExpression: contains/],
    ['pk = :p AND sk > :p AND sk < :p', list, /only contain one condition per key/],
    ['pk = :p', { ':p': n(1) }, /type does not match schema type/],
    ['pk = :p', { ':p': s('') }, /empty string value/],
    ['pk = :p', list, /greater than or equal to 1/, { Limit: 0 }],
    ['pk = :p', list, /starting key is invalid/, { ExclusiveStartKey: { pk: s('list') } }],
    ['pk = :p', list, /outside query boundaries/, { ExclusiveStartKey: key('other') }],
    [
      'pk = :p AND begins_with(sk, :a)',
      { ...list, ':a': s('A') },
      /does not match the range key predicate/,
      { ExclusiveStartKey: key('list', 'B') },
    ],
    ['pk = :p', list, /ALL_PROJECTED_ATTRIBUTES can be used only/, { Select: 'ALL_PROJECTED_ATTRIBUTES' }],
    [
      'pk = :p',
      list,
      /ProjectionExpression when choosing to get COUNT/,
      { Select: 'COUNT', ProjectionExpression: 'a' },
    ],
    [
      'pk = :p',
      list,
      /does not have the specified index: nope/,
      { IndexName: 'nope', ConsistentRead: false },
    ],
  ]
  for (const [condition, values, message, more] of cases) {
    it(`${condition} ${JSON.stringify(more ?? values)}`, async () => {
      await refused(query(condition, values, more), 'ValidationException', message)
    })
  }
})

describe('a query over what changed', () => {
  it('sees every write that was answered', async () => {
    await wire.put(table, key('seen', '1'), key('seen', '2'))
    await wire.client.send(new DeleteItemCommand({ TableName: table, Key: key('seen', '1') }))
    const Key = key('seen', '2')
    await wire.client.send(
      new UpdateItemCommand({
        TableName: table,
        Key,
        UpdateExpression: 'SET a = :v',
        ExpressionAttributeValues: { ':v': n(1) },
      }),
    )
    expect((await query('pk = :p', { ':p': s('seen') })).Items).toEqual([{ ...Key, a: n(1) }])
  })
})
