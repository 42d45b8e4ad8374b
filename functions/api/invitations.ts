import { Hono } from 'hono'
import * as z from 'zod'
import { localDate } from '#forms/standards'
import { placeNames, refuseUnknownGrants } from '../configuration/index.ts'
import { invite, listInvitations, revokeInvitation } from '../identity/invitations.ts'
import { body, paging, query } from './body.ts'
import type { Env } from './env.ts'
import { ifMatch } from './etag.ts'
import { guard } from './guard.ts'
import { memberRequest } from './members.ts'

/** `/members/invitations`: one-time links by which people become members. */
export const invitationsRouter = () =>
  new Hono<Env>()
    .get('/members/invitations', guard('member.invite'), query(z.strictObject(paging)), async (c) =>
      c.json(await listInvitations(c.var.store, c.req.valid('query'), c.var)),
    )
    .post('/members/invitations', guard('member.invite'), body(memberRequest), async (c) => {
      const asked = c.req.valid('json')
      const today = localDate(c.var.clock())
      await refuseUnknownGrants(c.var.store, asked.roles, today)
      const codes = asked.roles.flatMap(({ divisions }) => divisions ?? [])
      const ids = asked.roles.flatMap(({ provider }) => provider ?? [])
      const places = await placeNames(c.var.store, today, codes, ids)
      return c.json(await invite(c.var.store, asked, places, c.var), 201)
    })
    .delete('/members/invitations/:invitation', guard('member.invite'), async (c) => {
      await revokeInvitation(c.var.store, { id: c.req.param('invitation'), rev: ifMatch(c) }, c.var)
      return c.body(null, 204)
    })
