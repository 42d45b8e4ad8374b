import { Hono } from 'hono'
import * as z from 'zod'
import { listPacks, loadPack } from '../configuration/index.ts'
import { query } from './body.ts'
import type { SelfEnv } from './env.ts'
import { guard } from './guard.ts'

/** `/packs`: configurations that any city may start from. They hold no data of any city. */
export const packsRouter = () =>
  new Hono<SelfEnv>()
    .get('/packs', guard('pack.read'), query(z.strictObject({})), async (c) =>
      c.json({ items: await listPacks(c.var.packs) }),
    )
    .get('/packs/:pack', guard('pack.read'), query(z.strictObject({})), async (c) =>
      c.json(await loadPack(c.var.packs, c.req.param('pack'))),
    )
