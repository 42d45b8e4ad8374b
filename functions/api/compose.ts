import { Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import { monotonicFactory, ulid } from 'ulid'
import { verifier } from '../identity/index.ts'
import { Refused } from '../problem.ts'
import { noCost } from '../store/index.ts'
import { doors, type Opening } from './doors.ts'
import type { BaseVariables, Deps, Env, ProvinceEnv, SelfEnv } from './env.ts'
import { problemResponse, refusalOf } from './errors.ts'
import { isGuard, type Route, routesOf } from './route.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Refusals whose reason is not with the sender: the log says where they arose. */
const ours: ReadonlySet<string> = new Set(['internal', 'busy'])

const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
}

export type Routers = {
  /** Under `/api`. */
  readonly root: readonly (() => Hono<SelfEnv>)[]
  /** Under `/api/cities/:city`. */
  readonly cities?: readonly (() => Hono<Env>)[]
  /** Under `/api/provinces/:province`. */
  readonly provinces?: readonly (() => Hono<ProvinceEnv>)[]
  readonly invitations?: Opening
}

type AnyEnv = {
  Variables: BaseVariables & Partial<Env['Variables']> & Partial<ProvinceEnv['Variables']>
}

/** Methods that have a guarded route at this path. */
const allowedAt = (app: Hono<AnyEnv>, path: string): readonly string[] =>
  methods.filter((method) => app.router.match(method, path)[0].some(([[handler]]) => isGuard(handler)))

/** Puts routers where they belong. */
const mount = (app: Hono<AnyEnv>, { root, cities = [], provinces = [] }: Routers): void => {
  for (const router of root) app.route('/api', router())
  for (const router of cities) app.route('/api/cities/:city', router())
  for (const router of provinces) app.route('/api/provinces/:province', router())
}

/** Every route of these routers, in the order of mounting, without what an API needs of the world. */
export const routesIn = (routers: Routers): readonly Route[] => {
  const app = new Hono<AnyEnv>()
  mount(app, routers)
  return routesOf(app)
}

/**
 * An API of these routers. One app a process: it keeps verified keys, memberships and documents in memory.
 * Errors of any kind leave as problem documents; one line of log goes out for each request, without anything of a person.
 */
export const composeApi = (deps: Deps, routers: Routers): Hono<AnyEnv> => {
  const app: Hono<AnyEnv> = new Hono<AnyEnv>()
  const clock = deps.clock ?? (() => new Date())
  const next = monotonicFactory()
  const ids = deps.ids ?? (() => next(clock().getTime()))
  const log = deps.log ?? ((line) => console.log(JSON.stringify(line)))
  const shared = {
    clock,
    ids,
    packs: deps.packs,
    doors: doors(deps.link, deps.ring, routers.invitations),
    verify: verifier({ ...deps, clock }),
    description: deps.description ?? (() => '{}'),
  }

  app.use(async (c, next) => {
    const requestId = ulid()
    const began = performance.now()
    for (const [name, value] of Object.entries(shared)) c.set(name as keyof BaseVariables, value as never)
    c.set('requestId', requestId)
    c.set('cost', noCost())
    await next()
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value)
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
    c.header('X-Request-Id', requestId)
    const route = matchedRoutes(c).findLast(({ handler }) => isGuard(handler))?.path
    log({
      at: clock().toISOString(),
      requestId,
      method: c.req.method,
      route: route ?? 'none',
      city: c.get('tenant')?.city ?? null,
      province: c.get('province')?.code ?? null,
      status: c.res.status,
      ms: Math.round(performance.now() - began),
      ...c.get('cost'),
      ...(c.error && ours.has(refusalOf(c.error).code) && { error: describe(c.error) }),
    })
  })

  app.use(async (_, next) => {
    try {
      await next()
    } catch (thrown) {
      // Hono's error handler takes Errors only; anything else would end the invocation.
      throw thrown instanceof Error ? thrown : new Error('something that is no Error was thrown')
    }
  })

  mount(app, routers)

  app.onError((error, c) => problemResponse(c, refusalOf(error)))
  app.notFound((c) => {
    const allowed = allowedAt(app, c.req.path)
    if (allowed.length === 0)
      return problemResponse(c, new Refused('not-found', '没有这个地址，请检查后重试。'))
    c.header('Allow', allowed.join(', '))
    return problemResponse(c, new Refused('method-not-allowed', `这个地址只支持 ${allowed.join('、')}。`))
  })
  return app
}

/** What the log may know of an unknown error: its kind and where it was thrown; messages may quote data. */
const describe = (error: Error): Readonly<Record<string, unknown>> => {
  const { code } = error as { readonly code?: unknown }
  return {
    name: error.name,
    // `AccessDeniedException`, `ECONNRESET`: one word, and nobody's.
    ...(typeof code === 'string' && /^[A-Z][A-Za-z_]{2,60}$/.test(code) && { code }),
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 8),
  }
}
