import type { DynamoDBRecord } from 'aws-lambda'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  adopt,
  draft,
  draftDocument,
  loadPack,
  publish,
  saveDraft,
} from '../../../functions/configuration/index.ts'
import { serviceTenant } from '../../../functions/identity/service.ts'
import { changeOf } from '../../../functions/jobs/change.ts'
import { carryChanges } from '../../../functions/jobs/index.ts'
import type { DisclosedCity } from '../../../functions/oversight/index.ts'
import type { DisclosedMonth } from '../../../functions/oversight/month.ts'
import { hintKey, keys, type Link, UserStore } from '../../../functions/store/index.ts'
import { type Harness, issuer, startHarness } from '../harness.ts'
import { record, wayOf } from './place.ts'

let yihu: Harness
let link: Link
const packs = new URL('../../../forms/packs', import.meta.url).pathname
const means = () => ({
  clock: yihu.clock.now,
  ids: () => ulid(),
})

const send = (...records: DynamoDBRecord[]) => carryChanges({ link })({ Records: records })
const headOf = (city: string) => record(`T#${city}#CONFIG`, 'HEAD')
const disclosed = async (city: string) => (await yihu.province('340000')).get<DisclosedCity>(['CITY', city])
const placesOf = (subject: string) => UserStore.of({ issuer, subject }, yihu.link).memberships()

const publishNow = async (city: string, note: string): Promise<void> => {
  const store = await yihu.store(city)
  await publish(store, { note, rev: (await draft(store)).rev }, means())
}

beforeAll(async () => {
  yihu = await startHarness()
  link = wayOf(yihu, 'rollup')
  const store = await yihu.store('349901')
  await adopt(store, { pack: await loadPack(packs, '349901-demo', { demo: true }) }, means())
  await publishNow('349901', '首次发布')
})
afterAll(async () => {
  link.close()
  await yihu.stop()
})

describe('which records are carried', () => {
  test('heads and members, by their keys alone', () => {
    const member = 'a'.repeat(64)
    expect(changeOf(headOf('341700'))).toEqual({ kind: 'release', city: '341700' })
    expect(changeOf(record('T#341700#MEMBER', `M#${member}`))).toEqual({
      kind: 'member',
      place: 'city',
      code: '341700',
      member,
    })
    expect(changeOf(record('P#340000#MEMBER', `M#${member}`))).toMatchObject({ place: 'province' })
  })

  test.each([
    ['T#341700#HH#1', 'HEAD'],
    ['T#341700#CONFIG', 'WORK'],
    ['T#341700#MEMBER', 'M#short'],
    ['T#341700#MEMBER', 'ADMINS'],
    ['T#34170#CONFIG', 'HEAD'],
    ['P#340000#CONFIG', 'HEAD'],
    ['X#341700#CONFIG', 'HEAD'],
    ['T#341700#COUNT', 'COUNT#2026#341702-01'],
    ['P#340000#COUNT', 'COUNT#202611#341702-01'],
    ['', ''],
  ])('%s / %s is passed over', (pk, sk) => expect(changeOf(record(pk, sk))).toBeUndefined())

  test('a record without keys too', () => expect(changeOf({})).toBeUndefined())
})

describe('a release', () => {
  test('is disclosed to the province of the city, once however often it is told', async () => {
    expect(await send(headOf('349901'), headOf('349901'))).toEqual({ batchItemFailures: [] })
    const first = await disclosed('349901')
    expect(first?.versions).toMatchObject([{ release: 1, name: '演示甲市', demo: true }])
    expect(first?.versions[0]?.items.length).toBeGreaterThan(3)
    await send(headOf('349901'))
    expect((await disclosed('349901'))?.rev).toBe(first?.rev)
  })

  test('that waits for its day is disclosed beside the one in use', async () => {
    const store = await yihu.store('349901')
    const { document, rev } = await draftDocument(store, 'profile')
    const reach = { kind: 'city' } as const
    const changed = { ...(document as object), graceDays: 7 }
    await saveDraft(store, { key: 'profile', document: changed, rev, reach, clock: yihu.clock.now })
    await publish(
      store,
      { note: '明年起', rev: (await draft(store)).rev, effectiveFrom: '2027-01-01' },
      means(),
    )
    await send(headOf('349901'))
    expect((await disclosed('349901'))?.versions.map(({ release, from }) => [release, from])).toEqual([
      [1, '2026-11-23'],
      [2, '2027-01-01'],
    ])
  })

  test('that an old record tells of does not bring back what is older', async () => {
    const province = await yihu.province('340000')
    const row = await disclosed('349901')
    if (!row) throw new Error('not disclosed')
    const { rev, ...item } = row
    await province.write([
      { put: ['CITY', '349901'], item: { ...item, head: item.head + 5 }, expect: { rev } },
    ])
    await send(headOf('349901'))
    expect((await disclosed('349901'))?.head).toBe(item.head + 5)
  })

  test('of a city without one writes nothing', async () => {
    await send(headOf('349904'))
    expect(await disclosed('349904')).toBeUndefined()
  })
})

describe('a month', () => {
  const countOf = (month: string) => record('T#349901#COUNT', `COUNT#${month}#1`)
  const monthOf = async (month: string) =>
    (await yihu.province('340000')).get<DisclosedMonth>([`MONTH#${month}`, '349901'])
  const count = async (month: string, township: string, metrics: Record<string, number>) =>
    (await yihu.store('349901')).write([{ add: keys.countKey(month, township), metrics }])

  test('that still runs stays in the city', async () => {
    await count('202611', 'a', { 'settlements.due': 40, 'settlements.on-time': 40 })
    await send(countOf('202611'))
    expect(await monthOf('202611')).toBeUndefined()
    expect(await monthOf('202610')).toBeUndefined()
  })

  test('that is over is disclosed over the whole city, hidden where it is small', async () => {
    await count('202610', 'a', { 'settlements.due': 40, 'settlements.on-time': 31, households: 3 })
    await count('202610', 'b', { 'settlements.due': 21, 'settlements.on-time': 20 })
    await send(countOf('202611'))
    const shown = { indicator: 'settled-on-time', numerator: 50, denominator: 60 }
    expect((await monthOf('202610'))?.figures).toEqual([shown])

    await count('202609', 'a', { 'settlements.due': 12, 'settlements.on-time': 9 })
    await send(countOf('202609'))
    expect((await monthOf('202609'))?.figures).toEqual([{ ...shown, numerator: null, denominator: 10 }])
  })

  test('told again changes nothing; a late counter of its own does', async () => {
    const { rev = 0 } = (await monthOf('202610')) ?? {}
    await send(countOf('202610'), countOf('202611'), countOf('202610'))
    expect((await monthOf('202610'))?.rev).toBe(rev)
    await count('202610', 'c', { 'settlements.due': 40, 'settlements.on-time': 20 })
    await send(countOf('202611'))
    expect((await monthOf('202610'))?.rev).toBe(rev)
    await send(countOf('202610'))
    expect((await monthOf('202610'))?.figures[0]).toMatchObject({ numerator: 70, denominator: 100 })
  })

  test('of a city without a release is not disclosed', async () => {
    await (await yihu.store('349903')).write([
      { add: keys.countKey('202610', 'a'), metrics: { 'settlements.due': 90 } },
    ])
    await send(record('T#349903#COUNT', 'COUNT#202611#a'))
    expect(await (await yihu.province('340000')).get(['MONTH#202610', '349903'])).toBeUndefined()
  })
})

describe('a membership', () => {
  const change = (subject: string, place = 'T#349901#MEMBER') => record(place, `M#${yihu.member(subject)}`)

  test('stands in the person’s own list under the city’s name', async () => {
    await send(change('349901.worker'))
    expect(await placesOf('349901.worker')).toEqual([
      { kind: 'city', code: '349901', name: '演示甲市', roles: [{ role: 'worker' }] },
    ])
  })

  test('of an office stands under the province’s name', async () => {
    await send(change('340000.office', 'P#340000#MEMBER'))
    expect(await placesOf('340000.office')).toEqual([
      { kind: 'province', code: '340000', name: '安徽省', roles: [{ role: 'office' }] },
    ])
  })

  test('that ended leaves the list, and a late record does not bring it back', async () => {
    const store = await yihu.store('349901')
    const key = keys.memberKey(yihu.member('349901.village'))
    await send(change('349901.village'))
    expect(await placesOf('349901.village')).toHaveLength(1)
    await store.write([{ remove: key, expect: 'present' }])
    await send(change('349901.village'), change('349901.village'))
    expect(await placesOf('349901.village')).toEqual([])
  })

  test('that never was grants nothing', async () => {
    await send(record('T#349901#MEMBER', `M#${'0'.repeat(64)}`))
    const job = serviceTenant('349901', 'test')
    expect(await UserStore.forJob(job, '0'.repeat(64), yihu.link).memberships()).toEqual([])
  })
})

test('one failure is reported by its first record, the others are carried all the same', async () => {
  const store = await yihu.store('349902')
  // A head that points at nothing.
  await store.write([
    { put: keys.headKey, item: { schema: 1, live: { release: 9, sha: '0' }, last: 9 }, expect: 'absent' },
  ])
  const province = await yihu.province('340000')
  const row = await disclosed('349901')
  await province.write([{ remove: ['CITY', '349901'], expect: { rev: row?.rev ?? 0 } }])
  const broken = headOf('349902')
  const failed: unknown[] = []
  const answer = await carryChanges({
    link,
    failed: (job, change) => failed.push([job, change]),
  })({ Records: [broken, headOf('349901'), headOf('349902')] })
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: broken.dynamodb?.SequenceNumber }])
  expect(failed).toEqual([['rollup', { kind: 'release', city: '349902' }]])
  expect(await disclosed('349901')).toBeDefined()
  expect(await disclosed('349902')).toBeUndefined()
})

test('the job writes nothing that would wake it again, and nothing of a person into the province', async () => {
  const row = await disclosed('349901')
  await (await yihu.province('340000')).write([
    { remove: ['CITY', '349901'], expect: { rev: row?.rev ?? 0 } },
  ])
  yihu.wireLog.length = 0
  await send(headOf('349901'), record('T#349901#MEMBER', `M#${yihu.member('349901.admin')}`))
  const writes = yihu.wireLog.filter(({ op }) => /Put|Update|Delete|Write/.test(op))
  expect(writes.length).toBeGreaterThan(0)
  for (const { partitions } of writes)
    for (const partition of partitions) expect(partition).toMatch(/^(P#340000#CITY|U#[0-9a-f]{64}#ME)$/)
  expect(hintKey('city', '349901')[1]).not.toMatch(/^(HEAD|M#|COUNT#|OUT#)/)
})
