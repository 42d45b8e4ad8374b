import type { Hono } from 'hono'
import { acceptanceRouter } from '../acceptance.ts'
import type { SelfEnv } from '../env.ts'
import { sessionRouter } from '../session.ts'

/** Under `/api`: for everybody. */
export const rootRouters: readonly (() => Hono<SelfEnv>)[] = [sessionRouter, acceptanceRouter]
