import { Hono } from 'hono'
import * as z from 'zod'
import { isLocalDate, localDate } from '#forms/standards'
import {
  compare,
  headOf,
  liveOrRefuse,
  publish,
  releaseOrRefuse,
  releases,
  restore,
  stateIn,
  view,
} from '../configuration/index.ts'
import { Refused } from '../problem.ts'
import { body, paging, query } from './body.ts'
import { bodyIfAny } from './body-if-any.ts'
import type { Env } from './env.ts'
import { etag, ifMatch } from './etag.ts'
import { guard } from './guard.ts'

const nothing = z.strictObject({})

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

const numberOf = (text: string): number => {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new Refused('not-found', '没有这一版配置，请从配置版本列表中选择。')
}

/** `/releases`: what was published, what is used, what changed, and bringing the old back. */
export const releasesRouter = () =>
  new Hono<Env>()
    .get('/releases', guard('config.read'), query(z.strictObject(paging)), async (c) => {
      const today = localDate(c.var.clock())
      return c.json(await releases(c.var.store, { today, ...c.req.valid('query') }))
    })
    .post('/releases', guard('config.publish'), body(publication), async (c) => {
      const asked = c.req.valid('json')
      // The draft that was looked at is named in the body or, as with every other write, in If-Match.
      const named = c.req.header('if-match') === undefined ? {} : { rev: ifMatch(c) }
      const key = onceKeyOf(c.req.header('idempotency-key'))
      return c.json(await publish(c.var.store, { ...named, ...asked }, c.var, key), 201)
    })
    .get('/releases/live', guard('config.read'), query(nothing), async (c) => {
      const row = await liveOrRefuse(c.var.store, localDate(c.var.clock()))
      etag(c, row.n)
      return c.json(view(row, 'live'))
    })
    .get('/releases/:n', guard('config.read'), query(nothing), async (c) => {
      const { store, clock } = c.var
      const row = await releaseOrRefuse(store, numberOf(c.req.param('n')))
      return c.json(view(row, stateIn(await headOf(store), row.n, localDate(clock()))))
    })
    .post('/releases/:n/restore', guard('config.publish'), bodyIfAny(restoration), async (c) => {
      const { note } = c.req.valid('json')
      const n = numberOf(c.req.param('n'))
      const key = onceKeyOf(c.req.header('idempotency-key'))
      return c.json(await restore(c.var.store, { n, note }, c.var, key), 201)
    })
    .get('/releases/:a/diff/draft', guard('config.draft'), query(nothing), async (c) =>
      c.json(await compare(c.var.store, numberOf(c.req.param('a')), 'draft')),
    )
    .get('/releases/:a/diff/:b', guard('config.read'), query(nothing), async (c) =>
      c.json(await compare(c.var.store, numberOf(c.req.param('a')), numberOf(c.req.param('b')))),
    )
