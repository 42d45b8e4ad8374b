import { Hono } from 'hono'
import * as z from 'zod'
import { checkCreditCode } from '#forms/standards'
import { listProviders, writeProvider } from '../configuration/index.ts'
import { Refused } from '../problem.ts'
import { body, paging, query } from './body.ts'
import type { Env } from './env.ts'
import { etag, ifMatch } from './etag.ts'
import { guard } from './guard.ts'
import { divisionCode } from './members.ts'

const key = z.string().regex(/^[a-z][a-z0-9.-]{0,59}$/, '请从本市的配置中选择。')

const providerRequest = z.strictObject({
  name: z.string().trim().min(1).max(100),
  type: key,
  mode: key,
  creditCode: z
    .string()
    .refine((code) => checkCreditCode(code).ok, '统一社会信用代码不正确，请核对 18 位代码。')
    .exactOptional(),
  divisions: z.array(divisionCode).min(1).max(50).exactOptional(),
})

/** `/providers`: the register of the city's providers (承接机构), by whose ids members and referrals name them. */
export const providersRouter = () =>
  new Hono<Env>()
    .get('/providers', guard('member.list'), query(z.strictObject(paging)), async (c) =>
      c.json(await listProviders(c.var.store, c.req.valid('query'))),
    )
    .put('/providers/:provider', guard('member.write'), body(providerRequest), async (c) => {
      const id = c.req.param('provider')
      if (!/^[a-z][a-z0-9-]{0,39}$/.test(id))
        throw new Refused('not-found', '没有找到这家机构，请刷新机构名单后重试。')
      const card = await writeProvider(c.var.store, { id, rev: ifMatch(c), ...c.req.valid('json') }, c.var)
      etag(c, card.rev)
      return c.json(card, card.rev === 1 ? 201 : 200)
    })
