import type { Hono } from 'hono'
import { openInvitation } from '../../identity/invitation-door.ts'
import { assessmentsRouter } from '../assessments.ts'
import { auditRouter } from '../audit.ts'
import { casesRouter } from '../cases.ts'
import type { Routers } from '../compose.ts'
import { documentsRouter } from '../documents.ts'
import type { Env } from '../env.ts'
import { householdsRouter } from '../households.ts'
import { indicatorsRouter } from '../indicators.ts'
import { invitationsRouter } from '../invitations.ts'
import { membersRouter } from '../members.ts'
import { noticesRouter } from '../notices.ts'
import { providersRouter } from '../providers.ts'
import { queuesRouter } from '../queues.ts'
import { quotesRouter } from '../quotes.ts'
import { releasesRouter } from '../releases.ts'
import { searchRouter } from '../search.ts'
import { tasksRouter } from '../tasks.ts'
import { rootRouters } from './root.ts'

/** Under `/api/cities/:city`: the daily work. One line a resource. */
const cityRouters: readonly (() => Hono<Env>)[] = [
  // Before the members, or `invitations` would be looked for among them.
  invitationsRouter,
  membersRouter,
  providersRouter,
  auditRouter,
  releasesRouter,
  documentsRouter,
  quotesRouter,
  householdsRouter,
  casesRouter,
  tasksRouter,
  queuesRouter,
  assessmentsRouter,
  searchRouter,
  noticesRouter,
  indicatorsRouter,
]

/** What the cities' function serves: that, and whatever is under `/api` for everybody. */
export const cityFunction: Routers = {
  root: rootRouters,
  cities: cityRouters,
  invitations: openInvitation,
}
