import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WireCall } from '../../../functions/store/index.ts'
import { operatorLink } from '../../../functions/store/operator-session.ts'
import { OperatorStore } from '../../../functions/store/operator-store.ts'
import { ground } from '../../../infra/local/cloud/place.ts'
import { rightsOf } from '../../../infra/rights/session.ts'
import { closeCity } from '../../../infra/tenants/close.ts'
import { restoreCity } from '../../../infra/tenants/restore.ts'
import { archiveOf, fill } from './small.ts'
import { passphrase, type System, startSystem } from './system.ts'

let system: System
let calls: readonly WireCall[]
beforeAll(async () => {
  system = await startSystem()
  await fill(system, '341700', 3)
  const { folder: archive } = await archiveOf(system, '341700', true)
  const at = await system.at('341700')
  await closeCity(at, { archive, passphrase, yes: true, quiet: 0 })
  await restoreCity(at, { archive, passphrase })
  calls = [...system.calls]
})
afterAll(() => system.stop())

const may = (tags: Readonly<Record<string, string>>) => {
  const rights = rightsOf('archivist', tags, ground)
  return ({ op, body }: WireCall): boolean => rights.mayAskTable(op, body)
}
const ops = (of: readonly WireCall[]) => [...new Set(of.map(({ op }) => op))].sort()
const own = { city: '341700', province: '340000' }

test('every request of a city’s whole life is allowed to the archivist of that city', () => {
  expect(calls.length).toBeGreaterThan(30)
  expect(ops(calls)).toEqual([
    'BatchGetItem',
    'BatchWriteItem',
    'DeleteItem',
    'GetItem',
    'PutItem',
    'Query',
    'Scan',
    'TransactWriteItems',
  ])
  expect(calls.filter((call) => !may(own)(call))).toEqual([])
})

test('to the archivist of another province’s city none is but looking for rows, and to nobody’s not even that', () => {
  const rest = calls.filter(({ op }) => op !== 'Scan')
  expect(rest.filter(may({ city: '210381', province: '210000' }))).toEqual([])
  expect(rest.filter(may({}))).toEqual([])
})

test('to the archivist of a neighbour, none that names a row of this city', () => {
  const named = calls.filter(
    ({ partitions, op }) => op !== 'Scan' && partitions.some((pk) => pk.startsWith('T#341700#')),
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(may({ city: '341701', province: '340000' }))).toEqual([])
})

test('no other role may send the requests that only an archivist sends', () => {
  const only = calls.filter(({ op }) => op === 'Scan' || op === 'BatchWriteItem')
  for (const role of [
    'operator',
    'tenant',
    'province',
    'rollup-city',
    'rollup-province',
    'courier-city',
  ] as const) {
    const rights = rightsOf(
      role,
      role === 'operator' ? own : role.includes('province') ? { province: '340000' } : { city: '341700' },
      ground,
    )
    expect(
      only.filter(({ op, body }) => rights.mayAskTable(op, body)),
      role,
    ).toEqual([])
  }
})

test('keys of a city are made, opened and taken in under its own tag alone', () => {
  for (const role of ['operator', 'archivist'] as const) {
    const rights = rightsOf(role, own, ground)
    const ask = (EncryptionContext: object) => ({ KeyId: ground.masterKey, EncryptionContext })
    for (const action of ['GenerateDataKeyWithoutPlaintext', 'Decrypt', 'Encrypt']) {
      expect(rights.mayAskKey(action, ask({ city: '341700' })), action).toBe(true)
      for (const context of [{ city: '341701' }, { city: '341700', more: 'x' }, {}, { province: '210000' }])
        expect(rights.mayAskKey(action, ask(context)), `${action} ${JSON.stringify(context)}`).toBe(false)
    }
  }
})

test('who opens cities reads through no table, takes nothing away and reaches no household', () => {
  const rights = rightsOf('operator', own, ground)
  const refused = calls.filter(({ op, body }) => !rights.mayAskTable(op, body)).map(({ op }) => op)
  expect([...new Set(refused)]).toEqual(expect.arrayContaining(['Scan', 'BatchWriteItem', 'DeleteItem']))
  const key = (pk: string) => ({ TableName: 'yihu', Key: { pk: { S: pk }, sk: { S: '#' } } })
  for (const pk of [
    'T#341700#HH#1',
    'T#341700#ID#x',
    'T#341700#COUNT',
    'P#340000#CITY',
    'P#340000#MONTH#202610',
  ])
    expect(rights.mayAskTable('GetItem', key(pk)), pk).toBe(false)
  for (const pk of ['T#341700#KEY', 'T#341700#MEMBER', 'P#340000#TENANT']) {
    expect(rights.mayAskTable('GetItem', key(pk)), pk).toBe(true)
    expect(rights.mayAskTable('DeleteItem', key(pk)), pk).toBe(false)
  }
})

test('a store of one city asks nothing of another, whoever asks it to', async () => {
  const cloud = { region: 'cn-north-1', credentials: () => ({ accessKeyId: 'a', secretAccessKey: 'b' }) }
  const { link } = operatorLink(cloud, { table: 'yihu', role: 'arn:x' }, own)
  for (const prefix of ['T#341701#', 'T#34170#', 'T#341700', 'P#330000#', 'U#a#', '', 'L#340000#'])
    expect(() => link.client(prefix), prefix).toThrow('has no way')
  expect(() => new OperatorStore(link, { city: '34170*', province: '340000' })).toThrow(TypeError)
  const { store } = await system.at('341700')
  system.calls.length = 0
  const row = (pk: string, more = {}) => ({ pk: { S: pk }, sk: { S: 'x' }, ...more })
  await expect(store.putRows([row('T#341701#HH#1')])).rejects.toThrow('another tenant')
  await expect(store.putRows([row('T#341700#X', { gsi1pk: { S: 'T#341701#X' } })])).rejects.toThrow(
    'another tenant',
  )
  for (const pk of ['T#341701#HH#1', 'T#3417001#X', 'P#340000#MEMBER', `U#${'a'.repeat(64)}#ME`])
    await expect(store.removeRows([{ pk, sk: 'x' }]), pk).rejects.toThrow('another tenant')
  expect(system.calls).toEqual([])
})
