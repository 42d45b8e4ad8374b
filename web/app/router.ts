import { createRouter } from '@tanstack/react-router'
import { fieldRoutes } from '../field/routes.ts'
import { oversightRoutes } from '../oversight/routes.ts'
import { studioRoutes } from '../studio/routes.ts'
import { callbackRoute, homeRoute, invitationRoute, rootRoute, signedInRoute } from './roots.ts'
import { Crashed, Loading, NotFound } from './states.tsx'

const tree = rootRoute.addChildren([
  homeRoute,
  callbackRoute,
  invitationRoute,
  signedInRoute.addChildren([fieldRoutes, studioRoutes, oversightRoutes]),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultPendingMs: 300,
  defaultErrorComponent: Crashed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
