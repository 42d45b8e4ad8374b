import type { Hono } from 'hono'
import { adoptionRouter } from '../adoption.ts'
import { changesRouter } from '../changes.ts'
import type { Env, SelfEnv } from '../env.ts'
import { packsRouter } from '../packs.ts'
import { whatIfRouter } from '../what-if.ts'

/** Under `/api`: what a city starts from. */
export const changesRootRouters: readonly (() => Hono<SelfEnv>)[] = [packsRouter]

/**
 * Under `/api/cities/:city`: what changes between two configurations and what that costs, and taking one over whole. It
 * has a function of its own in the cloud: it needs much code that neither the daily work nor the studio needs otherwise.
 */
export const changesRouters: readonly (() => Hono<Env>)[] = [adoptionRouter, changesRouter, whatIfRouter]
