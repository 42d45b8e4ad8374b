import { composeApi } from './api/compose.ts'
import { studioRootRouters, studioRouters } from './api/routers/studio.ts'
import { cloudDeps } from './cloud.ts'
import { invocation } from './invocation.ts'

/** The studio's function: packs, releases and the draft of a city. */
export const handler = invocation(
  composeApi(cloudDeps(process.env), { root: studioRootRouters, cities: studioRouters }),
)
