import { Hono } from 'hono'
import { searchPerson, searchShape } from '../casework/index.ts'
import { body } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

/** `/search`: whether somebody with this id number is on file, for those who may see them. */
export const searchRouter = () =>
  new Hono<Env>().post('/search', guard('search'), body(searchShape), async (c) =>
    c.json(await searchPerson(c.var.store, c.req.valid('json'), c.var.clock)),
  )
