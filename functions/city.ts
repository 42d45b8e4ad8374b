import middy from '@middy/core'
import { handle } from 'hono/aws-lambda'
import { composeApi } from './api/compose.ts'
import { cityRouters } from './api/routers/city.ts'
import { rootRouters } from './api/routers/root.ts'
import { cloudDeps } from './cloud.ts'

/** The cities' function: the daily work of cities, and whatever is under `/api` for everybody. */
export const handler = middy(
  handle(composeApi(cloudDeps(process.env), { root: rootRouters, cities: cityRouters })),
)
