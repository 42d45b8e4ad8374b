import { Hono } from 'hono'
import * as z from 'zod'
import { listQueue, stageIn, townshipAsked } from '../casework/index.ts'
import { codeShape } from '../casework/shape.ts'
import { paging, query } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

const asked = z.strictObject({ ...paging, township: codeShape.exactOptional() })

/** `/queues/{stage}`: the cases of a township that wait in one state. */
export const queuesRouter = () =>
  new Hono<Env>().get('/queues/:stage', guard('queue.read'), query(asked), async (c) => {
    const { township, ...page } = c.req.valid('query')
    const stage = stageIn(c.req.param('stage'))
    const { store, tenant, clock } = c.var
    const place = await townshipAsked(store, tenant, township, clock)
    return c.json(await listQueue(store, stage, place, page))
  })
