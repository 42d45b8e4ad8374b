import { Hono } from 'hono'
import * as z from 'zod'
import { listNotices } from '../mail/notices.ts'
import { paging, query } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

/** `/notices`: what the province's office told this city. */
export const noticesRouter = () =>
  new Hono<Env>().get('/notices', guard('notice.read'), query(z.strictObject(paging)), async (c) =>
    c.json(await listNotices(c.var.store, c.req.valid('query'))),
  )
