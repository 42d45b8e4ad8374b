import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InvitationLink, RoleGrant } from '../../../functions/api/contract/index.ts'
import { type Harness, startHarness } from '../harness.ts'
import { drawTree } from './tree.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  await drawTree(yihu)
})
afterAll(() => yihu.stop())

const admin = '341700.admin'
const list = '/api/cities/341700/members/invitations'
const worker: readonly RoleGrant[] = [{ role: 'worker', divisions: ['341702-01'] }]

const invite = async (roles = worker, by = admin, city = '341700'): Promise<InvitationLink> => {
  const path = `/api/cities/${city}/members/invitations`
  const { status, json, text } = await yihu.as(by, path, { body: { name: '沈清如', roles } })
  if (status !== 201) throw new Error(text)
  return json
}
const holder = ({ secret }: { readonly secret: string }, city = '341700') => ({ city, secret })
const look = (body: object) => yihu.fetch('/api/invitations/look', { body })
const accept = (subject: string, body: object) => yihu.as(subject, '/api/invitations/accept', { body })
const unusable = { status: 404, code: 'not-found', detail: expect.stringContaining('这个邀请链接不能使用') }

describe('an invitation', () => {
  test('tells who invites to what, and makes who accepts a member with exactly its roles, once', async () => {
    const link = await invite()
    expect(link.secret).toMatch(/^[\w-]{43}$/)
    expect((await look(holder(link))).json).toEqual({
      city: '341700',
      cityName: '341700',
      name: '沈清如',
      by: '方知远',
      roles: worker,
      divisions: {},
      expires: '2026-11-30T01:00:00.000Z',
    })
    const path = `/api/cities/341700/members/${yihu.member('new')}`
    expect((await yihu.as('new', path)).status).toBe(404)
    expect((await accept('new', holder(link))).json).toEqual({ city: '341700', member: yihu.member('new') })
    expect((await yihu.as('new', path)).json).toEqual({
      id: yihu.member('new'),
      name: '沈清如',
      roles: worker,
      rev: 1,
    })
    expect((await accept('other', holder(link))).json).toMatchObject(unusable)
    expect((await look(holder(link))).json).toMatchObject(unusable)
    expect((await yihu.as('other', path)).status).toBe(404)
  })

  test('is taken by one of two who come at once', async () => {
    const link = await invite()
    const answers = await Promise.all(['twin1', 'twin2', 'twin3'].map((one) => accept(one, holder(link))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404])
  })

  test('is not burnt by who is a member already, and says so; nor can roles be raised by it', async () => {
    const link = await invite([{ role: 'admin' }])
    expect((await accept('341700.worker', holder(link))).json).toMatchObject({
      status: 409,
      detail: expect.stringContaining('您已经是'),
    })
    const { json } = await yihu.as(admin, `/api/cities/341700/members/${yihu.member('341700.worker')}`)
    expect(json.roles).toEqual([{ role: 'worker', divisions: ['341702-01'] }])
    expect((await accept('late', holder(link))).status).toBe(201)
    expect((await accept('late', holder(link))).json).toMatchObject({ status: 409 })
  })

  test('is no good from its day on, and is listed as expired', async () => {
    const link = await invite()
    yihu.clock.pass(7 * 86_400 - 1)
    expect((await look(holder(link))).status).toBe(200)
    yihu.clock.pass(1)
    expect((await look(holder(link))).json).toMatchObject(unusable)
    expect((await accept('tardy', holder(link))).json).toMatchObject(unusable)
    const { json } = await yihu.as(admin, `${list}?limit=200`)
    expect(json.items.find(({ id }: { id: string }) => id === link.id).state).toBe('expired')
    yihu.clock.pass(31 * 86_400)
    expect((await yihu.as(admin, `${list}?limit=200`)).text).not.toContain(link.id)
  })

  test('is revoked, by its revision, and what was used cannot be', async () => {
    const link = await invite()
    const revoke = (match: number, id = link.id) =>
      yihu.as(admin, `${list}/${id}`, { method: 'DELETE', match })
    expect((await revoke(7)).json).toMatchObject({ status: 412, rev: 1 })
    expect((await revoke(1)).status).toBe(204)
    expect((await revoke(1)).status).toBe(204)
    expect((await accept('revoked', holder(link))).json).toMatchObject(unusable)
    const used = await invite()
    await accept('quick', holder(used))
    expect((await revoke(2, used.id)).json).toMatchObject({ status: 409 })
    for (const id of ['x', 'f'.repeat(64)]) expect((await revoke(1, id)).status).toBe(404)
  })

  test('leaves its making, taking back and taking up in the audit, by whom', async () => {
    const month = yihu.clock.now().toISOString().slice(0, 7)
    const { json } = await yihu.as(admin, `/api/cities/341700/audit?month=${month}&limit=200`)
    const acts = json.items.map(({ action }: { action: string }) => action)
    expect(acts).toEqual(expect.arrayContaining(['invitation.make', 'invitation.revoke', 'member.join']))
    const joined = json.items.find(({ on }: { on: string }) => on === yihu.member('quick'))
    expect(joined).toMatchObject({
      action: 'member.join',
      by: yihu.member('quick'),
      byName: '沈清如',
      onName: '沈清如',
      roles: worker,
      detail: { invitedBy: yihu.member(admin) },
    })
  })
})

describe('its secret', () => {
  test('stands nowhere in the table, in the list or in the log', async () => {
    yihu.wireLog.length = 0
    yihu.logLines.length = 0
    const link = await invite()
    await look(holder(link))
    await accept('silent', holder(link))
    const { text } = await yihu.as(admin, `${list}?limit=200`)
    expect(text).toContain(link.id)
    expect(text).not.toContain('secret')
    const everything = JSON.stringify([yihu.wireLog, yihu.logLines, text])
    expect(everything).not.toContain(link.secret)
    expect(JSON.stringify(yihu.wireLog)).not.toContain('沈清如')
  })

  test.each(['', 'x', 'a'.repeat(43), 'a'.repeat(200), '../../MEMBER', '#'.repeat(43)])(
    '%j opens nothing, and the answer is that of a used one',
    async (secret) => {
      expect((await look({ city: '341700', secret })).json).toMatchObject(unusable)
      expect((await accept('guess', { city: '341700', secret })).json).toMatchObject(unusable)
    },
  )

  test('of another city opens nothing here, and its own city nothing by another name', async () => {
    const link = await invite([{ role: 'admin' }], '349901.admin', '349901')
    for (const city of ['341700', '340000', '000000', '34990', '349901#', 'T#349901', '']) {
      yihu.wireLog.length = 0
      expect((await look(holder(link, city))).json, city).toMatchObject(unusable)
      expect((await accept('wanderer', holder(link, city))).json, city).toMatchObject(unusable)
      const touched = yihu.wireLog.flatMap(({ partitions }) => partitions)
      expect(touched.filter((pk) => pk !== `T#${city}#INVITATION`)).toEqual([])
    }
    expect((await accept('wanderer', holder(link, '349901'))).status).toBe(201)
  })

  test('proves nothing without a sign-in', async () => {
    const link = await invite()
    expect((await yihu.fetch('/api/invitations/accept', { body: holder(link) })).status).toBe(401)
  })
})

describe('who may not', () => {
  test.each(['county', 'township', 'worker', 'village', 'provider', 'auditor'])(
    '%s invites nobody and sees no invitation',
    async (role) => {
      const me = `341700.${role}`
      const body = { name: '新人', roles: worker }
      expect((await yihu.as(me, list, { body })).json).toMatchObject({ status: 403 })
      expect((await yihu.as(me, list)).status).toBe(403)
      const ask = { method: 'DELETE', match: 1 }
      expect((await yihu.as(me, `${list}/${'a'.repeat(64)}`, ask)).status).toBe(403)
    },
  )

  test('another city’s admin finds none', async () => {
    const link = await invite()
    expect((await yihu.as('349901.admin', list)).status).toBe(404)
    const other = `/api/cities/349901/members/invitations/${link.id}`
    expect((await yihu.as('349901.admin', other, { method: 'DELETE', match: 1 })).status).toBe(404)
    expect((await look(holder(link))).status).toBe(200)
  })

  test('nobody takes up what they gave out, and it is no good once they are no admin', async () => {
    const link = await invite([{ role: 'admin' }])
    const second = await invite([{ role: 'admin' }])
    expect((await accept('boss', holder(second))).status).toBe(201)
    const own = await invite([{ role: 'admin' }], 'boss')
    expect((await accept('boss', holder(own))).json).toMatchObject({ status: 403, code: 'forbidden' })

    const url = `/api/cities/341700/members/${yihu.member('boss')}`
    const lowered = { name: '沈清如', roles: worker }
    expect((await yihu.as(admin, url, { method: 'PUT', match: 1, body: lowered })).status).toBe(200)
    expect((await accept('friend-of-boss', holder(own))).json).toMatchObject(unusable)
    expect((await yihu.as(admin, url, { method: 'DELETE', match: 2 })).status).toBe(204)
    expect((await look(holder(own))).json).toMatchObject(unusable)
    expect((await accept('boss', holder(own))).json).toMatchObject(unusable)
    expect((await accept('friend-of-boss', holder(link))).status).toBe(201)
  })

  test.each([
    [{ name: '', roles: worker }, 'name'],
    [{ name: 'x', roles: [] }, 'roles'],
    [{ name: 'x', roles: [{ role: 'office' }] }, 'roles[0].role'],
    [{ name: 'x', roles: [{ role: 'county.admin' }] }, 'roles[0].divisions'],
    [{ name: 'x', roles: worker, secret: 'mine' }, 'secret'],
    [{ name: 'x', roles: worker, expires: '2099-01-01' }, 'expires'],
  ])('%j is refused at %s', async (body, path) => {
    const { json } = await yihu.as(admin, list, { body })
    expect(json).toMatchObject({ status: 422, code: 'invalid' })
    expect(json.errors.map((error: { path: string }) => error.path)).toContain(path)
  })
})
