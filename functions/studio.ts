import middy from '@middy/core'
import { handle } from 'hono/aws-lambda'
import { composeApi } from './api/compose.ts'
import { studioRootRouters, studioRouters } from './api/routers/studio.ts'
import { cloudDeps } from './cloud.ts'

/** The studio's function: packs, releases and the draft of a city. */
export const handler = middy(
  handle(composeApi(cloudDeps(process.env), { root: studioRootRouters, cities: studioRouters })),
)
