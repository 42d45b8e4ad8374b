import { Hono } from 'hono'
import * as z from 'zod'
import { listSent, noticeRequest, sendNotice } from '../mail/notices.ts'
import { body, paging, query } from './body.ts'
import type { ProvinceEnv } from './env.ts'
import { guard } from './guard.ts'

/** `/notices` of an office: what it tells its cities. */
export const circularsRouter = () =>
  new Hono<ProvinceEnv>()
    .get('/notices', guard('notice.send'), query(z.strictObject(paging)), async (c) =>
      c.json(await listSent(c.var.provinceStore, c.req.valid('query'))),
    )
    .post('/notices', guard('notice.send'), body(noticeRequest), async (c) =>
      c.json(await sendNotice(c.var.provinceStore, c.req.valid('json'), c.var), 201),
    )
