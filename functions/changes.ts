import { composeApi } from './api/compose.ts'
import { changesFunction } from './api/routers/changes.ts'
import { cloudDeps } from './cloud.ts'
import { invocation } from './invocation.ts'

/** The function of whole configurations: packs, adopting one, and what changed from one to another. */
export const handler = invocation(composeApi(cloudDeps(process.env), changesFunction))
