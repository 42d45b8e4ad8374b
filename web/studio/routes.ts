import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/roots.ts'

export const studioRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/studio/$city',
  component: lazyRouteComponent(() => import('./index.tsx'), 'Studio'),
})

/** Children are added here: `studioRoute.addChildren([…])`. */
export const studioRoutes = studioRoute
