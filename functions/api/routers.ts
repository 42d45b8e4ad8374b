import type { Hono } from 'hono'
import type { Env, ProvinceEnv, SelfEnv } from './env.ts'
import { householdsRouter } from './households.ts'
import { membersRouter } from './members.ts'
import { openapiRouter } from './openapi.ts'
import { sessionRouter } from './session.ts'

/** Mounted under `/api`. */
export const rootRouters: readonly (() => Hono<SelfEnv>)[] = [sessionRouter, openapiRouter]

/** Mounted under `/api/cities/:city`. One line a resource. */
export const cityRouters: readonly (() => Hono<Env>)[] = [membersRouter, householdsRouter]

/** Mounted under `/api/provinces/:province`. */
export const provinceRouters: readonly (() => Hono<ProvinceEnv>)[] = []
