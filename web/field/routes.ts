import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { fetched } from '../app/fetched.ts'
import { signedInRoute } from '../app/roots.ts'

/** `/field/{city}`: the worker's client. */
export const fieldRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/field/$city',
  component: lazyRouteComponent(
    fetched(() => import('./index.tsx')),
    'Field',
  ),
})

/** The four tabs and what belongs under them; filling and reading a form take the whole page. */
const tabsRoute = createRoute({
  getParentRoute: () => fieldRoute,
  id: 'tabs',
  component: lazyRouteComponent(
    fetched(() => import('./index.tsx')),
    'Tabs',
  ),
})

const todayRoute = createRoute({
  getParentRoute: () => tabsRoute,
  path: '/',
  component: lazyRouteComponent(
    fetched(() => import('./today.tsx')),
    'Today',
  ),
})

const householdsRoute = createRoute({
  getParentRoute: () => tabsRoute,
  path: '/households',
  component: lazyRouteComponent(
    fetched(() => import('./households.tsx')),
    'Households',
  ),
  validateSearch: (search: Record<string, unknown>): { township?: string } =>
    typeof search['township'] === 'string' ? { township: search['township'] } : {},
})

export const householdRoute = createRoute({
  getParentRoute: () => tabsRoute,
  path: '/households/$household',
  component: lazyRouteComponent(
    fetched(() => import('./household.tsx')),
    'Household',
  ),
})

const outboxRoute = createRoute({
  getParentRoute: () => tabsRoute,
  path: '/outbox',
  component: lazyRouteComponent(
    fetched(() => import('./outbox-page.tsx')),
    'OutboxPage',
  ),
})

const meRoute = createRoute({
  getParentRoute: () => tabsRoute,
  path: '/me',
  component: lazyRouteComponent(
    fetched(() => import('./me.tsx')),
    'Me',
  ),
})

/** `draft`: the id of a registration that was begun; without it the last one goes on. */
export const registerRoute = createRoute({
  getParentRoute: () => fieldRoute,
  path: '/households/new',
  component: lazyRouteComponent(
    fetched(() => import('./register/page.tsx')),
    'Register',
  ),
  validateSearch: (search: Record<string, unknown>): { draft?: string } =>
    typeof search['draft'] === 'string' ? { draft: search['draft'] } : {},
})

/** `case`: the ULID of the case to be, so that coming back to the page opens no second one. */
export const openingRoute = createRoute({
  getParentRoute: () => fieldRoute,
  path: '/households/$household/open',
  component: lazyRouteComponent(
    fetched(() => import('./opening/page.tsx')),
    'Opening',
  ),
  validateSearch: (search: Record<string, unknown>): { case?: string } =>
    typeof search['case'] === 'string' ? { case: search['case'] } : {},
})

export const changeRoute = createRoute({
  getParentRoute: () => fieldRoute,
  path: '/households/$household/change',
  component: lazyRouteComponent(
    fetched(() => import('./change/page.tsx')),
    'Change',
  ),
})

export type FillSearch = { readonly case: string; readonly person?: string }

export const fillRoute = createRoute({
  getParentRoute: () => fieldRoute,
  path: '/households/$household/fill/$form',
  component: lazyRouteComponent(
    fetched(() => import('./fill.tsx')),
    'Fill',
  ),
  validateSearch: (search: Record<string, unknown>): FillSearch => ({
    case: String(search['case'] ?? ''),
    ...(typeof search['person'] === 'string' ? { person: search['person'] } : {}),
  }),
})

export const recordRoute = createRoute({
  getParentRoute: () => fieldRoute,
  path: '/households/$household/assessments/$assessment',
  component: lazyRouteComponent(
    fetched(() => import('./record.tsx')),
    'Record',
  ),
})

export const householdsTab = householdsRoute

export const fieldRoutes = fieldRoute.addChildren([
  tabsRoute.addChildren([todayRoute, householdsRoute, householdRoute, outboxRoute, meRoute]),
  registerRoute,
  openingRoute,
  changeRoute,
  fillRoute,
  recordRoute,
])
