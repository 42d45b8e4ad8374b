import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceProvince, serviceTenant } from '../../../functions/identity/service.ts'
import { Tenant } from '../../../functions/identity/tenant.ts'
import {
  freshKeys,
  ProvinceStore,
  RollupStore,
  TenantStore,
  UserStore,
} from '../../../functions/store/index.ts'
import { openTable, scripted } from './table.ts'

let table: Awaited<ReturnType<typeof openTable>>
beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.stop())

describe('the type lock', () => {
  test('a tenant cannot be made from a string or copied by shape', () => {
    // @ts-expect-error the constructor is private
    const made = () => new Tenant('341700', 'me', [])
    expect(made).toBeDefined()
    const real = serviceTenant('341700', 'test')
    const alike = { ...real }
    expect(Tenant.is(alike)).toBe(false)
    // @ts-expect-error a look-alike is not a Tenant
    expect(() => new TenantStore(alike, table.link, freshKeys())).toThrow(TypeError)
  })

  test.each(['33010', '3301001', '3301*0', '*', '', '341700#', ' 341700', '３４１７００'])(
    '%j names no city',
    (city) => {
      expect(() => serviceTenant(city, 'test')).toThrow(TypeError)
    },
  )

  test('rows of another person and rows of a province are for jobs', () => {
    const person = Object.assign(Object.create(Tenant.prototype), { city: '341700', member: 'service:x' })
    expect(() => UserStore.forJob(person, 'somebody', table.link)).toThrow(TypeError)
    expect(() => new RollupStore(person, table.link)).toThrow(TypeError)
  })
})

describe('the key lock', () => {
  test('every partition on the wire begins with the city, whatever the caller names', async () => {
    table.calls.length = 0
    const store = table.store()
    const evil = 'T#349901#HH#1'
    await store.get([evil, 'x'])
    await store.getAll([
      [evil, 'x'],
      ['../T#349901', 'x'],
    ])
    await store.list(evil)
    await store.listIndex(evil)
    await store.write([
      { put: [evil, 'x'], item: { pk: 'T#349901#X' }, expect: 'absent', index: [evil, 'x'] },
      { add: [evil, 'y'], metrics: { pk: 1, n: 1 } },
    ])
    await store.write([
      { change: [evil, 'x'], set: { gsi1pk: evil }, expect: { rev: 1 }, index: [evil, 'z'] },
    ])
    await store.write([{ remove: [evil, 'x'], expect: 'present' }])
    const named = table.calls.flatMap(({ partitions }) => partitions)
    expect(named.length).toBeGreaterThanOrEqual(10)
    expect(named.filter((pk) => !pk.startsWith('T#341700#'))).toEqual([])
    expect(JSON.stringify(table.calls.map(({ body }) => body))).not.toMatch(/"S":"T#349901#HH#1"/)
  })

  test('cities do not see each other, in the table or in the index', async () => {
    const [one, other] = [table.store('341700'), table.store('349901')]
    await one.write([{ put: ['K', 'a'], item: { v: 1 }, expect: 'absent', index: ['KI', 'a'], card: {} }])
    expect(await other.get(['K', 'a'])).toBeUndefined()
    expect((await other.list('K')).items).toEqual([])
    expect((await other.listIndex('KI')).items).toEqual([])
  })

  test('provinces and rollups stay under their own prefix', async () => {
    table.calls.length = 0
    await new ProvinceStore(serviceProvince('340000', 'test'), table.link, freshKeys()).get([
      'CITY',
      '341700',
    ])
    await new RollupStore(serviceTenant('349901', 'test'), table.link).get(['CITY', '341700'])
    expect(table.calls.flatMap(({ partitions }) => partitions)).toEqual(['P#340000#CITY', 'P#340000#CITY'])
  })

  test('an empty part of a key is refused here', async () => {
    await expect(table.store().get(['', 'x'])).rejects.toThrow(TypeError)
    await expect(table.store().get(['x', ''])).rejects.toThrow(TypeError)
  })

  test('a row of another city is refused even if the table answers it', async () => {
    const row = { pk: { S: 'T#349901#F' }, sk: { S: 'x' }, rev: { N: '1' } }
    await expect(scripted([{ body: { Item: row } }]).store.get(['F', 'x'])).rejects.toThrow('another tenant')
    await expect(scripted([{ body: { Items: [row] } }]).store.list('F')).rejects.toThrow('another tenant')
    const inIndex = { ...row, pk: { S: 'T#341700#F' }, gsi1pk: { S: 'T#349901#I' }, gsi1sk: { S: 'x' } }
    await expect(scripted([{ body: { Items: [inIndex] } }]).store.listIndex('I')).rejects.toThrow(
      'another tenant',
    )
  })
})
