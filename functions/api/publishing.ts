import { Hono } from 'hono'
import * as z from 'zod'
import { isLocalDate } from '#forms/standards'
import { publish, restore } from '../configuration/index.ts'
import { Refused } from '../problem.ts'
import { body } from './body.ts'
import { bodyIfAny } from './body-if-any.ts'
import type { Env } from './env.ts'
import { ifMatch } from './etag.ts'
import { guard } from './guard.ts'
import { releaseNumber } from './release-number.ts'

const publication = z.strictObject({
  note: z.string().trim().min(1).max(500),
  effectiveFrom: z.string().refine(isLocalDate, '日期应写作 2026-01-01，并且确有其日').exactOptional(),
  rev: z.number().int().min(0).exactOptional(),
})

const restoration = z.strictObject({ note: z.string().trim().min(1).max(500).exactOptional() })

/** The request's own key, so that it can be sent again when its answer was lost. */
const onceKeyOf = (header: string | undefined): string | undefined => {
  if (header === undefined || /^[\w-]{8,64}$/.test(header)) return header
  throw new Refused('malformed', '请求编号（Idempotency-Key）应为 8 至 64 位字母、数字或短横线。')
}

/** `/releases`: making a new one of the draft, and bringing an old one back. */
export const publishingRouter = () =>
  new Hono<Env>()
    .post('/releases', guard('config.publish'), body(publication), async (c) => {
      const asked = c.req.valid('json')
      // The draft that was looked at is named in the body or, as with every other write, in If-Match.
      const named = c.req.header('if-match') === undefined ? {} : { rev: ifMatch(c) }
      const key = onceKeyOf(c.req.header('idempotency-key'))
      return c.json(await publish(c.var.store, { ...named, ...asked }, c.var, key), 201)
    })
    .post('/releases/:n/restore', guard('config.publish'), bodyIfAny(restoration), async (c) => {
      const { note } = c.req.valid('json')
      const n = releaseNumber(c.req.param('n'))
      const key = onceKeyOf(c.req.header('idempotency-key'))
      return c.json(await restore(c.var.store, { n, note }, c.var, key), 201)
    })
