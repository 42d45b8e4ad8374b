import type { Hono } from 'hono'
import type { ProvinceEnv } from '../env.ts'
import { provinceRouter } from '../province.ts'

/** Under `/api/provinces/:province`. */
export const provinceRouters: readonly (() => Hono<ProvinceEnv>)[] = [provinceRouter]
