import { Hono } from 'hono'
import * as z from 'zod'
import {
  adopt,
  checkDraft,
  deleteDraft,
  documentLimit,
  draft,
  draftDocument,
  draftReach,
  loadPack,
  saveDraft,
} from '../configuration/index.ts'
import { Refused } from '../problem.ts'
import { body, query } from './body.ts'
import { bodyIfAny } from './body-if-any.ts'
import type { Env } from './env.ts'
import { etag, ifMatch } from './etag.ts'
import { guard } from './guard.ts'

const nothing = z.strictObject({})

/** Any document: its own kind decides what belongs into it, and what does not is said as findings, not refused. */
const anyDocument = z.record(z.string(), z.unknown())

const adoption = z.strictObject({
  pack: z.string().min(1).max(64),
  /** With the documents of the demo city: invented prices, marked 演示数据. */
  demo: z.boolean().exactOptional(),
})

const cityOnly = (reach: ReturnType<typeof draftReach>): void => {
  if (reach.kind !== 'city') {
    throw new Refused('forbidden', '采用配置包会改动全市的配置，只有市级管理员可以操作。')
  }
}

/** `/draft`: the work in progress of a city, document by document. */
export const draftRouter = () =>
  new Hono<Env>()
    .get('/draft', guard('config.draft'), query(nothing), async (c) => {
      const found = await draft(c.var.store)
      etag(c, found.rev)
      return c.json(found)
    })
    .post('/draft/check', guard('config.draft'), query(nothing), bodyIfAny(nothing), async (c) =>
      c.json(await checkDraft(c.var.store)),
    )
    .post('/draft/adopt', guard('config.draft'), body(adoption), async (c) => {
      cityOnly(draftReach(c.var.tenant))
      const { pack, demo } = c.req.valid('json')
      const rev = c.req.header('if-match') === undefined ? undefined : ifMatch(c)
      const adopted = await adopt(
        c.var.store,
        { pack: await loadPack(c.var.packs, pack, { demo: demo ?? false }), rev },
        c.var,
      )
      etag(c, adopted.rev)
      return c.json(adopted)
    })
    .get('/draft/:key', guard('config.draft'), query(nothing), async (c) => {
      const found = await draftDocument(c.var.store, c.req.param('key'))
      etag(c, found.rev)
      return c.json(found)
    })
    .put('/draft/:key', guard('config.draft'), body(anyDocument, { limit: documentLimit }), async (c) => {
      const { store, tenant, clock } = c.var
      const saved = await saveDraft(store, {
        key: c.req.param('key'),
        document: c.req.valid('json'),
        rev: ifMatch(c),
        reach: draftReach(tenant),
        clock,
      })
      etag(c, saved.rev)
      return c.json(saved)
    })
    .delete('/draft/:key', guard('config.draft'), query(nothing), async (c) => {
      const { store, tenant, clock } = c.var
      const { rev } = await deleteDraft(store, {
        key: c.req.param('key'),
        rev: ifMatch(c),
        reach: draftReach(tenant),
        clock,
      })
      etag(c, rev)
      return c.body(null, 204)
    })
