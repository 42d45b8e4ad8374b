import type { Hono } from 'hono'
import { assessmentsRouter } from './assessments.ts'
import { casesRouter } from './cases.ts'
import { documentsRouter } from './documents.ts'
import { draftRouter } from './draft.ts'
import type { Env, ProvinceEnv, SelfEnv } from './env.ts'
import { householdsRouter } from './households.ts'
import { membersRouter } from './members.ts'
import { openapiRouter } from './openapi.ts'
import { packsRouter } from './packs.ts'
import { provinceRouter } from './province.ts'
import { queuesRouter } from './queues.ts'
import { quotesRouter } from './quotes.ts'
import { releasesRouter } from './releases.ts'
import { searchRouter } from './search.ts'
import { sessionRouter } from './session.ts'
import { tasksRouter } from './tasks.ts'

type CityRouters = readonly (() => Hono<Env>)[]
type RootRouters = readonly (() => Hono<SelfEnv>)[]

/** Under `/api`: for everybody who signed in. */
export const rootRouters: RootRouters = [sessionRouter, openapiRouter]

/** Under `/api/cities/:city`: the daily work. One line a resource. */
export const cityRouters: CityRouters = [
  membersRouter,
  documentsRouter,
  quotesRouter,
  householdsRouter,
  casesRouter,
  tasksRouter,
  queuesRouter,
  assessmentsRouter,
  searchRouter,
]

/** Under `/api`: what a city starts from. */
export const studioRootRouters: RootRouters = [packsRouter]

/**
 * Under `/api/cities/:city`: the configuration. It has a function of its own in the cloud, because checking a
 * configuration needs a third of the whole code, and no worker should wait for that to load.
 */
export const studioRouters: CityRouters = [releasesRouter, draftRouter]

/** Under `/api/provinces/:province`. */
export const provinceRouters: readonly (() => Hono<ProvinceEnv>)[] = [provinceRouter]
