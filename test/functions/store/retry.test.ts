import { describe, expect, test } from 'vitest'
import { Busy, Conflict } from '../../../functions/store/index.ts'
import { failure, scripted } from './table.ts'

const cancelled = (...codes: string[]) =>
  failure('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) })
const two = [
  { put: ['A', '1'], item: {}, expect: 'absent' },
  { change: ['A', '2'], set: {}, expect: { rev: 1 } },
] as const
const done = { body: {} }

describe('retry', () => {
  test("somebody else's transaction passes by itself", async () => {
    const { store, calls } = scripted([
      cancelled('None', 'TransactionConflict'),
      cancelled('TransactionConflict', 'None'),
      done,
    ])
    await store.write(two)
    expect(calls).toHaveLength(3)
    expect(store.cost.trips).toBe(3)
  })

  test('a single write that collides is sent again too', async () => {
    const { store, calls } = scripted([failure('TransactionConflictException'), done])
    await store.write([two[0]])
    expect(calls.map(({ op }) => op)).toEqual(['PutItem', 'PutItem'])
  })

  test('it gives up as Busy, after pauses that grow and differ', async () => {
    const { store, calls, pauses } = scripted(
      Array.from({ length: 20 }, () => cancelled('TransactionConflict', 'None')),
    )
    await expect(store.write(two)).rejects.toBeInstanceOf(Busy)
    expect(calls).toHaveLength(8)
    expect(pauses).toHaveLength(7)
    pauses.forEach((ms, at) => {
      expect(ms).toBeLessThanOrEqual(Math.min(400, 30 * 2 ** at))
    })
    expect(new Set(pauses).size).toBeGreaterThan(3)
  })

  test('a failed condition is never sent again, even beside a collision', async () => {
    const { store, calls } = scripted([cancelled('TransactionConflict', 'ConditionalCheckFailed'), done])
    const error = await store.write(two).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(Conflict)
    expect(error).toMatchObject({ index: 1, expected: 'rev' })
    expect(calls).toHaveLength(1)
  })

  test('any other fault is thrown as it is', async () => {
    const { store } = scripted([cancelled('ValidationError', 'None')])
    const error = await store.write(two).catch((thrown) => thrown)
    expect(error.name).toBe('TransactionCanceledException')
  })
})

describe('a batch', () => {
  const row = (sk: string) => ({ pk: { S: 'T#341700#A' }, sk: { S: sk }, rev: { N: '1' } })

  test('asks again for what was left', async () => {
    const left = { yihu: { Keys: [{ pk: { S: 'T#341700#A' }, sk: { S: '2' } }] } }
    const { store, calls } = scripted([
      { body: { Responses: { yihu: [row('1')] }, UnprocessedKeys: left } },
      { body: { Responses: { yihu: [row('2')] }, UnprocessedKeys: {} } },
    ])
    const rows = await store.getAll<{ sk: string }>([
      ['A', '1'],
      ['A', '2'],
    ])
    expect(rows.map((found) => found?.sk)).toEqual(['1', '2'])
    expect(calls[1]?.partitions).toEqual(['T#341700#A'])
  })

  test('that never ends is Busy, not a row too few', async () => {
    const left = { yihu: { Keys: [{ pk: { S: 'T#341700#A' }, sk: { S: '1' } }] } }
    const { store } = scripted(
      Array.from({ length: 20 }, () => ({ body: { Responses: {}, UnprocessedKeys: left } })),
    )
    await expect(store.getAll([['A', '1']])).rejects.toBeInstanceOf(Busy)
  })
})
