import { composeApi } from './api/compose.ts'
import { cityRouters } from './api/routers/city.ts'
import { rootRouters } from './api/routers/root.ts'
import { cloudDeps } from './cloud.ts'
import { openInvitation } from './identity/invitation-door.ts'
import { invocation } from './invocation.ts'

/** The cities' function: the daily work of cities, and whatever is under `/api` for everybody. */
export const handler = invocation(
  composeApi(cloudDeps(process.env), { root: rootRouters, cities: cityRouters, invitations: openInvitation }),
)
