import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, startHarness } from '../harness.ts'
import { drawTree } from './tree.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  await drawTree(yihu)
})
afterAll(() => yihu.stop())

const url = (subject: string, city = '341700') => `/api/cities/${city}/members/${yihu.member(subject)}`
const put = (as: string, subject: string, match: number | undefined, roles: unknown, name = '新人') =>
  yihu.as(as, url(subject), { method: 'PUT', body: { name, roles }, ...(match !== undefined && { match }) })
const worker = [{ role: 'worker', divisions: ['341702-01'] }]

describe('members', () => {
  test('an admin sees all of them, page by page, with names opened', async () => {
    const names: string[] = []
    for (let after = ''; ; ) {
      const { json } = await yihu.as('341700.admin', `/api/cities/341700/members?limit=3${after}`)
      names.push(...json.items.map(({ name }: { name: string }) => name))
      if (!json.next) break
      after = `&after=${json.next}`
    }
    expect(names).toHaveLength(11)
    expect(names).toContain('柳如初')
    expect(names).not.toContain('甄景明')
  })

  test('others see colleagues whose divisions meet theirs', async () => {
    const { json } = await yihu.as('341700.worker', '/api/cities/341700/members')
    const names = json.items.map(({ name }: { name: string }) => name)
    expect(names.sort()).toEqual(['柳如初', '汪修文', '潘守田', '纪清和'].sort())
    expect((await yihu.as('341700.worker', url('341700.township2'))).status).toBe(404)
    expect((await yihu.as('341700.provider', '/api/cities/341700/members')).status).toBe(403)
  })

  test('no name stands in the table in clear', async () => {
    yihu.wireLog.length = 0
    await put('341700.admin', 'clear', 0, worker, '沈清如')
    const written = JSON.stringify(yihu.wireLog)
    expect(written).toContain('M#')
    expect(written).not.toContain('沈清如')
    expect(written).not.toContain('"clear"')
  })

  test('adding, changing and removing move the revision and leave an audit row each', async () => {
    expect((await put('341700.admin', 'cycle', 0, worker)).status).toBe(201)
    const changed = await put('341700.admin', 'cycle', 1, [{ role: 'auditor' }], '改名')
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).toBe('"2"')
    expect(changed.json).toEqual({
      id: yihu.member('cycle'),
      name: '改名',
      roles: [{ role: 'auditor' }],
      rev: 2,
    })
    expect((await yihu.as('341700.admin', url('cycle'), { method: 'DELETE', match: 2 })).status).toBe(204)
    expect((await yihu.as('341700.admin', url('cycle'))).status).toBe(404)
    const store = await yihu.store('341700')
    const rows = await store.all<{ on: string; action: string; by: string }>('AUDIT#202611')
    const mine = rows.filter(({ on }) => on === yihu.member('cycle'))
    expect(mine.map(({ action }) => action)).toEqual(['member.add', 'member.change', 'member.remove'])
    expect(mine.every(({ by }) => by === yihu.member('341700.admin'))).toBe(true)
  })

  test('without If-Match it is 428, stale 412 with the revision that stands, unreadable 400', async () => {
    await put('341700.admin', 'revs', 0, worker)
    expect((await put('341700.admin', 'revs', undefined, worker)).json).toMatchObject({
      status: 428,
      code: 'precondition-required',
    })
    const stale = await put('341700.admin', 'revs', 9, worker)
    expect(stale.json).toMatchObject({ status: 412, code: 'stale', rev: 1 })
    expect(stale.headers.get('etag')).toBe('"1"')
    for (const bad of ['1', '*', 'W/"1"', '"x"', '"1", "2"', '"-1"']) {
      const ask = { method: 'PUT', body: { name: 'x', roles: worker }, headers: { 'If-Match': bad } }
      expect((await yihu.as('341700.admin', url('revs'), ask)).json, bad).toMatchObject({
        status: 400,
        code: 'malformed',
      })
    }
    expect((await put('341700.admin', 'nobody-yet', 3, worker)).status).toBe(404)
  })
})

describe('who may not', () => {
  test.each(['county', 'township', 'worker', 'village', 'provider', 'auditor'])(
    '%s raises nobody, themselves least',
    async (role) => {
      const me = `341700.${role}`
      expect((await put(me, me, 1, [{ role: 'admin' }])).json).toMatchObject({
        status: 403,
        code: 'forbidden',
      })
      expect((await put(me, 'friend', 0, worker)).status).toBe(403)
      expect((await yihu.as(me, url('341700.admin'), { method: 'DELETE', match: 1 })).status).toBe(403)
    },
  )

  test('an admin changes own roles neither up nor down, nor leaves', async () => {
    const self = '341700.admin'
    expect((await put(self, self, 1, [{ role: 'admin' }, { role: 'township' }])).status).toBe(403)
    expect((await put(self, self, 1, worker)).status).toBe(403)
    expect((await yihu.as(self, url(self), { method: 'DELETE', match: 1 })).status).toBe(403)
  })

  test('the admin of another city is nobody here', async () => {
    expect((await put('349901.admin', '349901.admin', 0, [{ role: 'admin' }])).status).toBe(404)
    expect((await yihu.as('349901.admin', '/api/cities/341700/members')).status).toBe(404)
  })
})

describe('the last admin', () => {
  test('cannot be removed or changed by who is admin no more, and one of two at once stays', async () => {
    const [a, b] = ['349901.admin', '349901.second']
    expect(
      (
        await yihu.as(a, url(b, '349901'), {
          method: 'PUT',
          match: 0,
          body: { name: '乙', roles: [{ role: 'admin' }] },
        })
      ).status,
    ).toBe(201)
    const away = await Promise.all([
      yihu.as(a, url(b, '349901'), { method: 'DELETE', match: 1 }),
      yihu.as(b, url(a, '349901'), { method: 'DELETE', match: 1 }),
    ])
    const statuses = away.map(({ status }) => status)
    expect(statuses.filter((status) => status === 204)).toHaveLength(1)
    expect([403, 404, 409, 412]).toContain(statuses.find((status) => status !== 204))
    const store = await yihu.store('349901')
    const rows = await store.all<{ roles: { role: string }[] }>('MEMBER', { prefix: 'M#' })
    expect(rows.filter(({ roles }) => roles.some(({ role }) => role === 'admin'))).toHaveLength(1)
  })

  test('is refused in words', async () => {
    const { removeMember } = await import('../../../functions/identity/members.ts')
    const store = await yihu.store('341700')
    const id = yihu.member('341700.admin')
    const ambient = { clock: yihu.clock.now, ids: () => '01' }
    await expect(removeMember(store, { id, rev: 1 }, ambient)).rejects.toMatchObject({ code: 'conflict' })
    expect((await yihu.as('341700.admin', '/api/cities/341700/members')).status).toBe(200)
  })
})

test('who was removed is out at once here, and within a minute everywhere', async () => {
  await put('341700.admin', 'leaver', 0, worker)
  const ask = () => yihu.as('leaver', '/api/cities/341700/members')
  expect((await ask()).status).toBe(200)
  await yihu.as('341700.admin', url('leaver'), { method: 'DELETE', match: 1 })
  expect((await ask()).status).toBe(404)

  await put('341700.admin', 'elsewhere', 0, worker)
  const other = () => yihu.as('elsewhere', '/api/cities/341700/members')
  expect((await other()).status).toBe(200)
  const store = await yihu.store('341700')
  await store.write([{ remove: ['MEMBER', `M#${yihu.member('elsewhere')}`], expect: 'present' }])
  yihu.clock.pass(59)
  expect((await other()).status).toBe(200)
  yihu.clock.pass(2)
  expect((await other()).status).toBe(404)
})

test.each([
  [{ name: '', roles: worker }, 'name'],
  [{ name: 'x', roles: [] }, 'roles'],
  [{ name: 'x', roles: [{ role: 'office' }] }, 'roles[0].role'],
  [{ name: 'x', roles: [{ role: 'root' }] }, 'roles[0].role'],
  [{ name: 'x', roles: [{ role: 'provider' }] }, 'roles[0].provider'],
  [{ name: 'x', roles: [{ role: 'worker', provider: 'p' }] }, 'roles[0].provider'],
  [{ name: 'x', roles: [{ role: 'county.admin' }] }, 'roles[0].divisions'],
  [{ name: 'x', roles: [{ role: 'worker', divisions: ['a#b'] }] }, 'roles[0].divisions[0]'],
  [{ name: 'x', roles: [{ role: 'worker', divisions: [] }] }, 'roles[0].divisions'],
  [{ name: 'x', roles: worker, city: '349901' }, 'city'],
  [{ name: 'x', roles: worker, rev: 5 }, 'rev'],
  [{ name: 'x', roles: [{ role: 'worker', by: 'me' }] }, 'roles[0].by'],
])('%j is refused at %s', async (body, path) => {
  const { json } = await yihu.as('341700.admin', url('shape'), { method: 'PUT', match: 0, body })
  expect(json).toMatchObject({ status: 422, code: 'invalid' })
  expect(json.errors.map((error: { path: string }) => error.path)).toContain(path)
  for (const { message } of json.errors) expect(message).toMatch(/\p{Script=Han}.*。$/u)
})

describe('a role for what the city does not have', () => {
  test.each([
    ['a division', { role: 'worker', divisions: ['341702-01', '341799'] }, 'divisions[1]', '341799'],
    ['a code of another city', { role: 'county.admin', divisions: ['110101'] }, 'divisions[0]', '110101'],
    [
      'a code that only begins like one',
      { role: 'township', divisions: ['341702-0'] },
      'divisions[0]',
      '341702-0',
    ],
    [
      'a name from the language',
      { role: 'worker', divisions: ['constructor'] },
      'divisions[0]',
      'constructor',
    ],
    ['a provider', { role: 'provider', provider: 'nobody' }, 'provider', 'nobody'],
    ['a key of the table', { role: 'provider', provider: '#' }, 'provider', '#'],
  ])('%s is refused in a sentence, by a change and by an invitation', async (_, grant, path, named) => {
    const roles = [{ role: 'auditor' }, grant]
    const invitation = { body: { name: '新人', roles } }
    for (const { json } of [
      await put('341700.admin', 'unplaced', 0, roles),
      await yihu.as('341700.admin', '/api/cities/341700/members/invitations', invitation),
    ]) {
      expect(json).toMatchObject({ status: 422, code: 'invalid', errors: [{ path: `roles[1].${path}` }] })
      expect(json.detail).toMatch(new RegExp(`^本市没有.*“${named}”.*。$`))
    }
    expect((await yihu.as('341700.admin', url('unplaced'))).status).toBe(404)
  })

  test('keeps nobody from another name who held it before', async () => {
    const self = yihu.member('341700.admin')
    const store = await yihu.store('341700')
    const key = ['MEMBER', `M#${self}`] as const
    const { rev = 0 } = (await store.get<object>(key)) ?? {}
    const roles = [{ role: 'admin' }, { role: 'township', divisions: ['341799'] }]
    await store.write([{ change: key, set: { roles }, expect: { rev } }])
    yihu.clock.pass(61)
    expect((await put('341700.admin', '341700.admin', rev + 1, roles, '方远')).status).toBe(200)
  })
})
