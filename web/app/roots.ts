import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { Root } from './root.tsx'
import { Crashed, NotFound } from './states.tsx'

export const rootRoute = createRootRoute({
  component: Root,
  errorComponent: Crashed,
  notFoundComponent: NotFound,
})

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home.tsx'), 'Home'),
})

export const callbackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/callback',
  component: lazyRouteComponent(() => import('./callback.tsx'), 'Callback'),
})

/** `/invitation#<city>.<secret>`: for who is not a member yet, signed in or not. */
export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./invitation.tsx'), 'InvitationPage'),
})

/** Everything below it needs somebody signed in; rooms hang their routes here. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: lazyRouteComponent(() => import('./gate.tsx'), 'Gate'),
})
