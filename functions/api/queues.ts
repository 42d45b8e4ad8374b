import { Hono } from 'hono'
import * as z from 'zod'
import { listQueue, overTownships, stageIn, townshipsAsked } from '../casework/index.ts'
import { codeShape } from '../shape.ts'
import { paging, query } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

const asked = z.strictObject({ ...paging, township: codeShape.exactOptional() })

/** `/queues/{stage}`: the cases that wait in one state, of a township or of all that the caller works in. */
export const queuesRouter = () =>
  new Hono<Env>().get('/queues/:stage', guard('queue.read'), query(asked), async (c) => {
    const { township, ...page } = c.req.valid('query')
    const stage = stageIn(c.req.param('stage'))
    const { store, clock } = c.var
    const places = await townshipsAsked(store, township, clock)
    return c.json(await overTownships(places, page, (place, part) => listQueue(store, stage, place, part)))
  })
