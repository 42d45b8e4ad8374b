import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/roots.ts'

export const oversightRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/oversight/$province',
  component: lazyRouteComponent(() => import('./index.tsx'), 'Oversight'),
})

/** Children are added here: `oversightRoute.addChildren([…])`. */
export const oversightRoutes = oversightRoute
