import { Hono } from 'hono'
import * as z from 'zod'
import { localDate } from '#forms/standards'
import { headOf, liveOrRefuse, releaseOrRefuse, releases, stateIn, view } from '../configuration/index.ts'
import { paging, query } from './body.ts'
import type { Env } from './env.ts'
import { etag } from './etag.ts'
import { guard } from './guard.ts'
import { releaseNumber } from './release-number.ts'

const nothing = z.strictObject({})

/** `/releases`: what was published and what is used. */
export const releasesRouter = () =>
  new Hono<Env>()
    .get('/releases', guard('config.read'), query(z.strictObject(paging)), async (c) => {
      const today = localDate(c.var.clock())
      return c.json(await releases(c.var.store, { today, ...c.req.valid('query') }))
    })
    .get('/releases/live', guard('config.read'), query(nothing), async (c) => {
      const row = await liveOrRefuse(c.var.store, localDate(c.var.clock()))
      etag(c, row.n)
      return c.json(view(row, 'live'))
    })
    .get('/releases/:n', guard('config.read'), query(nothing), async (c) => {
      const { store, clock } = c.var
      const row = await releaseOrRefuse(store, releaseNumber(c.req.param('n')))
      return c.json(view(row, stateIn(await headOf(store), row.n, localDate(clock()))))
    })
