import { Hono } from 'hono'
import * as z from 'zod'
import { cityIndicators } from '../oversight/city-indicators.ts'
import { query } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

const asked = z.strictObject({
  /** Local; the last month that is over unless named. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应写作 2026-01。')
    .exactOptional(),
})

/** `/indicators`: how the city's indicators stand, with exact counts; for those who answer for the whole city. */
export const indicatorsRouter = () =>
  new Hono<Env>().get('/indicators', guard('indicator.read'), query(asked), async (c) =>
    c.json(await cityIndicators(c.var.store, c.req.valid('query').month, c.var.clock)),
  )
