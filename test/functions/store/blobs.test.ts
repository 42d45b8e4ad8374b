import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { serviceTenant } from '../../../functions/identity/service.ts'
import { BlobCache } from '../../../functions/store/blob-cache.ts'
import { BlobTooLarge, freshKeys, sha256, TenantStore } from '../../../functions/store/index.ts'
import { openTable } from './table.ts'

let table: Awaited<ReturnType<typeof openTable>>
beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.stop())
beforeEach(() => {
  table.calls.length = 0
})

/** A store that has read nothing yet. */
const cold = () => new TenantStore(serviceTenant('341700', 'test'), table.open(), freshKeys())
const seconds = () => table.clock.at.getTime() / 1000
const pass = (by: number) => {
  table.clock.at = new Date(table.clock.at.getTime() + by * 1000)
}

test('a text stands under its hash, and costs nothing when read again', async () => {
  const text = JSON.stringify({ title: '服务事项', list: 'x'.repeat(5000) })
  const sha = await table.store().blobs.put(text)
  expect(sha).toBe(sha256(text))
  const reader = cold()
  expect(await reader.blobs.get(sha)).toBe(text)
  expect(reader.cost.rcu).toBe(0.5)
  expect(await reader.blobs.get(sha)).toBe(text)
  expect(reader.cost.trips).toBe(1)
})

test('json is shared and frozen', async () => {
  const sha = await table.store().blobs.put('{"a":[{"b":1}]}')
  const one = await table.store().blobs.json<{ a: { b: number }[] }>(sha)
  expect(await table.store().blobs.json(sha)).toBe(one)
  expect(() => one?.a.push({ b: 2 })).toThrow(TypeError)
})

test('another city has neither the row nor the copy in memory', async () => {
  const sha = await table.store('341700').blobs.put('"of 341700 alone"')
  expect(await table.store('349901').blobs.get(sha)).toBeUndefined()
})

test('putting the same twice writes once', async () => {
  const sha = await table.store().blobs.put('"twice"')
  expect(await table.store().blobs.put('"twice"')).toBe(sha)
  expect(table.calls.map(({ op }) => op)).toEqual(['PutItem', 'PutItem'])
})

test('a text of a draft ends; a later draft prolongs it, an earlier does not shorten it', async () => {
  const sha = await table.store().blobs.put('"draft 1"', { ttl: seconds() + 100 })
  await table.store().blobs.put('"draft 1"', { ttl: seconds() + 50 })
  pass(60)
  expect(await cold().blobs.get(sha)).toBe('"draft 1"')
  await table.store().blobs.put('"draft 1"', { ttl: seconds() + 100 })
  pass(60)
  expect(await cold().blobs.get(sha)).toBe('"draft 1"')
  pass(60)
  expect(await cold().blobs.get(sha)).toBeUndefined()
})

test('published, it stays, whether by put or by keep, and no draft ends it again', async () => {
  for (const way of ['put', 'keep'] as const) {
    const text = `"published by ${way}"`
    const sha = await table.store().blobs.put(text, { ttl: seconds() + 100 })
    await table.store().blobs[way](text)
    await table.store().blobs.put(text, { ttl: seconds() + 100 })
    pass(1000)
    expect(await cold().blobs.get(sha)).toBe(text)
  }
})

test('keep puts back what ended meanwhile', async () => {
  const sha = await table.store().blobs.put('"late"', { ttl: seconds() + 10 })
  pass(20)
  await table.store().blobs.keep('"late"')
  expect(await cold().blobs.get(sha)).toBe('"late"')
})

test('a draft and a publication at once leave it published', async () => {
  const text = '"race"'
  await table.store().blobs.put(text, { ttl: seconds() + 10 })
  await Promise.all([
    table.store().blobs.keep(text),
    table.store().blobs.put(text, { ttl: seconds() + 500 }),
    table.store().blobs.put(text),
  ])
  pass(1000)
  expect(await cold().blobs.get(sha256(text))).toBe(text)
})

test('what no row can hold is refused, and nothing is sent', async () => {
  await expect(table.store().blobs.put(randomBytes(400_000).toString('hex'))).rejects.toBeInstanceOf(
    BlobTooLarge,
  )
  expect(table.calls).toEqual([])
})

test('bytes that do not hash to their name are an error, not a document', async () => {
  const sha = sha256('"true"')
  const store = table.store()
  const { gzipSync } = await import('node:zlib')
  await store.write([
    { put: [`BLOB#${sha}`, '#'], item: { z: new Uint8Array(gzipSync('"false"')) }, expect: 'absent' },
  ])
  await expect(cold().blobs.get(sha)).rejects.toThrow('does not hold')
})

test('the memory of documents is bounded, and forgets what was not used', () => {
  const cache = new BlobCache(400)
  for (const key of ['a', 'b', 'c', 'd']) cache.set(key, 'x'.repeat(90))
  cache.get('a')
  cache.set('e', 'x'.repeat(90))
  expect([cache.get('a'), cache.get('b')].map((kept) => kept !== undefined)).toEqual([true, false])
  cache.set('huge', 'x'.repeat(399))
  expect(cache.get('huge')).toBeUndefined()
  expect(cache.size).toBe(4)
})
