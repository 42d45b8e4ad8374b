import type { Hono } from 'hono'
import { assessmentsRouter } from '../assessments.ts'
import { casesRouter } from '../cases.ts'
import { documentsRouter } from '../documents.ts'
import type { Env } from '../env.ts'
import { householdsRouter } from '../households.ts'
import { membersRouter } from '../members.ts'
import { queuesRouter } from '../queues.ts'
import { quotesRouter } from '../quotes.ts'
import { releasesRouter } from '../releases.ts'
import { searchRouter } from '../search.ts'
import { tasksRouter } from '../tasks.ts'

/** Under `/api/cities/:city`: the daily work. One line a resource. */
export const cityRouters: readonly (() => Hono<Env>)[] = [
  membersRouter,
  releasesRouter,
  documentsRouter,
  quotesRouter,
  householdsRouter,
  casesRouter,
  tasksRouter,
  queuesRouter,
  assessmentsRouter,
  searchRouter,
]
