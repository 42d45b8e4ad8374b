import { Hono } from 'hono'
import * as z from 'zod'
import { localDate } from '#forms/standards'
import { refuseUnknownGrants } from '../configuration/index.ts'
import { listMembers, readMemberCard, removeMember, writeMember } from '../identity/members.ts'
import { body, paging, query } from './body.ts'
import type { MemberCard, Page } from './contract/index.ts'
import type { Env } from './env.ts'
import { etag, ifMatch } from './etag.ts'
import { guard } from './guard.ts'

export const divisionCode = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,20}$/, '区划代码只能由数字、字母和短横线组成，最长 20 位。')

const grant = z
  .strictObject({
    role: z.enum(['admin', 'county.admin', 'township', 'worker', 'village', 'provider', 'auditor']),
    divisions: z.array(divisionCode).min(1).max(50).exactOptional(),
    provider: z.string().min(1).max(64).exactOptional(),
  })
  .refine(({ role, provider }) => (role === 'provider') === (provider !== undefined), {
    message: '承接机构人员要写明所属机构，其他岗位不能写。',
    path: ['provider'],
  })
  .refine(({ role, divisions }) => role !== 'county.admin' || divisions !== undefined, {
    message: '县区管理员要写明所辖区划。',
    path: ['divisions'],
  })

export const memberRequest = z.strictObject({
  name: z.string().trim().min(1).max(40),
  roles: z.array(grant).min(1).max(8),
})

/** `/members`: who works here, and as what. */
export const membersRouter = () =>
  new Hono<Env>()
    .get('/members', guard('member.list'), query(z.strictObject(paging)), async (c) => {
      const page: Page<MemberCard> = await listMembers(c.var.store, c.req.valid('query'))
      return c.json(page)
    })
    .get('/members/:member', guard('member.list'), async (c) => {
      const card = await readMemberCard(c.var.store, c.req.param('member'))
      etag(c, card.rev)
      return c.json(card)
    })
    .put('/members/:member', guard('member.write'), body(memberRequest), async (c) => {
      const { store, doors, tenant } = c.var
      const id = c.req.param('member')
      // Nobody changes their own roles, so an old one cannot keep anybody from a new name.
      if (id !== tenant.member)
        await refuseUnknownGrants(store, c.req.valid('json').roles, localDate(c.var.clock()))
      const card = await writeMember(store, { id, rev: ifMatch(c), ...c.req.valid('json') }, c.var)
      doors.changed(tenant.city, id)
      etag(c, card.rev)
      return c.json(card, card.rev === 1 ? 201 : 200)
    })
    .delete('/members/:member', guard('member.write'), async (c) => {
      const { store, doors, tenant } = c.var
      const id = c.req.param('member')
      await removeMember(store, { id, rev: ifMatch(c) }, c.var)
      doors.changed(tenant.city, id)
      return c.body(null, 204)
    })
