import { Hono } from 'hono'
import type { Me } from './contract/index.ts'
import type { SelfEnv } from './env.ts'
import { everyone, guard } from './guard.ts'

/** `GET /health`, and `GET /me`: who is signed in and where they may go. */
export const sessionRouter = () =>
  new Hono<SelfEnv>()
    .get('/health', everyone(), (c) => c.json({ status: 'ok' }))
    .get('/me', guard('me.read'), async (c) => {
      const { principal, doors, cost } = c.var
      const me: Me = {
        subject: principal.subject,
        name: principal.name ?? principal.subject,
        memberships: await doors.own(principal, cost).memberships(),
      }
      return c.json(me)
    })
