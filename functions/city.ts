import { composeApi } from './api/compose.ts'
import { cityFunction } from './api/routers/city.ts'
import { cloudDeps } from './cloud.ts'
import { invocation } from './invocation.ts'

/** The cities' function: the daily work of cities, and whatever is under `/api` for everybody. */
export const handler = invocation(composeApi(cloudDeps(process.env), cityFunction))
