import { createApi } from '../../functions/api/app.ts'
import { type Route, routesOf } from '../../functions/api/route.ts'
import { connect, memoryRing } from '../../functions/store/index.ts'

/** Every route there is, from the app itself: who adds one need not remember this suite. */
export const routes: readonly Route[] = routesOf(
  createApi({
    issuer: 'https://issuer.test',
    audience: 'none',
    keys: { keys: [] },
    link: connect({ table: 'none', endpoint: 'http://127.0.0.1:1' }),
    ring: memoryRing(),
    packs: '',
  }),
)

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`
export const named = (some: readonly Route[]): [string, Route][] =>
  some.map((route) => [nameOf(route), route])

export const guarded = routes.filter(({ action }) => action !== 'everyone')
export const inCity = routes.filter(({ path }) => path.startsWith('/api/cities/:city'))
export const inProvince = routes.filter(({ path }) => path.startsWith('/api/provinces/:province'))
