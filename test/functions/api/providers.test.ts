import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keys } from '../../../functions/store/index.ts'
import { chizhou, putRelease } from '../casework/city.ts'
import { type Harness, startHarness } from '../harness.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  await putRelease(await yihu.store('341700'), chizhou())
})
afterAll(() => yihu.stop())

const list = '/api/cities/341700/providers'
const firm = { name: '演示安心社工服务中心', type: 'social-work', mode: 'purchase' }
const put = (id: string, match: number | undefined, body: unknown, as = '341700.admin', city = '341700') =>
  yihu.as(as, `/api/cities/${city}/providers/${id}`, {
    method: 'PUT',
    body,
    ...(match !== undefined && { match }),
  })

describe('the register of providers', () => {
  test('takes a new one, tells it by name, and lets members be of it', async () => {
    const invitation = { body: { name: '范乐康', roles: [{ role: 'provider', provider: 'anxin' }] } }
    const invite = () => yihu.as('341700.admin', '/api/cities/341700/members/invitations', invitation)
    expect((await invite()).status).toBe(422)
    const made = await put('anxin', 0, { ...firm, divisions: ['341702'] })
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"'])
    expect(made.json).toEqual({ id: 'anxin', ...firm, divisions: ['341702'], rev: 1 })
    const invited = await invite()
    expect(invited.status).toBe(201)
    const holder = { city: '341700', secret: invited.json.secret }
    const looked = await yihu.fetch('/api/invitations/look', { body: holder })
    expect(looked.json.divisions).toEqual({ anxin: firm.name })

    const changed = await put('anxin', 1, { ...firm, name: '演示安心中心' })
    expect(changed.json).toEqual({ id: 'anxin', ...firm, name: '演示安心中心', rev: 2 })
    for (const reader of ['admin', 'township', 'worker', 'auditor'])
      expect((await yihu.as(`341700.${reader}`, list)).json.items).toEqual([changed.json])
    expect((await yihu.as('341700.provider', list)).status).toBe(403)

    const store = await yihu.store('341700')
    const rows = await store.all<{ on: string; action: string }>('AUDIT#202611')
    expect(rows.filter(({ on }) => on === 'anxin').map(({ action }) => action)).toEqual([
      'provider.add',
      'provider.change',
    ])
  })

  test('is read page by page', async () => {
    for (const n of [1, 2, 3]) await put(`page-${n}`, 0, { ...firm, name: `演示机构${n}` })
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { json } = await yihu.as('341700.admin', `${list}?limit=2${after}`)
      seen.push(...json.items.map(({ id }: { id: string }) => id))
      if (!json.next) break
      after = `&after=${json.next}`
    }
    expect(seen).toEqual(expect.arrayContaining(['page-1', 'page-2', 'page-3']))
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('lets one of two who begin or change the same win, and never writes over unseen', async () => {
    const both = await Promise.all(
      ['甲', '乙'].map((name) => put('twin', 0, { ...firm, name: `演示${name}` })),
    )
    const [won, lost] = both.map(({ status }) => status).sort()
    expect(won).toBe(201)
    // Whether the second one is noticed when it reads or when it writes is chance.
    expect([409, 412]).toContain(lost)
    expect((await put('twin', 0, { ...firm, name: '演示丙' })).json).toMatchObject({ code: 'stale', rev: 1 })
    expect((await put('twin', undefined, { ...firm, name: '演示丙' })).status).toBe(428)
    expect((await put('nowhere', 3, { ...firm, name: '演示丁' })).status).toBe(404)
  })

  test('knows no two of one name', async () => {
    await put('first', 0, { ...firm, name: '演示同名中心' })
    expect((await put('second', 0, { ...firm, name: ' 演示同名中心 ' })).json).toMatchObject({
      status: 409,
      detail: expect.stringContaining('演示同名中心'),
    })
    expect((await put('first', 1, { ...firm, name: '演示同名中心' })).status).toBe(200)
  })

  test.each([
    ['a type of another city', { ...firm, type: 'unheard' }, 'type'],
    ['a mode that is none', { ...firm, mode: 'constructor' }, 'mode'],
    ['a division of another city', { ...firm, divisions: ['341702', '110101'] }, 'divisions[1]'],
    ['a code with a wrong check sign', { ...firm, creditCode: '91110000600037341A' }, 'creditCode'],
    ['no name', { ...firm, name: ' ' }, 'name'],
    ['a further member', { ...firm, city: '349901' }, 'city'],
  ])('refuses %s', async (_, body, path) => {
    const { json } = await put('wrong', 0, body)
    expect(json).toMatchObject({ status: 422, code: 'invalid' })
    expect(json.errors.map((error: { path: string }) => error.path)).toEqual([path])
    for (const { message } of json.errors) expect(message).toMatch(/\p{Script=Han}.*。$/u)
    expect(await (await yihu.store('341700')).get(keys.providerKey('wrong'))).toBeUndefined()
  })

  test.each(['A', '%23', 'a%2Fb', 'a'.repeat(41), '-a', '341702'])('takes no id like %s', async (id) => {
    expect((await put(id, 0, firm)).status).toBe(404)
  })

  test('is each city’s own, and waits for the first release', async () => {
    await put('ours', 0, { ...firm, name: '演示本市中心' })
    const elsewhere = await yihu.as('349901.admin', '/api/cities/349901/providers')
    expect(elsewhere.json).toEqual({ items: [] })
    expect((await put('theirs', 0, firm, '349901.admin', '349901')).json).toMatchObject({
      code: 'not-found',
      detail: expect.stringContaining('先发布'),
    })
    expect((await put('ours', 1, firm, '341700.township')).status).toBe(403)
  })
})
