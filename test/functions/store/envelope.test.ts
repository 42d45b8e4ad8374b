import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceTenant } from '../../../functions/identity/service.ts'
import {
  closedRing,
  freshKeys,
  type KeyRow,
  type Kms,
  keyRowKey,
  kmsRing,
  type Owner,
  prefixOf,
  TenantStore,
  Unopenable,
} from '../../../functions/store/index.ts'
import { freshKeyRow, openKeyRow, wrapKeyRow } from '../../../functions/store/key-row.ts'
import { Partition } from '../../../functions/store/partition.ts'
import { cloud } from './cloud.ts'
import { openTable } from './table.ts'

describe('keys in envelopes', () => {
  let table: Awaited<ReturnType<typeof openTable>>
  beforeAll(async () => {
    table = await openTable()
  })
  afterAll(() => table.stop())

  /** A master key: what it wraps opens under the same context only. */
  const master = () => {
    const wrapped = new Map<string, { context: string; key: string }>()
    const there = cloud(({ headers, body }) => {
      const input = JSON.parse(body)
      const context = JSON.stringify(input.EncryptionContext)
      if (!headers['x-amz-target']?.endsWith('Decrypt')) {
        const blob = randomBytes(40).toString('base64')
        wrapped.set(blob, { context, key: input.Plaintext ?? randomBytes(32).toString('base64') })
        return { CiphertextBlob: blob }
      }
      const found = wrapped.get(input.CiphertextBlob)
      if (found?.context !== context)
        return Response.json({ __type: 'InvalidCiphertextException' }, { status: 400 })
      return { Plaintext: found.key }
    })
    const asked: Owner[] = []
    const kms: Kms = {
      masterKey: 'arn:key',
      as: (owner) => {
        asked.push(owner)
        return there.cloud
      },
    }
    return { calls: there.calls, asked, kms }
  }
  const city = (code: string): Owner => ({ kind: 'city', code })
  const enter = async (owner: Owner, row: KeyRow) =>
    table.store(owner.code).write([{ put: keyRowKey, item: row, expect: 'absent' }])

  test('open as a session of their owner, once, and lie wrapped in its partition', async () => {
    const { kms, calls, asked } = master()
    const owner = city('341700')
    await enter(owner, await freshKeyRow(kms, owner))
    const ring = kmsRing(kms, table.link)
    asked.length = calls.length = 0
    const [one, two] = await Promise.all([ring.keys(owner), ring.keys(owner)])
    expect(two).toBe(one)
    expect(one.data.get(1)).toHaveLength(32)
    expect(one.blind).not.toEqual(one.data.get(1))
    expect(asked).toEqual([owner, owner])
    for (const { body } of calls) expect(JSON.parse(body).EncryptionContext).toEqual({ city: '341700' })
    const row = await table.store().get<KeyRow>(keyRowKey)
    expect(row?.data['1']).not.toEqual(one.data.get(1))
    await ring.keys(owner)
    expect(calls).toHaveLength(2)
  })

  test('of a city and of a province of the same code are two, and both are read anew after ten minutes', async () => {
    const { kms, calls } = master()
    const owners: readonly Owner[] = [
      { kind: 'city', code: '340000' },
      { kind: 'province', code: '340000' },
    ]
    for (const owner of owners)
      await new Partition(prefixOf(owner), table.link).write([
        { put: keyRowKey, item: await freshKeyRow(kms, owner), expect: 'absent' },
      ])
    let now = Date.now()
    const ring = kmsRing(kms, { ...table.link, clock: () => new Date(now) })
    const both = () => Promise.all(owners.map((owner) => ring.keys(owner)))
    const [one, other] = await both()
    expect(one?.blind).not.toEqual(other?.blind)
    calls.length = 0
    now += 9 * 60_000
    expect(await both()).toEqual([one, other])
    expect(calls).toHaveLength(0)
    now += 2 * 60_000
    expect(await both()).toEqual([one, other])
    expect(calls).toHaveLength(4)
    const contexts = calls.map(({ body }) => JSON.stringify(JSON.parse(body).EncryptionContext))
    expect(new Set(contexts)).toEqual(new Set(['{"city":"340000"}', '{"province":"340000"}']))
  })

  test('of more than 64 owners are not kept in memory', async () => {
    const { kms, calls } = master()
    const codes = Array.from({ length: 65 }, (_, i) => String(350000 + i))
    for (const code of codes) await enter(city(code), await freshKeyRow(kms, city(code)))
    const ring = kmsRing(kms, table.link)
    for (const code of codes) await ring.keys(city(code))
    calls.length = 0
    await ring.keys(city(codes[64] ?? ''))
    expect(calls).toHaveLength(0)
    await ring.keys(city(codes[0] ?? ''))
    expect(calls).toHaveLength(2)
  })

  test('are never made by asking for them', async () => {
    const { kms, calls } = master()
    const ring = kmsRing(kms, table.link)
    await expect(ring.keys(city('341790'))).rejects.toThrow('no keys of city 341790')
    expect(await table.store('341790').get(keyRowKey)).toBeUndefined()
    expect(calls).toEqual([])
    await enter(city('341790'), await freshKeyRow(kms, city('341790')))
    expect((await ring.keys(city('341790'))).current).toBe(1)
  })

  test('that move to another master key stay the same keys', async () => {
    const owner = city('341791')
    const keys = freshKeys()
    const { kms } = master()
    expect(await openKeyRow(kms, owner, await wrapKeyRow(kms, owner, keys))).toEqual(keys)
  })

  test('copied to another city do not open there', async () => {
    const { kms } = master()
    await enter(city('349901'), await freshKeyRow(kms, city('341799')))
    await expect(kmsRing(kms, table.link).keys(city('349901'))).rejects.toMatchObject({
      code: 'InvalidCiphertextException',
    })
  })

  test('are of no use to whoever holds none', async () => {
    const keys = await closedRing.keys(city('341700'))
    const store = new TenantStore(serviceTenant('341700', 'test'), table.link, keys)
    expect(() => store.seal('x', 'c')).toThrow('no data key')
    expect(() => store.blind('x')).toThrow('no key')
    const sealed = table.store().seal('x', 'c')
    expect(() => store.open(sealed, 'c')).toThrow(Unopenable)
  })
})
