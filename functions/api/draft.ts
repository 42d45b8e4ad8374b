import { Hono } from 'hono'
import * as z from 'zod'
import {
  checkDraft,
  deleteDraft,
  documentLimit,
  draft,
  draftDocument,
  draftReach,
  saveDraft,
} from '../configuration/index.ts'
import { body, query } from './body.ts'
import { bodyIfAny } from './body-if-any.ts'
import type { Env } from './env.ts'
import { etag, ifMatch } from './etag.ts'
import { guard } from './guard.ts'

const nothing = z.strictObject({})

/** Any document: its own kind decides what belongs into it, and what does not is said as findings, not refused. */
const anyDocument = z.record(z.string(), z.unknown())

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
