import { Hono } from 'hono'
import * as z from 'zod'
import { isLocalDate } from '#forms/standards'
import { draftReach, whatIfDraft } from '../configuration/index.ts'
import { body } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

const whatIfRequest = z.strictObject({
  month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份应写作 2026-01'),
  on: z.string().refine(isLocalDate, '日期应写作 2026-01-01，并且确有其日').exactOptional(),
})

/** `/draft/what-if`: what a month's services would cost by the draft. */
export const whatIfRouter = () =>
  new Hono<Env>().post('/draft/what-if', guard('config.draft'), body(whatIfRequest), async (c) => {
    const { store, tenant, clock } = c.var
    return c.json(await whatIfDraft(store, c.req.valid('json'), { reach: draftReach(tenant), clock }))
  })
