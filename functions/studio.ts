import { composeApi } from './api/compose.ts'
import { studioFunction } from './api/routers/studio.ts'
import { cloudDeps } from './cloud.ts'
import { invocation } from './invocation.ts'

/** The studio's function: the draft of a city, and publishing it. */
export const handler = invocation(composeApi(cloudDeps(process.env), studioFunction))
