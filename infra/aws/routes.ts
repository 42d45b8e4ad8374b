import { Hono } from 'hono'
import { apiFunctions } from '../../functions/api/app.ts'
import type { Routers } from '../../functions/api/compose.ts'
import { routesOf } from '../../functions/api/route.ts'

/** One address of the API as the gateway knows it. */
export type GatewayRoute = {
  readonly method: string
  /** `/api/cities/{city}/members/{member}`. */
  readonly path: string
  readonly serves: keyof typeof apiFunctions
  /** Whether it is answered without a token. */
  readonly isOpen: boolean
}

const appOf = ({ root, cities = [], provinces = [] }: Routers): Hono => {
  const app = new Hono()
  for (const router of root) app.route('/api', router())
  for (const router of cities) app.route('/api/cities/:city', router())
  for (const router of provinces) app.route('/api/provinces/:province', router())
  return app
}

/**
 * Every address of every function, read from its own routers: what a function does not serve cannot be routed to it,
 * and a new route reaches the gateway without anybody thinking of it. The gateway takes the most specific match.
 */
export const gatewayRoutes: readonly GatewayRoute[] = Object.entries(apiFunctions).flatMap(
  ([serves, routers]) =>
    routesOf(appOf(routers)).map(({ method, path, action }) => ({
      method,
      path: path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}'),
      serves: serves as GatewayRoute['serves'],
      isOpen: action === 'everyone',
    })),
)
