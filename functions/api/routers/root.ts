import type { Hono } from 'hono'
import type { SelfEnv } from '../env.ts'
import { openapiRouter } from '../openapi.ts'
import { sessionRouter } from '../session.ts'

/** Under `/api`: for everybody. */
export const rootRouters: readonly (() => Hono<SelfEnv>)[] = [sessionRouter, openapiRouter]
