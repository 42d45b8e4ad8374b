import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/roots.ts'

export const studioRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/studio/$city',
  component: lazyRouteComponent(() => import('./index.tsx'), 'Studio'),
})

const overviewRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./overview.tsx'), 'Overview'),
})

/** Pages that draw with the office kit; the overview stands without it. */
const zoneRoute = createRoute({
  getParentRoute: () => studioRoute,
  id: 'zone',
  component: lazyRouteComponent(() => import('../office/zone.tsx'), 'ZoneOutlet'),
})

/** `/studio/{city}/documents/{key}`: one document of the draft; `at` is a JSON pointer to jump to. */
export const documentRoute = createRoute({
  getParentRoute: () => zoneRoute,
  path: '/documents/$key',
  validateSearch: (search: Record<string, unknown>): { at?: string } =>
    typeof search['at'] === 'string' ? { at: search['at'] } : {},
  component: lazyRouteComponent(() => import('./document/page.tsx'), 'DocumentPage'),
})

const publishRoute = createRoute({
  getParentRoute: () => zoneRoute,
  path: '/publish',
  component: lazyRouteComponent(() => import('./release/publish.tsx'), 'Publish'),
})

const releasesRoute = createRoute({
  getParentRoute: () => zoneRoute,
  path: '/releases',
  component: lazyRouteComponent(() => import('./release/history.tsx'), 'History'),
})

const membersRoute = createRoute({
  getParentRoute: () => zoneRoute,
  path: '/members',
  component: lazyRouteComponent(() => import('./members/page.tsx'), 'Members'),
})

/** `/studio/{city}/divisions`: the tree of divisions, pasted whole. */
const divisionsRoute = createRoute({
  getParentRoute: () => zoneRoute,
  path: '/divisions',
  component: lazyRouteComponent(() => import('./adopt/import.tsx'), 'ImportDivisions'),
})

/** `/studio/{city}/audit`: the record of acts, for administrators and auditors. */
const auditRoute = createRoute({
  getParentRoute: () => zoneRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('./members/audit.tsx'), 'Audit'),
})

/** `/studio/{city}/indicators`: how the papers' indicators stand, for who administers or audits the city. */
const indicatorsRoute = createRoute({
  getParentRoute: () => zoneRoute,
  path: '/indicators',
  component: lazyRouteComponent(() => import('./indicators/page.tsx'), 'IndicatorsPage'),
})

const calculatorRoute = createRoute({
  getParentRoute: () => zoneRoute,
  path: '/calculator',
  component: lazyRouteComponent(() => import('./calculator/page.tsx'), 'Calculator'),
})

const dictionaryRoute = createRoute({
  getParentRoute: () => zoneRoute,
  path: '/elements',
  component: lazyRouteComponent(() => import('./dictionary/page.tsx'), 'Dictionary'),
})

export const studioRoutes = studioRoute.addChildren([
  overviewRoute,
  zoneRoute.addChildren([
    documentRoute,
    publishRoute,
    releasesRoute,
    calculatorRoute,
    dictionaryRoute,
    membersRoute,
    divisionsRoute,
    auditRoute,
    indicatorsRoute,
  ]),
])
