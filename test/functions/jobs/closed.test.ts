import { ulid } from 'ulid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adopt, draft, loadPack, publish } from '../../../functions/configuration/index.ts'
import { carryChanges } from '../../../functions/jobs/index.ts'
import { keys, type Link, UserStore } from '../../../functions/store/index.ts'
import { type Harness, issuer, startHarness } from '../harness.ts'
import { record, wayOf } from './place.ts'

const city = '349901'
const packs = new URL('../../../forms/packs', import.meta.url).pathname
let yihu: Harness
let link: Link

const member = () => record(`T#${city}#MEMBER`, `M#${yihu.member('349901.worker')}`)
const everything = () => [
  record(`T#${city}#CONFIG`, 'HEAD'),
  member(),
  record(`T#${city}#COUNT`, 'COUNT#202610#a'),
]
const places = () => UserStore.of({ issuer, subject: '349901.worker' }, yihu.link).memberships()
const ofProvince = async () => {
  const office = await yihu.province('340000')
  return [await office.get(['CITY', city]), await office.get(['MONTH#202610', city])]
}

beforeAll(async () => {
  yihu = await startHarness()
  link = wayOf(yihu, 'rollup')
  const store = await yihu.store(city)
  const means = { clock: yihu.clock.now, ids: () => ulid() }
  await adopt(store, { pack: await loadPack(packs, '349901-demo', { demo: true }) }, means)
  await publish(store, { note: '首次发布', rev: (await draft(store)).rev }, means)
  const metrics = { 'settlements.due': 40, 'settlements.on-time': 40 }
  await store.write([{ add: keys.countKey('202610', 'a'), metrics }])
  await carryChanges({ link })({ Records: everything() })
})
afterAll(async () => {
  link.close()
  await yihu.stop()
})

test('a city that was closed is none in its province and in its members’ lists, and nothing of it is made again', async () => {
  expect(await ofProvince()).toEqual([expect.anything(), expect.anything()])
  expect(await places()).toHaveLength(1)
  const store = await yihu.store(city)
  for (const pk of ['CONFIG', 'RELEASE', 'KEY', 'MEMBER', 'COUNT'])
    for (const { sk } of await store.all(pk)) await store.write([{ remove: [pk, sk], expect: 'present' }])
  yihu.wireLog.length = 0
  const told = [...everything(), ...everything()]
  expect(await carryChanges({ link })({ Records: told })).toEqual({ batchItemFailures: [] })
  expect(await ofProvince()).toEqual([undefined, undefined])
  expect(await places()).toEqual([])
  const changes = yihu.wireLog.map(({ op }) => op).filter((op) => !/Get|Query/.test(op))
  expect(changes).toEqual(['DeleteItem', 'DeleteItem', 'DeleteItem'])
})

test('members leave also while the city is only half removed', async () => {
  const pointer = { release: 9, sha: '0' }
  await (await yihu.store(city)).write([
    { put: keys.headKey, item: { schema: 1, live: pointer, last: 9 }, expect: 'absent' },
  ])
  expect(await carryChanges({ link })({ Records: [member()] })).toEqual({ batchItemFailures: [] })
})
