import { Hono } from 'hono'
import * as z from 'zod'
import { localDate } from '#forms/standards'
import { listAudit } from '../identity/audit-log.ts'
import { paging, query } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

const asked = z.strictObject({
  ...paging,
  /** Of the instants in UTC; this month unless named. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应写作 2026-01。')
    .exactOptional(),
})

/** `/audit`: who did what, by month. */
export const auditRouter = () =>
  new Hono<Env>().get('/audit', guard('audit.read'), query(asked), async (c) => {
    const { month = localDate(c.var.clock()).slice(0, 7), ...page } = c.req.valid('query')
    return c.json(await listAudit(c.var.store, { month, ...page }))
  })
