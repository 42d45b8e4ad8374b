import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict } from '../../../functions/store/index.ts'
import { openTable } from './table.ts'

let table: Awaited<ReturnType<typeof openTable>>
beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.stop())

const conflict = (promise: Promise<unknown>): Promise<Conflict> =>
  promise.then(
    () => Promise.reject(new Error('was written')),
    (error) => (error instanceof Conflict ? error : Promise.reject(error)),
  )

describe('put', () => {
  test('absent begins at revision 1, and reads back every type', async () => {
    const store = table.store()
    const item = {
      text: '户',
      n: 12.5,
      yes: true,
      none: null,
      list: [1, 'a', { b: [] }],
      bytes: new Uint8Array([1, 2]),
    }
    await store.write([{ put: ['T1', 'a'], item, expect: 'absent' }])
    expect(await store.get(['T1', 'a'])).toEqual({ ...item, sk: 'a', rev: 1 })
  })

  test('absent on a row that stands is a conflict that shows it', async () => {
    const store = table.store()
    await store.write([{ put: ['T2', 'a'], item: { v: 1 }, expect: 'absent' }])
    const failed = await conflict(store.write([{ put: ['T2', 'a'], item: { v: 2 }, expect: 'absent' }]))
    expect(failed).toMatchObject({ index: 0, expected: 'absent', existing: { v: 1, rev: 1 } })
    expect(failed.existing).not.toHaveProperty('pk')
  })

  test('a revision is moved once; the loser of two learns what stands', async () => {
    const store = table.store()
    await store.write([{ put: ['T3', 'a'], item: { v: 0 }, expect: 'absent' }])
    const both = await Promise.allSettled(
      [1, 2].map((v) => table.store().write([{ put: ['T3', 'a'], item: { v }, expect: { rev: 1 } }])),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await store.get<{ v: number }>(['T3', 'a']))?.rev).toBe(2)
  })

  test('an item cannot name its own key, tenant or revision', async () => {
    const store = table.store()
    const evil = { pk: 'T#349901#X', sk: 'evil', rev: 99, gsi1pk: 'T#349901#I', gsi1sk: 'x', ttl: 1, v: 1 }
    await store.write([{ put: ['T4', 'a'], item: evil, expect: 'absent' }])
    expect(await store.get(['T4', 'a'])).toEqual({ sk: 'a', v: 1, rev: 1 })
    expect(await table.store('349901').get(['X', 'evil'])).toBeUndefined()
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, new Date(), () => 1, 1n])(
    '%s is no value of a row',
    async (v) => {
      await expect(
        table.store().write([{ put: ['T5', 'a'], item: { v }, expect: 'absent' }]),
      ).rejects.toThrow(TypeError)
    },
  )
})

describe('change', () => {
  test('sets, removes and indexes at a revision', async () => {
    const store = table.store()
    await store.write([
      { put: ['C1', 'a'], item: { a: 1, b: 2 }, expect: 'absent', index: ['I1', 'x'], card: { c: 1 } },
    ])
    await store.write([
      {
        change: ['C1', 'a'],
        set: { a: 5, name: '名' },
        remove: ['b'],
        expect: { rev: 1 },
        index: ['I1', 'y'],
      },
    ])
    expect(await store.get(['C1', 'a'])).toEqual({ sk: 'a', a: 5, name: '名', rev: 2, card: { c: 1 } })
    const { items } = await store.listIndex('I1')
    expect(items).toEqual([{ key: ['C1', 'a'], card: { c: 1 }, rev: 2, indexSk: 'y' }])
    await store.write([{ change: ['C1', 'a'], set: {}, expect: { rev: 2 }, index: null }])
    expect((await store.listIndex('I1')).items).toEqual([])
  })

  test('of a row that is gone is a conflict without a row', async () => {
    const failed = await conflict(
      table.store().write([{ change: ['C2', 'a'], set: { a: 1 }, expect: { rev: 1 } }]),
    )
    expect(failed).toMatchObject({ expected: 'rev', existing: undefined })
  })
})

describe('transactions', () => {
  test('one failed condition leaves nothing written, and is named by its place', async () => {
    const store = table.store()
    await store.write([{ put: ['X1', 'a'], item: { v: 1 }, expect: 'absent' }])
    const failed = await conflict(
      store.write([
        { put: ['X1', 'b'], item: {}, expect: 'absent' },
        { add: ['X1', 'count'], metrics: { n: 1 } },
        { change: ['X1', 'a'], set: { v: 2 }, expect: { rev: 7 } },
      ]),
    )
    expect(failed).toMatchObject({ index: 2, expected: 'rev', existing: { v: 1, rev: 1 } })
    expect(
      await store.getAll([
        ['X1', 'b'],
        ['X1', 'count'],
      ]),
    ).toEqual([undefined, undefined])
  })

  test('a check alone writes nothing and holds its row to the revision', async () => {
    const store = table.store()
    await store.write([{ put: ['X2', 'a'], item: {}, expect: 'absent' }])
    await store.write([{ check: ['X2', 'a'], expect: { rev: 1 } }])
    await conflict(store.write([{ check: ['X2', 'a'], expect: { rev: 2 } }]))
    await conflict(store.write([{ check: ['X2', 'none'], expect: 'present' }]))
  })

  test('counters add up though many count at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        table.store().write([
          { add: ['COUNT', 'm'], metrics: { n: 1, sum: i } },
          { put: ['X3', `r${i}`], item: {}, expect: 'absent' },
        ]),
      ),
    )
    expect(await table.store().get(['COUNT', 'm'])).toMatchObject({ n: 12, sum: 66, rev: 12 })
  })

  test('more than a transaction holds is refused before anything is sent', async () => {
    table.calls.length = 0
    const many = Array.from(
      { length: 101 },
      (_, i) => ({ put: ['X4', `${i}`], item: {}, expect: 'absent' }) as const,
    )
    await expect(table.store().write(many)).rejects.toThrow(RangeError)
    expect(table.calls).toEqual([])
  })

  test('remove expects what it removes', async () => {
    const store = table.store()
    await store.write([{ put: ['X5', 'a'], item: {}, expect: 'absent' }])
    await conflict(store.write([{ remove: ['X5', 'a'], expect: { rev: 2 } }]))
    await store.write([{ remove: ['X5', 'a'], expect: { rev: 1 } }])
    await conflict(store.write([{ remove: ['X5', 'a'], expect: 'present' }]))
  })
})

describe('a row with an end', () => {
  test('is not there once its time has come, and its place is free again', async () => {
    const store = table.store()
    const ttl = table.clock.at.getTime() / 1000 + 10
    await store.write([{ put: ['L1', 'a'], item: { v: 1 }, expect: 'absent', ttl }])
    expect(await store.get(['L1', 'a'])).toMatchObject({ v: 1 })
    table.clock.at = new Date(table.clock.at.getTime() + 11_000)
    expect(await store.get(['L1', 'a'])).toBeUndefined()
    expect((await store.list('L1')).items).toEqual([])
    expect(await store.getAll([['L1', 'a']])).toEqual([undefined])
    await store.write([{ put: ['L1', 'a'], item: { v: 2 }, expect: 'absent' }])
    expect(await store.get(['L1', 'a'])).toMatchObject({ v: 2, rev: 1 })
  })

  test('has no place in the index, which would show it for ever', async () => {
    const late = {
      put: ['L3', 'a'],
      item: {},
      expect: 'absent',
      ttl: 1,
      index: ['I', 'a'],
      card: {},
    } as const
    await expect(table.store().write([late])).rejects.toThrow(TypeError)
  })

  test('live moves the end, but wakes nobody who is gone', async () => {
    const store = table.store()
    const ttl = table.clock.at.getTime() / 1000 + 10
    await store.write([{ put: ['L2', 'a'], item: {}, expect: 'absent', ttl }])
    await store.write([{ live: ['L2', 'a'], ttl: ttl + 60, expect: 'present' }])
    table.clock.at = new Date(table.clock.at.getTime() + 60_000)
    expect(await store.get(['L2', 'a'])).toBeDefined()
    table.clock.at = new Date(table.clock.at.getTime() + 60_000)
    await conflict(store.write([{ live: ['L2', 'a'], ttl: null, expect: 'present' }]))
  })
})

test('the meter counts units and trips', async () => {
  const store = table.store()
  await store.write([{ put: ['M1', 'a'], item: { z: new Uint8Array(1500) }, expect: 'absent' }])
  expect(store.cost).toEqual({ rcu: 0, wcu: 2, trips: 1 })
  await store.get(['M1', 'a'])
  expect(store.cost).toEqual({ rcu: 0.5, wcu: 2, trips: 2 })
  await store.write([
    { put: ['M1', 'b'], item: {}, expect: 'absent' },
    { check: ['M1', 'a'], expect: 'present' },
  ])
  expect(store.cost).toMatchObject({ trips: 3 })
  expect(store.cost.wcu).toBe(2 + 2 + 4)
})
