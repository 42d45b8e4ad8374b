import type { Routers } from '../compose.ts'
import { draftRouter } from '../draft.ts'
import { publishingRouter } from '../publishing.ts'

/**
 * Under `/api/cities/:city`: the draft of a configuration, and publishing it. It has a function of its own in the
 * cloud, because checking a configuration needs a third of all code, and no worker should wait for that to load.
 */
export const studioFunction: Routers = { root: [], cities: [publishingRouter, draftRouter] }
