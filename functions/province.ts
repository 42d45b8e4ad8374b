import { composeApi } from './api/compose.ts'
import { provinceFunction } from './api/routers/province.ts'
import { cloudDeps } from './cloud.ts'
import { invocation } from './invocation.ts'

/** The provinces' function. */
export const handler = invocation(composeApi(cloudDeps(process.env), provinceFunction))
