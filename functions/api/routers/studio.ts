import type { Hono } from 'hono'
import { draftRouter } from '../draft.ts'
import type { Env } from '../env.ts'
import { publishingRouter } from '../publishing.ts'

/**
 * Under `/api/cities/:city`: the configuration. It has a function of its own in the cloud, because checking a
 * configuration needs a third of all code, and no worker should wait for that to load.
 */
export const studioRouters: readonly (() => Hono<Env>)[] = [publishingRouter, draftRouter]
