import { apiFunctions } from '../../../functions/api/app.ts'
import { routesIn } from '../../../functions/api/compose.ts'

/** One address of the API as the gateway knows it. */
export type GatewayRoute = {
  readonly method: string
  /** `/api/cities/{city}/members/{member}`. */
  readonly path: string
  readonly serves: keyof typeof apiFunctions
  /** Whether it is answered without a token. */
  readonly isOpen: boolean
}

/**
 * Every address of every function, read from its own routers: what a function does not serve cannot be routed to it,
 * and a new route reaches the gateway without anybody thinking of it. The gateway takes the most specific match.
 */
export const gatewayRoutes: readonly GatewayRoute[] = Object.entries(apiFunctions).flatMap(
  ([serves, routers]) =>
    routesIn(routers).map(({ method, path, action }) => ({
      method,
      path: path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}'),
      serves: serves as GatewayRoute['serves'],
      isOpen: action === 'everyone',
    })),
)

/**
 * Whatever no function serves is told so by ours, in our words and with our code, and not by the gateway's
 * `{"message":"Not Found"}`. It needs no token: what it says is the same for everybody. It opens nothing either, because
 * the functions verify every token themselves, whether the gateway has done so or not.
 */
export const unknownAddress: GatewayRoute = {
  method: 'ANY',
  path: '/api/{proxy+}',
  serves: 'city',
  isOpen: true,
}
