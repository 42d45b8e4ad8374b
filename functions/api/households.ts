import { Hono } from 'hono'
import * as z from 'zod'
import {
  amendHousehold,
  householdChangeShape,
  householdRequestShape,
  idIn,
  listHouseholds,
  openHousehold,
  overTownships,
  registerHousehold,
  townshipsAsked,
  unmask,
  unmaskShape,
} from '../casework/index.ts'
import { codeShape } from '../shape.ts'

import { body, paging, query } from './body.ts'
import type { Env } from './env.ts'
import { etag, ifMatch } from './etag.ts'
import { guard } from './guard.ts'

const place = codeShape.exactOptional()

/** `/households`: one household, one file. */
export const householdsRouter = () =>
  new Hono<Env>()
    .get(
      '/households',
      guard('household.list'),
      query(z.strictObject({ ...paging, township: place })),
      async (c) => {
        const { township, ...page } = c.req.valid('query')
        const { store, clock } = c.var
        const places = await townshipsAsked(store, township, clock)
        return c.json(await overTownships(places, page, (place, part) => listHouseholds(store, place, part)))
      },
    )
    .post('/households', guard('household.create'), body(householdRequestShape), async (c) => {
      const { card, replayed } = await registerHousehold(c.var.store, c.req.valid('json'), c.var.clock)
      etag(c, card.rev)
      return c.json(card, replayed ? 200 : 201)
    })
    .get('/households/:household', guard('household.read'), async (c) => {
      const file = await openHousehold(c.var.store, idIn(c.req.param('household')), c.var.clock)
      etag(c, file.rev)
      return c.json(file)
    })
    .patch('/households/:household', guard('household.change'), body(householdChangeShape), async (c) => {
      const id = idIn(c.req.param('household'))
      const card = await amendHousehold(c.var.store, id, ifMatch(c), c.req.valid('json'), c.var.clock)
      etag(c, card.rev)
      return c.json(card)
    })
    .post('/households/:household/unmask', guard('unmask'), body(unmaskShape), async (c) =>
      c.json(await unmask(c.var.store, idIn(c.req.param('household')), c.req.valid('json'), c.var.clock)),
    )
