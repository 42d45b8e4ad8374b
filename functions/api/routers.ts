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

/** Mounted under `/api`. */
export const rootRouters: readonly (() => Hono<SelfEnv>)[] = [sessionRouter, packsRouter, openapiRouter]

/** Mounted under `/api/cities/:city`. One line a resource. */
export const cityRouters: readonly (() => Hono<Env>)[] = [
  membersRouter,
  releasesRouter,
  documentsRouter,
  draftRouter,
  quotesRouter,
  householdsRouter,
  casesRouter,
  tasksRouter,
  queuesRouter,
  assessmentsRouter,
  searchRouter,
]

/** Mounted under `/api/provinces/:province`. */
export const provinceRouters: readonly (() => Hono<ProvinceEnv>)[] = [provinceRouter]
