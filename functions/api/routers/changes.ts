import type { Hono } from 'hono'
import { changesRouter } from '../changes.ts'
import type { Env } from '../env.ts'

/**
 * Under `/api/cities/:city`: what changed between two configurations. It has a function of its own in the cloud: it
 * needs much code that neither the daily work nor the studio needs otherwise.
 */
export const changesRouters: readonly (() => Hono<Env>)[] = [changesRouter]
