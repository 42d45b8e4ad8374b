import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/roots.ts'

export const oversightRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/oversight/$province',
  component: lazyRouteComponent(() => import('./index.tsx'), 'Oversight'),
})

/** What is looked at stands in the address, so that it can be sent to a colleague. `on`: local day of the prices. */
export type FeeSearch = {
  readonly on?: string
  readonly category?: string
  readonly item?: string
  readonly scale?: 'amount'
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** `/oversight/{province}`: prices side by side. */
export const feesRoute = createRoute({
  getParentRoute: () => oversightRoute,
  path: '/',
  validateSearch: ({ on, category, item, scale }: Record<string, unknown>): FeeSearch => ({
    ...(word(on) && { on: String(on) }),
    ...(word(category) && { category: String(category) }),
    ...(word(item) && { item: String(item) }),
    ...(scale === 'amount' && { scale }),
  }),
  component: lazyRouteComponent(() => import('./fees/page.tsx'), 'FeesPage'),
})

const catalogueRoute = createRoute({
  getParentRoute: () => oversightRoute,
  path: '/catalogue',
  component: lazyRouteComponent(() => import('./catalogue/page.tsx'), 'CataloguePage'),
})

const formsRoute = createRoute({
  getParentRoute: () => oversightRoute,
  path: '/forms',
  component: lazyRouteComponent(() => import('./forms/page.tsx'), 'FormsPage'),
})

const indicatorsRoute = createRoute({
  getParentRoute: () => oversightRoute,
  path: '/indicators',
  component: lazyRouteComponent(() => import('./indicators/page.tsx'), 'IndicatorsPage'),
})

export const oversightRoutes = oversightRoute.addChildren([
  feesRoute,
  catalogueRoute,
  formsRoute,
  indicatorsRoute,
])
