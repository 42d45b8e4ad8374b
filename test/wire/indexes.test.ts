import type { AttributeValue, QueryCommandInput } from '@aws-sdk/client-dynamodb'
import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
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

async function query(
  IndexName: string,
  condition: string,
  values: Record<string, AttributeValue>,
  more: Partial<QueryCommandInput> = {},
) {
  return wire.client.send(
    new QueryCommand({
      TableName: table,
      IndexName,
      KeyConditionExpression: condition,
      ExpressionAttributeValues: values,
      ...more,
    }),
  )
}
/** Elsewhere an index follows its table with a delay, so what it must show is asked until it does. */
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 50 })

describe('what an index shows', () => {
  const item: Row = {
    ...key('show'),
    place: s('杏花村'),
    due: n(5),
    card: { M: { a: n(1) } },
    secret: s('z'),
  }
  beforeAll(() => wire.put(table, item))

  it('is what it projects', async () => {
    const { secret: _, card, ...keys } = item
    await eventually(async () => {
      const by = (index: string) => query(index, 'place = :p', { ':p': s('杏花村') })
      expect((await by('everything')).Items).toEqual([item])
      expect((await by('some')).Items).toEqual([{ ...keys, card }])
      expect((await by('keys')).Items).toEqual([{ ...key('show'), place: s('杏花村') }])
    })
  })

  it('refuses what it does not project', async () => {
    const values = { ':p': s('杏花村') }
    const wanted = query('some', 'place = :p', values, { ProjectionExpression: 'secret' })
    await refused(wanted, 'ValidationException', /some does not project/)
    const all = query('some', 'place = :p', values, { Select: 'ALL_ATTRIBUTES' })
    await refused(
      all,
      'ValidationException',
      /ALL_ATTRIBUTES is not supported for global secondary index some/,
    )
  })

  it('refuses consistent reads', async () => {
    const read = query('some', 'place = :p', { ':p': s('a') }, { ConsistentRead: true })
    await refused(
      read,
      'ValidationException',
      /Consistent reads are not supported on global secondary indexes/,
    )
  })
})

describe('a sparse index', () => {
  it('holds only items with every key of it, and follows them', async () => {
    const held = async (place: string) => {
      const { Items } = await query('some', 'place = :p', { ':p': s(place) })
      return (Items ?? []).map((item) => [item.pk?.S, item.due?.N, item.card?.S])
    }
    const change = (expression: string, values?: Record<string, AttributeValue>) =>
      wire.client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: key('sparse'),
          UpdateExpression: expression,
          ...(values && { ExpressionAttributeValues: values }),
        }),
      )
    await wire.put(table, { ...key('sparse'), place: s('P') })
    expect(await held('P')).toEqual([])
    await change('SET due = :d, card = :c', { ':d': n(1), ':c': s('one') })
    await eventually(async () => expect(await held('P')).toEqual([['sparse', '1', 'one']]))
    await change('SET card = :c', { ':c': s('two') })
    await eventually(async () => expect(await held('P')).toEqual([['sparse', '1', 'two']]))
    await change('SET place = :p, due = :d', { ':p': s('Q'), ':d': n(2) })
    await eventually(async () =>
      expect([await held('P'), await held('Q')]).toEqual([[], [['sparse', '2', 'two']]]),
    )
    await change('REMOVE place')
    await eventually(async () => expect(await held('Q')).toEqual([]))
    await change('SET place = :p', { ':p': s('Q') })
    await eventually(async () => expect(await held('Q')).toHaveLength(1))
    await wire.client.send(new DeleteItemCommand({ TableName: table, Key: key('sparse') }))
    await eventually(async () => expect(await held('Q')).toEqual([]))
  })

  const wrong: readonly (readonly [string, Row, RegExp])[] = [
    ['an empty string', { place: s(''), due: n(1) }, /empty string value. IndexName: \w+, IndexKey: place/],
    [
      'another type',
      { place: s('a'), due: s('1') },
      /Type mismatch for Index Key due Expected: N Actual: S IndexName: some/,
    ],
    ['a list', { place: { L: [] } }, /Type mismatch for Index Key place Expected: S Actual: L/],
  ]
  for (const [what, values, message] of wrong) {
    it(`refuses ${what} as its key, in every way to write`, async () => {
      const item = { ...key('wrong'), ...values }
      await refused(wire.put(table, item), 'ValidationException', message)
      const batch = { RequestItems: { [table]: [{ PutRequest: { Item: item } }] } }
      await refused(wire.client.send(new BatchWriteItemCommand(batch)), 'ValidationException', message)
      const names = Object.keys(values)
      const update = new UpdateItemCommand({
        TableName: table,
        Key: key('wrong'),
        UpdateExpression: `SET ${names.map((name) => `${name} = :${name}`).join(', ')}`,
        ExpressionAttributeValues: Object.fromEntries(
          names.map((name) => [`:${name}`, values[name] as AttributeValue]),
        ),
      })
      await refused(wire.client.send(update), 'ValidationException')
    })
  }
})

describe('entries with equal keys', () => {
  const all = Array.from({ length: 11 }, (_, i) => `equal-${String(i).padStart(2, '0')}`)
  beforeAll(async () => {
    for (const pk of all) await wire.put(table, { ...key(pk), place: s('equal'), due: n(7) })
  })

  it.each([true, false])('come page by page, each once (forward: %s)', async (ScanIndexForward) => {
    await eventually(async () => {
      const seen: (string | undefined)[] = []
      let start: Row | undefined
      do {
        const page = await query(
          'some',
          'place = :p AND due = :d',
          { ':p': s('equal'), ':d': n(7) },
          {
            Limit: 3,
            ScanIndexForward,
            ...(start && { ExclusiveStartKey: start }),
          },
        )
        seen.push(...(page.Items ?? []).map((item) => item.pk?.S))
        start = page.LastEvaluatedKey
        if (start) expect(Object.keys(start).sort()).toEqual(['due', 'pk', 'place', 'sk'])
      } while (start)
      expect([...seen].sort()).toEqual(all)
    })
  })

  it('need the whole cursor', async () => {
    const attempt = query('some', 'place = :p', { ':p': s('equal') }, { ExclusiveStartKey: key('equal-00') })
    await refused(attempt, 'ValidationException', /starting key is invalid/)
  })

  it('are scanned too', async () => {
    await eventually(async () => {
      const filter = { FilterExpression: 'place = :p', ExpressionAttributeValues: { ':p': s('equal') } }
      const page = await wire.client.send(new ScanCommand({ TableName: table, IndexName: 'keys', ...filter }))
      expect((page.Items ?? []).map((item) => item.pk?.S).sort()).toEqual(all)
    })
  })
})
