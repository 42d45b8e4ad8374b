import type { Me, Role, RoleGrant } from '../../functions/api/contract/index.ts'

/**
 * Which roles are offered what outside a case; a case says itself what may be done with it. It only decides what is
 * shown: the server judges by functions/identity/policy.ts, and a test compares the two.
 */
const roles = {
  'household.create': ['township', 'worker', 'village'],
  'household.change': ['township', 'worker'],
  'case.open': ['township', 'worker', 'village'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Offer = keyof typeof roles
export const offers = Object.keys(roles) as readonly Offer[]

const grantsFor = (me: Me | undefined, city: string, offer: Offer): readonly RoleGrant[] =>
  (me?.memberships.find(({ kind, code }) => kind === 'city' && code === city)?.roles ?? []).filter(
    ({ role }) => roles[offer].some((one) => one === role),
  )

/** Whether any of the reader's roles is offered this at a place, `path` being its [county, township, village]. */
export const may = (me: Me | undefined, city: string, offer: Offer, path?: readonly string[]): boolean =>
  grantsFor(me, city, offer).some(
    ({ divisions }) => !path || !divisions || divisions.some((code) => path.includes(code)),
  )

/** Codes under which the reader may do this; `undefined` = in the whole city. */
export const within = (me: Me | undefined, city: string, offer: Offer): readonly string[] | undefined => {
  const grants = grantsFor(me, city, offer)
  if (grants.some(({ divisions }) => divisions === undefined)) return undefined
  return [...new Set(grants.flatMap(({ divisions = [] }) => divisions))]
}

/** Whether the reader sees every household of a place, whoever works on it. */
export const oversees = (me: Me | undefined, city: string, path: readonly string[]): boolean =>
  (me?.memberships.find(({ kind, code }) => kind === 'city' && code === city)?.roles ?? []).some(
    ({ role, divisions }) =>
      (role === 'township' || role === 'county.admin') &&
      (!divisions || divisions.some((code) => path.includes(code))),
  )
