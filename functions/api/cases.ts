import { Hono } from 'hono'
import { advanceCase, caseActionShape, caseRequestShape, idIn, openCase } from '../casework/index.ts'
import { body } from './body.ts'
import type { Env } from './env.ts'
import { etag, ifMatch } from './etag.ts'
import { guard } from './guard.ts'

/** Cases of a household, and what moves them on. */
export const casesRouter = () =>
  new Hono<Env>()
    .post('/households/:household/cases', guard('case.open'), body(caseRequestShape), async (c) => {
      const made = await openCase(
        c.var.store,
        idIn(c.req.param('household')),
        c.req.valid('json'),
        c.var.clock,
      )
      etag(c, made.case.rev)
      return c.json(made.case, made.replayed ? 200 : 201)
    })
    .patch('/cases/:case', guard('case.act'), body(caseActionShape), async (c) => {
      const id = idIn(c.req.param('case'))
      const view = await advanceCase(c.var.store, id, ifMatch(c), c.req.valid('json'), c.var.clock)
      etag(c, view.rev)
      return c.json(view)
    })
