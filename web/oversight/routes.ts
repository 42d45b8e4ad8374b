import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/roots.ts'

export const oversightRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/oversight/$province',
  component: lazyRouteComponent(() => import('./index.tsx'), 'Oversight'),
})

/** What is looked at stands in the address, so that it can be sent to a colleague. `on`: local day of the prices. */
export type FeeSearch = {
  readonly on?: string | undefined
  readonly category?: string | undefined
  readonly item?: string | undefined
  readonly scale?: 'amount' | undefined
}

/** A day that the calendar has, as `YYYY-MM-DD`. */
const day = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const found = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(found.getTime()) || found.toISOString().slice(0, 10) !== value ? undefined : value
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** `/oversight/{province}`: prices side by side. */
export const feesRoute = createRoute({
  getParentRoute: () => oversightRoute,
  path: '/',
  // What is refused must be set to `undefined`: the router keeps a key of the address that is only left out.
  validateSearch: ({ on, category, item, scale }: Record<string, unknown>): FeeSearch => ({
    on: day(on),
    category: word(category),
    item: word(item),
    scale: scale === 'amount' ? scale : undefined,
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
