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
  fillRoute,
  recordRoute,
])
