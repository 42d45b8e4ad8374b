import { circularsRouter } from '../circulars.ts'
import type { Routers } from '../compose.ts'
import { provinceRouter } from '../province.ts'

/** Under `/api/provinces/:province`. It holds no route of a city, and so no code that could read one. */
export const provinceFunction: Routers = { root: [], provinces: [provinceRouter, circularsRouter] }
