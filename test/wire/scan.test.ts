import type { ScanCommandInput } from '@aws-sdk/client-dynamodb'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Row, Wire } from './endpoint.ts'
import { connect, key, n, refused, s } from './endpoint.ts'

let wire: Wire
let table: string
const all = Array.from({ length: 25 }, (_, i) => `item-${String(i).padStart(2, '0')}`)
beforeAll(async () => {
  wire = await connect()
  table = await wire.table()
  for (const [i, pk] of all.entries()) await wire.put(table, { ...key(pk), i: n(i) })
})
afterAll(() => wire.close())

const scan = (more: Partial<ScanCommandInput> = {}) =>
  wire.client.send(new ScanCommand({ TableName: table, ConsistentRead: true, ...more }))

async function walk(more: Partial<ScanCommandInput>): Promise<string[]> {
  const seen: string[] = []
  let start: Row | undefined
  do {
    const page = await scan({ ...more, ...(start && { ExclusiveStartKey: start }) })
    seen.push(...(page.Items ?? []).map((item) => item.pk?.S ?? ''))
    start = page.LastEvaluatedKey
  } while (start)
  return seen
}

describe('a scan', () => {
  it('finds everything, in one page or many', async () => {
    expect((await walk({})).sort()).toEqual(all)
    expect((await walk({ Limit: 4 })).sort()).toEqual(all)
  })

  it('has its segments share the items', async () => {
    const segments = await Promise.all(
      [0, 1, 2].map((Segment) => walk({ Segment, TotalSegments: 3, Limit: 2 })),
    )
    expect(segments.flat().sort()).toEqual(all)
    expect(segments.filter((segment) => segment.length > 0).length).toBeGreaterThan(1)
  })

  it('filters after the limit and may filter keys', async () => {
    const filter = {
      FilterExpression: 'i < :v AND begins_with(pk, :p)',
      ExpressionAttributeValues: { ':v': n(5), ':p': s('item-') },
    }
    expect((await scan(filter)).Count).toBe(5)
    expect(await scan({ ...filter, Limit: 10 })).toMatchObject({ ScannedCount: 10 })
  })

  const refusals: readonly (readonly [Partial<ScanCommandInput>, RegExp])[] = [
    [{ Segment: 1 }, /TotalSegments parameter is required/],
    [{ TotalSegments: 2 }, /Segment parameter is required/],
    [{ Segment: 2, TotalSegments: 2 }, /zero-based and must be less than/],
    [{ ExclusiveStartKey: { pk: s('a') } }, /starting key is invalid/],
    [{ ExclusiveStartKey: { pk: s('a'), sk: n(1) } }, /starting key is invalid/],
    [{ FilterExpression: 'i ==' }, /Invalid FilterExpression: Syntax error/],
    [{ Select: 'SPECIFIC_ATTRIBUTES' }, /when choosing to get SPECIFIC_ATTRIBUTES/],
  ]
  for (const [input, message] of refusals) {
    it(`refuses ${JSON.stringify(input)}`, async () => {
      await refused(scan(input), 'ValidationException', message)
    })
  }
})
