import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carryLetters, wakingSortKeys } from '../../../functions/jobs/index.ts'
import { letterOf } from '../../../functions/jobs/letter.ts'
import type { InRow, ToldRow } from '../../../functions/mail/message.ts'
import { keys, type Link } from '../../../functions/store/index.ts'
import { type Harness, startHarness } from '../harness.ts'
import { record, register, wayOf } from './place.ts'

let yihu: Harness
let link: Link
const failed: unknown[] = []
const office = 'P#340000#MAIL'

const notice = (to: readonly string[], over: object = {}): object => ({
  schema: 1,
  kind: 'notice',
  to,
  payload: { title: '关于做好冬季走访的通知', text: '请各地于月底前完成走访。' },
  by: 'service:test',
  at: '2026-11-23T01:00:00.000Z',
  ...over,
})
const box = (pk: string) => (pk.startsWith('P') ? yihu.province(pk.slice(2, 8)) : yihu.store(pk.slice(2, 8)))
/** Lays a row into a box and tells the courier of it; answers what became of it. */
const send = async (pk: string, row: object, id = ulid(), times = 1) => {
  const at = await box(pk)
  await at.write([{ put: keys.outKey(id), item: row, expect: 'absent' }])
  const answers = []
  for (let i = 0; i < times; i++) answers.push(await tell(pk, id))
  const out = await at.get<ToldRow>(keys.toldKey(id))
  return { id, out, answers }
}
const tell = (pk: string, ...ids: string[]) =>
  carryLetters({ link, failed: (...what) => failed.push(what) })({
    Records: ids.map((id) => record(pk, `OUT#${id}`)),
  })
const inbox = async (city: string) => (await yihu.store(city)).all<InRow>(keys.mailPk, { prefix: 'IN#' })

beforeAll(async () => {
  yihu = await startHarness()
  link = wayOf(yihu, 'courier')
  for (const city of ['341700', '349901', '349902', '350100']) await register(yihu, city, `${city}市`)
  await register(yihu, '349903', '正在关闭', 'closing')
})
afterAll(async () => {
  link.close()
  await yihu.stop()
})

describe('which records are carried', () => {
  const id = '01KAPQ0000000000000000000A'
  test('messages out of a box, by their keys alone', () => {
    expect(letterOf(record(office, `OUT#${id}`))).toEqual({ place: 'province', code: '340000', id })
    expect(letterOf(record('T#341700#MAIL', `OUT#${id}`))).toMatchObject({ place: 'city', code: '341700' })
  })
  test.each([
    ['P#340000#MAIL', `IN#${id}`],
    ['P#340000#MAIL', 'OUT#'],
    ['P#340000#MAIL', `OUT#${id}#x`],
    ['P#340000#MAIL', `OUT#${id.toLowerCase()}`],
    ['T#341700#HH#1', `OUT#${id}`],
    ['U#341700#MAIL', `OUT#${id}`],
    ['T#34170#MAIL', `OUT#${id}`],
    ['', ''],
  ])('%s / %s is passed over', (pk, sk) => expect(letterOf(record(pk, sk))).toBeUndefined())
})

describe('a notice', () => {
  test('of an office reaches each of its cities once, however often it is told', async () => {
    const { id, out, answers } = await send(office, notice(['341700', '349901']), ulid(), 3)
    expect(answers).toEqual(Array(3).fill({ batchItemFailures: [] }))
    expect(out).toMatchObject({ state: 'delivered', undelivered: [], rev: 1 })
    for (const city of ['341700', '349901'])
      expect(await inbox(city)).toMatchObject([
        {
          sk: `IN#${id}#P340000`,
          rev: 1,
          from: { kind: 'province', code: '340000', name: '安徽省' },
          payload: { title: '关于做好冬季走访的通知' },
        },
      ])
    expect(await inbox('349902')).toEqual([])
  })

  test('of a city reaches another of its province, under its own name', async () => {
    const { id, out } = await send('T#341700#MAIL', notice(['349902']))
    expect(out?.state).toBe('delivered')
    expect((await inbox('349902')).at(-1)).toMatchObject({
      sk: `IN#${id}#T341700`,
      from: { kind: 'city', code: '341700', name: '341700市' },
    })
  })

  test('that was cut off before its end is finished by the next run', async () => {
    const id = ulid()
    await (await yihu.store('341700')).write([
      { put: keys.inKey(id, 'P340000'), item: { schema: 1, kind: 'notice', first: true }, expect: 'absent' },
    ])
    const { out } = await send(office, notice(['341700', '349901']), id)
    expect(out?.state).toBe('delivered')
    const kept = await (await yihu.store('341700')).get(keys.inKey(id, 'P340000'))
    expect(kept).toMatchObject({ first: true, rev: 1 })
    expect((await inbox('349901')).some(({ sk }) => sk.includes(id))).toBe(true)
  })

  test('under the id of somebody else’s notice takes nobody’s place', async () => {
    const id = ulid()
    await send('T#349902#MAIL', notice(['341700']), id)
    await send(office, notice(['341700']), id)
    const found = (await inbox('341700')).filter(({ sk }) => sk.includes(id))
    expect(found.map(({ from }) => from.code).sort()).toEqual(['340000', '349902'])
  })
})

describe('who may not be written to', () => {
  test.each([
    ['a city of another province', office, '350100'],
    ['a city that nobody opened', office, '349999'],
    ['a city that is being closed', office, '349903'],
    ['oneself', 'T#341700#MAIL', '341700'],
    ['a city of another province, by a city', 'T#341700#MAIL', '350100'],
  ])('%s', async (_, pk, to) => {
    yihu.wireLog.length = 0
    const { out, answers } = await send(pk, notice([to]))
    expect(answers).toEqual([{ batchItemFailures: [] }])
    expect(out).toMatchObject({ state: 'dead', reason: 'unknown-recipient' })
    const written = yihu.wireLog.filter(({ op }) => /Put|Update|Delete|Write/.test(op))
    expect(written.flatMap(({ partitions }) => partitions).filter((one) => one !== pk)).toEqual([])
  })

  test('beside those who are there: they are named, the others have it', async () => {
    const { out } = await send(office, notice(['349999', '349901']))
    expect(out).toMatchObject({
      state: 'delivered',
      undelivered: [{ to: '349999', reason: 'unknown-recipient' }],
    })
  })

  test('by a city that is in no registry', async () => {
    const { out } = await send('T#349904#MAIL', notice(['341700']))
    expect(out).toMatchObject({ state: 'dead', reason: 'unknown-sender' })
  })
})

describe('poison', () => {
  test.each<[string, object, string]>([
    ['an unknown kind', notice(['341700'], { kind: 'referral' }), 'unknown-kind'],
    ['a kind that every object has', notice(['341700'], { kind: 'constructor' }), 'unknown-kind'],
    ['no payload', notice(['341700'], { payload: null }), 'malformed'],
    [
      'a payload with more in it',
      notice(['341700'], { payload: { title: 'a', text: 'b', html: '<b>' } }),
      'malformed',
    ],
    ['a text too long', notice(['341700'], { payload: { title: 'a', text: 'b'.repeat(4001) } }), 'malformed'],
    [
      'a person',
      notice(['341700'], { payload: { title: 'a', text: '张某 34170219500101001X' } }),
      'malformed',
    ],
    ['no recipients', notice([]), 'malformed'],
    ['a recipient that is a key', notice(['341700#HH#1']), 'malformed'],
    ['a recipient twice', notice(['341700', '341700']), 'malformed'],
    ['all, for recipients', notice([], { to: 'all' }), 'malformed'],
    ['nothing that a message has', {}, 'malformed'],
  ])('%s dies with a reason and holds up nothing behind it', async (_, row, reason) => {
    const id = ulid()
    const before = (await inbox('341700')).length
    await (await box(office)).write([{ put: keys.outKey(id), item: row, expect: 'absent' }])
    const good = ulid()
    await (await box(office)).write([{ put: keys.outKey(good), item: notice(['341700']), expect: 'absent' }])
    expect(await tell(office, id, good)).toEqual({ batchItemFailures: [] })
    expect(await (await box(office)).get(keys.toldKey(id))).toMatchObject({ state: 'dead', reason })
    expect((await inbox('341700')).length).toBe(before + 1)
    expect(failed).toEqual([])
  })

  test('a row that is gone is nothing to carry', async () => {
    expect(await tell(office, ulid())).toEqual({ batchItemFailures: [] })
  })
})

test('a recipient whose box is out of reach is tried again; the others have theirs', async () => {
  const id = ulid()
  await (await box(office)).write([
    { put: keys.outKey(id), item: notice(['341700', '349901', '349902']), expect: 'absent' },
  ])
  const broken: Link = {
    ...link,
    client: (prefix) => {
      if (prefix === 'T#349901#') throw new Error('secret')
      return link.client(prefix)
    },
  }
  const told: unknown[] = []
  const one = record(office, `OUT#${id}`)
  const answer = await carryLetters({ link: broken, failed: (...what) => told.push(what) })({
    Records: [one],
  })
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: one.dynamodb?.SequenceNumber }])
  expect(told).toMatchObject([['courier', { place: 'province', code: '340000', id }, {}]])
  const has = async (city: string) => (await inbox(city)).filter(({ sk }) => sk.includes(id)).length
  expect([await has('341700'), await has('349901'), await has('349902')]).toEqual([1, 0, 1])
  expect(await (await box(office)).get(keys.toldKey(id))).toBeUndefined()
  await tell(office, id)
  expect([await has('341700'), await has('349901'), await has('349902')]).toEqual([1, 1, 1])
})

test('the courier writes nothing that would wake it, or another job, and leaves the message as it was', async () => {
  yihu.wireLog.length = 0
  const { id } = await send(office, notice(['341700']))
  const { rev } = (await (await box(office)).get(keys.outKey(id))) ?? {}
  expect(rev).toBe(1)
  const put = yihu.wireLog.filter(({ op }) => !/Get|Query/.test(op)).slice(1)
  const written = put.map(({ body }) => (body as { Item?: { sk: { S: string } } }).Item?.sk.S ?? '')
  expect(written).toEqual([`IN#${id}#P340000`, `TOLD#${id}`])
  for (const sk of written) expect(wakingSortKeys.some((begin) => sk.startsWith(begin))).toBe(false)
})
