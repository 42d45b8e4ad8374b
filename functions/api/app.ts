import { openInvitation } from '../identity/invitation-door.ts'
import { composeApi } from './compose.ts'
import type { Deps } from './env.ts'
import { changesRootRouters, changesRouters } from './routers/changes.ts'
import { cityRouters } from './routers/city.ts'
import { provinceRouters } from './routers/province.ts'
import { rootRouters } from './routers/root.ts'
import { studioRouters } from './routers/studio.ts'

/** The whole API in one app, as one machine runs it. In the cloud it is four functions. */
export const createApi = (deps: Deps): ReturnType<typeof composeApi> =>
  composeApi(deps, {
    root: [...rootRouters, ...changesRootRouters],
    cities: [...cityRouters, ...studioRouters, ...changesRouters],
    provinces: provinceRouters,
    invitations: openInvitation,
  })
