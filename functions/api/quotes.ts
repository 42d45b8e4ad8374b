import { Hono } from 'hono'
import * as z from 'zod'
import { divisionCode } from '#forms/catalogue'
import { quantity, quoteQuestion } from '#forms/fees'
import { isLocalDate } from '#forms/standards'
import { makeQuote } from '../configuration/index.ts'
import { body } from './body.ts'
import type { Env } from './env.ts'
import { guard } from './guard.ts'

/** Keys as the city's own documents write them. */
const code = quoteQuestion.shape.items.unwrap().element.shape.item.max(64)

const quoteRequest = z.strictObject({
  items: z
    .array(
      z.strictObject({
        item: code,
        quantity,
        level: code.exactOptional(),
        objectClass: code.exactOptional(),
        division: divisionCode.exactOptional(),
      }),
    )
    .min(1)
    .max(200),
  on: z.string().refine(isLocalDate, '日期应写作 2026-01-01，并且确有其日'),
})

/** `/quotes`: what services cost on a day, by the configuration that is used on that day. */
export const quotesRouter = () =>
  new Hono<Env>().post('/quotes', guard('quote.make'), body(quoteRequest), async (c) =>
    c.json(await makeQuote(c.var.store, c.req.valid('json'), c.var.clock)),
  )
