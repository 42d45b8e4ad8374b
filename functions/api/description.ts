import { Hono } from 'hono'
import type { SelfEnv } from './env.ts'
import { everyone } from './guard.ts'

/**
 * `GET /openapi.json`: what `openapi.ts` says of all functions together. In the cloud it was written when the function
 * was built, because none of them knows the routes of the others, nor the words to describe a schema.
 */
export const descriptionRouter = () =>
  new Hono<SelfEnv>().get('/openapi.json', everyone(), async (c) => {
    c.header('Content-Type', 'application/json')
    return c.body(await c.var.description())
  })
