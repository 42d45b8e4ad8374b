import { composeApi } from './api/compose.ts'
import { studioRootRouters, studioRouters } from './api/routers/studio.ts'
import { cloudDeps } from './cloud.ts'
import { invocation } from './invocation.ts'

/** The studio's function: packs, the draft of a city, and publishing it. */
export const handler = invocation(
  composeApi(cloudDeps(process.env), { root: studioRootRouters, cities: studioRouters }),
)
