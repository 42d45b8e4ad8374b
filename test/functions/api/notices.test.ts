import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carryLetters } from '../../../functions/jobs/index.ts'
import { type Harness, startHarness } from '../harness.ts'
import { record, register, wayOf } from '../jobs/place.ts'

let yihu: Harness
const sent = '/api/provinces/340000/notices'
const body = (over: object = {}) => ({
  id: ulid(),
  to: ['341700'],
  title: '关于做好冬季走访的通知',
  text: '请各地于月底前完成走访。',
  ...over,
})
const send = (asked: object, subject = '340000.office', path = sent) =>
  yihu.as(subject, path, { body: asked })
const inbox = (subject = '341700.admin', city = '341700', query = '') =>
  yihu.as(subject, `/api/cities/${city}/notices${query}`)
const carry = async (id: string) => {
  const link = wayOf(yihu, 'courier')
  await carryLetters({ link })({ Records: [record('P#340000#MAIL', `OUT#${id}`)] })
  link.close()
}

beforeAll(async () => {
  yihu = await startHarness()
  await register(yihu, '341700', '池州市')
  await register(yihu, '349901', '演示甲市')
  await register(yihu, '350100', '福州市')
})
afterAll(() => yihu.stop())

describe('a notice of the office', () => {
  test('is waiting, then carried, then read by the administrators of the city', async () => {
    expect((await inbox()).json).toEqual({ items: [] })
    const asked = body({ to: ['341700', '349901'] })
    const answer = await send(asked)
    expect([answer.status, answer.json]).toEqual([
      201,
      { ...asked, at: '2026-11-23T01:00:00.000Z', state: 'waiting', undelivered: [] },
    ])
    await carry(asked.id)
    expect((await yihu.as('340000.office', sent)).json.items).toEqual([
      { ...asked, at: '2026-11-23T01:00:00.000Z', state: 'delivered', undelivered: [] },
    ])
    const from = { kind: 'province', code: '340000', name: '安徽省' }
    const { title, text } = asked
    for (const [subject, city] of [
      ['341700.admin', '341700'],
      ['349901.admin', '349901'],
    ] as const)
      expect((await inbox(subject, city)).json.items).toEqual([
        { id: `${asked.id}#P340000`, from, title, text, at: '2026-11-23T01:00:00.000Z' },
      ])
  })

  test('sent again is the same one; another under its id is refused', async () => {
    const asked = body()
    const first = await send(asked)
    await carry(asked.id)
    const again = await send(asked)
    expect([again.status, again.json]).toEqual([201, { ...first.json, state: 'delivered' }])
    expect((await send({ ...asked, title: '另一份' })).json).toMatchObject({
      status: 422,
      code: 'key-reused',
    })
  })

  test('to a city that closed meanwhile says so', async () => {
    const asked = body({ to: ['341700', '349901'] })
    await send(asked)
    await register(yihu, '349901', '演示甲市', 'closing')
    await carry(asked.id)
    const { items } = (await yihu.as('340000.office', sent)).json
    expect(items[0]).toMatchObject({ id: asked.id, state: 'delivered', undelivered: ['349901'] })
    await register(yihu, '349901', '演示甲市')
  })

  test('comes newest first, by page', async () => {
    const { items, next } = (await inbox('341700.admin', '341700', '?limit=1')).json
    expect(items).toHaveLength(1)
    const rest = (await inbox('341700.admin', '341700', `?limit=1&after=${next}`)).json.items
    expect(rest[0].id < items[0].id).toBe(true)
    expect((await yihu.as('340000.office', `${sent}?limit=1`)).json.items).toHaveLength(1)
  })
})

describe('is refused', () => {
  test.each<[string, object, string]>([
    ['to a city of another province', { to: ['350100'] }, 'to[0]'],
    ['to a city that nobody opened', { to: ['341700', '349999'] }, 'to[1]'],
    ['to nobody', { to: [] }, 'to'],
    ['to one city twice', { to: ['341700', '341700'] }, 'to'],
    ['to what is no code', { to: ['341700#MAIL'] }, 'to[0]'],
    ['with an id number in it', { text: '请核对34170219500101001X的情况' }, 'text'],
    ['with an id number in its title', { title: '关于341702195001010010' }, 'title'],
    ['without a title', { title: ' ' }, 'title'],
    ['with too long a text', { text: '长'.repeat(4001) }, 'text'],
    ['with a sender of its own', { from: '110000' }, 'from'],
    ['with an id that is none', { id: '1' }, 'id'],
  ])('%s', async (_, over, path) => {
    yihu.wireLog.length = 0
    const { status, json } = await send(body(over))
    expect([status, json.code, json.errors?.[0]?.path]).toEqual([422, 'invalid', path])
    expect(yihu.wireLog.filter(({ op }) => op.startsWith('Put'))).toEqual([])
  })

  test('from whoever is not of the office, and to be read by whoever is no administrator', async () => {
    expect((await send(body(), '341700.admin')).status).toBe(404)
    expect((await send(body(), '340000.office', '/api/provinces/350000/notices')).status).toBe(404)
    expect((await inbox('341700.worker')).status).toBe(403)
    expect((await inbox('349901.admin')).status).toBe(404)
    expect((await inbox('340000.office')).status).toBe(404)
  })
})
