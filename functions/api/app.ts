import { composeApi, type Routers, routesIn } from './compose.ts'
import type { Deps } from './env.ts'
import { describeApi } from './openapi.ts'
import { changesFunction } from './routers/changes.ts'
import { cityFunction } from './routers/city.ts'
import { provinceFunction } from './routers/province.ts'
import { studioFunction } from './routers/studio.ts'

/** The API in its parts, as the cloud runs them: one function each. */
export const apiFunctions = {
  city: cityFunction,
  studio: studioFunction,
  changes: changesFunction,
  province: provinceFunction,
} as const satisfies Readonly<Record<string, Routers>>

const parts: readonly Routers[] = Object.values(apiFunctions)
const whole: Routers = {
  root: parts.flatMap(({ root }) => root),
  cities: parts.flatMap(({ cities = [] }) => cities),
  provinces: parts.flatMap(({ provinces = [] }) => provinces),
  ...Object.assign({}, ...parts.map(({ invitations }) => invitations && { invitations })),
}

/** All functions of the API together, as OpenAPI: JSON. */
export const apiDescription = (): string => JSON.stringify(describeApi(routesIn(whole)))

/** The whole API in one app, as one machine or one container runs it. */
export const createApi = (deps: Deps): ReturnType<typeof composeApi> =>
  composeApi({ description: apiDescription, ...deps }, whole)
