import { Hono } from 'hono'
import * as z from 'zod'
import { acceptInvitation, lookAtInvitation } from '../identity/acceptance.ts'
import { body } from './body.ts'
import type { Joined } from './contract/index.ts'
import type { SelfEnv } from './env.ts'
import { everyone, guard } from './guard.ts'

/** Whatever is no city or no secret is answered as a link that is no good, so nothing is said of its form. */
const holder = z.strictObject({ city: z.string().max(100), secret: z.string().max(200) })

/**
 * `/invitations`: for who is not a member yet. The secret comes in the body, because addresses are logged. What stands
 * behind is an invitation and no city: see `functions/identity/invited.ts`.
 */
export const acceptanceRouter = () =>
  new Hono<SelfEnv>()
    .post('/invitations/look', everyone(), body(holder), async (c) => {
      const { city, secret } = c.req.valid('json')
      return c.json(await lookAtInvitation(await c.var.doors.invitation(city, secret, c.var.cost), c.var))
    })
    .post('/invitations/accept', guard('invitation.accept'), body(holder), async (c) => {
      const { doors, cost, principal } = c.var
      const { city, secret } = c.req.valid('json')
      const store = await doors.invitation(city, secret, cost)
      const joined: Joined = await acceptInvitation(store, principal, c.var)
      doors.changed(joined.city, joined.member)
      return c.json(joined, 201)
    })
