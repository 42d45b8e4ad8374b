import type { MiddlewareHandler } from 'hono'
import {
  type Action,
  KeysUnreachable,
  type Principal,
  permits,
  policy,
  Unverified,
} from '../identity/index.ts'
import { Refused } from '../problem.ts'
import type { Env, ProvinceEnv } from './env.ts'
import { mark } from './route.ts'

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i

const signIn = '请先登录；如果已经登录，登录可能已过期，请重新登录。'
const unknownPlace = '没有找到这个页面对应的单位或资料，请检查地址，或从首页重新进入。'

type Both = { Variables: Env['Variables'] & ProvinceEnv['Variables'] }

const principalOf = async (
  header: string | undefined,
  verify: (token: string) => Promise<Principal>,
): Promise<Principal> => {
  const token = bearer.exec(header ?? '')?.[1]
  if (token === undefined) throw new Refused('unauthenticated', signIn)
  try {
    return await verify(token)
  } catch (error) {
    if (error instanceof Unverified) throw new Refused('unauthenticated', signIn)
    if (error instanceof KeysUnreachable) throw new Refused('busy', '暂时无法核对登录身份，请稍后再试。')
    throw error
  }
}

/**
 * The door of every route: token (401) → membership of the city or province in the path (404) → role (403). Behind it
 * stand `c.var.tenant` and `c.var.store`, or `c.var.province` and `c.var.provinceStore`. Whether a role reaches the
 * one object asked for is for the use case to decide (`inScope`, 404).
 */
// biome-ignore lint/suspicious/noExplicitAny: one guard stands before routers of three environments
export const guard = (action: Action): MiddlewareHandler<any> => {
  const handler: MiddlewareHandler<Both> = async (c, next) => {
    const { verify, doors, cost } = c.var
    const principal = await principalOf(c.req.header('authorization'), verify)
    c.set('principal', principal)
    const { where } = policy[action]
    if (where === 'city') {
      const store = await doors.city(principal, c.req.param('city') ?? '', cost)
      if (!store) throw new Refused('not-found', unknownPlace)
      c.set('tenant', store.tenant)
      c.set('store', store)
      if (!permits(store.tenant, action)) throw forbidden()
    }
    if (where === 'province') {
      const store = await doors.province(principal, c.req.param('province') ?? '', cost)
      if (!store) throw new Refused('not-found', unknownPlace)
      c.set('province', store.province)
      c.set('provinceStore', store)
      if (!permits(store.province, action)) throw forbidden()
    }
    await next()
  }
  return mark(handler, { action })
}

const forbidden = (): Refused =>
  new Refused('forbidden', '您的岗位没有这项操作的权限；如工作需要，请联系市级管理员调整。')

/** For the few routes that anybody may call: says so, where another route has its guard. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export const everyone = (): MiddlewareHandler<any> => mark(async (_c, next) => next(), { action: 'everyone' })
