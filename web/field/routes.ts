import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/roots.ts'

/** `/field/{city}`: the worker's client. */
export const fieldRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/field/$city',
  component: lazyRouteComponent(() => import('./index.tsx'), 'Field'),
})

export const fieldRoutes = fieldRoute
