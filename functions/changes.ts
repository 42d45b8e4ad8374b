import { composeApi } from './api/compose.ts'
import { changesRouters } from './api/routers/changes.ts'
import { cloudDeps } from './cloud.ts'
import { invocation } from './invocation.ts'

/** The function that tells what changed from one configuration of a city to another. */
export const handler = invocation(composeApi(cloudDeps(process.env), { root: [], cities: changesRouters }))
