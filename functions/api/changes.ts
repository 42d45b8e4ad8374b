import { Hono } from 'hono'
import * as z from 'zod'
import { compare } from '../configuration/index.ts'
import { query } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'
import { releaseNumber } from './release-number.ts'

const nothing = z.strictObject({})

/** `/releases/{a}/diff/{b}`: what changed, and what it does to answers. */
export const changesRouter = () =>
  new Hono<Env>()
    .get('/releases/:a/diff/draft', guard('config.draft'), query(nothing), async (c) =>
      c.json(await compare(c.var.store, releaseNumber(c.req.param('a')), 'draft')),
    )
    .get('/releases/:a/diff/:b', guard('config.read'), query(nothing), async (c) =>
      c.json(await compare(c.var.store, releaseNumber(c.req.param('a')), releaseNumber(c.req.param('b')))),
    )
