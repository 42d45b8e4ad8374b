import { Hono } from 'hono'
import * as z from 'zod'
import { division } from '#forms/catalogue'
import { adopt, draftReach, loadPack } from '../configuration/index.ts'
import { Refused } from '../problem.ts'
import { body } from './body.ts'
import type { Env } from './env.ts'
import { etag, ifMatch } from './etag.ts'
import { guard } from './guard.ts'

const place = z.strictObject({
  name: z.string().trim().min(1).max(40),
  province: z.string().trim().min(1).max(40),
  divisions: z.array(division).max(20_000).default([]),
})

const adoption = z.strictObject({
  pack: z.string().min(1).max(64),
  /** With the documents of the demo city: invented prices, marked 演示数据. */
  demo: z.boolean().exactOptional(),
  place: place.exactOptional(),
})

/** Bytes: a city of 20,000 divisions brings them all. */
const limit = 4 * 1024 * 1024

const cityOnly = (reach: ReturnType<typeof draftReach>): void => {
  if (reach.kind !== 'city') {
    throw new Refused('forbidden', '采用配置包会改动全市的配置，只有市级管理员可以操作。')
  }
}

/** `/draft/adopt`: fills the draft from a pack. */
export const adoptionRouter = () =>
  new Hono<Env>().post('/draft/adopt', guard('config.draft'), body(adoption, { limit }), async (c) => {
    cityOnly(draftReach(c.var.tenant))
    const { pack: key, demo, place } = c.req.valid('json')
    const rev = c.req.header('if-match') === undefined ? undefined : ifMatch(c)
    const pack = await loadPack(c.var.packs, key, { demo: demo ?? false })
    const adopted = await adopt(c.var.store, { pack, rev, place }, c.var)
    etag(c, adopted.rev)
    return c.json(adopted)
  })
