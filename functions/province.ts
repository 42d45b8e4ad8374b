import { composeApi } from './api/compose.ts'
import { provinceRouters } from './api/routers/province.ts'
import { cloudDeps } from './cloud.ts'
import { invocation } from './invocation.ts'

/** The provinces' function: it holds no route of a city, and so no code that could read one. */
export const handler = invocation(
  composeApi(cloudDeps(process.env), { root: [], provinces: provinceRouters }),
)
