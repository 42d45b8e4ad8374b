import { Hono } from 'hono'
import * as z from 'zod'
import { listMyTasks } from '../casework/index.ts'
import { paging, query } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

/** `/tasks/mine`: what the caller has to do. */
export const tasksRouter = () =>
  new Hono<Env>().get('/tasks/mine', guard('task.mine'), query(z.strictObject(paging)), async (c) =>
    c.json(await listMyTasks(c.var.store, c.req.valid('query'))),
  )
