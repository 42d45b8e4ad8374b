import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from '../../../functions/api/app.ts'
import { audience, type Harness, issuer, startHarness } from '../harness.ts'

let yihu: Harness
/** A second process on the same table: it is told nothing of what the first one writes. */
let other: ReturnType<typeof createApi>
beforeAll(async () => {
  yihu = await startHarness()
  other = createApi({
    issuer,
    audience,
    keys: { keys: [yihu.publicJwk] },
    link: yihu.link,
    ring: yihu.ring,
    packs: '',
    clock: yihu.clock.now,
    log: () => {},
  })
})
afterAll(() => yihu.stop())

const city = '/api/cities/341700'
const there = async (subject: string, path = `${city}/audit`): Promise<number> => {
  const headers = { Authorization: `Bearer ${await yihu.tokenFor(subject)}` }
  return (await other.request(path, { headers })).status
}
const put = (subject: string, match: number, roles: readonly object[]) =>
  yihu.as('341700.admin', `${city}/members/${yihu.member(subject)}`, {
    method: 'PUT',
    match,
    body: { name: '某人', roles },
  })

test('who accepts an invitation is let in within a minute by a process that had turned them away', async () => {
  expect(await there('comer')).toBe(404)
  const { json } = await yihu.as('341700.admin', `${city}/members/invitations`, {
    body: { name: '来人', roles: [{ role: 'auditor' }] },
  })
  const body = { city: '341700', secret: json.secret }
  expect((await yihu.as('comer', '/api/invitations/accept', { body })).status).toBe(201)
  expect((await yihu.as('comer', `${city}/audit`)).status).toBe(200)
  yihu.clock.pass(61)
  expect(await there('comer')).toBe(200)
})

test('roles that are given, lowered and taken away count everywhere within a minute', async () => {
  await put('mover', 0, [{ role: 'worker' }])
  expect(await there('mover')).toBe(403)
  await put('mover', 1, [{ role: 'admin' }])
  expect((await yihu.as('mover', `${city}/audit`)).status).toBe(200)
  yihu.clock.pass(61)
  expect(await there('mover')).toBe(200)
  expect(await there('mover', `${city}/members/invitations`)).toBe(200)
  await put('mover', 2, [{ role: 'auditor' }])
  expect((await yihu.as('mover', `${city}/members/invitations`)).status).toBe(403)
  yihu.clock.pass(61)
  expect(await there('mover', `${city}/members/invitations`)).toBe(403)
  expect(await there('mover')).toBe(200)
  const path = `${city}/members/${yihu.member('mover')}`
  expect((await yihu.as('341700.admin', path, { method: 'DELETE', match: 3 })).status).toBe(204)
  yihu.clock.pass(61)
  expect(await there('mover')).toBe(404)
})

test('an old answer is not kept longer because somebody asks all the time', async () => {
  await put('asker', 0, [{ role: 'auditor' }])
  expect(await there('asker')).toBe(200)
  await yihu.as('341700.admin', `${city}/members/${yihu.member('asker')}`, { method: 'DELETE', match: 1 })
  const statuses: number[] = []
  for (let second = 0; second < 70; second += 10) {
    yihu.clock.pass(10)
    statuses.push(await there('asker'))
  }
  expect(statuses.slice(6)).toEqual([404])
})

test('who administers no more changes no member and invites nobody, also where that is not known yet', async () => {
  await put('former', 0, [{ role: 'admin' }])
  expect(await there('former')).toBe(200)
  const list = `${city}/members/invitations`
  const body = { name: '友人', roles: [{ role: 'admin' }] }
  const ask = async (method: string, path: string, match?: number, sent?: object) => {
    const headers = {
      Authorization: `Bearer ${await yihu.tokenFor('former')}`,
      'Content-Type': 'application/json',
      ...(match !== undefined && { 'If-Match': `"${match}"` }),
    }
    const made = await other.request(path, { method, headers, ...(sent && { body: JSON.stringify(sent) }) })
    return made.status
  }
  expect(await ask('POST', list, undefined, body)).toBe(201)
  const open = (await yihu.as('341700.admin', `${list}?limit=200`)).json.items.find(
    ({ name }: { name: string }) => name === '友人',
  )
  await put('former', 1, [{ role: 'auditor' }])
  const member = (subject: string) => `${city}/members/${yihu.member(subject)}`
  const { rev } = (await yihu.as('341700.admin', member('341700.auditor'))).json
  expect(await ask('GET', list)).toBe(200)
  expect(await ask('PUT', member('friend'), 0, body)).toBe(403)
  expect(await ask('PUT', member('former'), 2, body)).toBe(403)
  expect(await ask('DELETE', member('341700.auditor'), rev)).toBe(403)
  expect(await ask('POST', list, undefined, body)).toBe(403)
  expect(await ask('DELETE', `${list}/${open.id}`, open.rev)).toBe(403)
  expect((await yihu.as('341700.admin', member('friend'))).status).toBe(404)
  expect((await yihu.as('341700.admin', member('341700.auditor'))).json.rev).toBe(rev)
})
