import { memberships, type Principal } from '../identity/index.ts'
import {
  type Cost,
  type InvitationStore,
  type KeyRing,
  type Link,
  openProvince,
  openStore,
  type ProvinceStore,
  type TenantStore,
  UserStore,
} from '../store/index.ts'

/** The only ways from a request to a store. Each asks who it is first; undefined = not a member there. */
export type Doors = {
  city(principal: Principal, city: string, cost: Cost): Promise<TenantStore | undefined>
  province(principal: Principal, code: string, cost: Cost): Promise<ProvinceStore | undefined>
  own(principal: Principal, cost: Cost): UserStore
  /** By the secret of a link, not by who asks; undefined = the city gave out no such link. */
  invitation(city: string, secret: string, cost: Cost): Promise<InvitationStore | undefined>
  /** A member's row in this city was changed: it counts from now on, not in a minute. */
  changed(city: string, member: string): void
}

/** How invitations are opened, for an API that has routes for them. */
export type Opening = (
  city: string,
  secret: string,
  link: Link,
  ring: KeyRing,
  cost: Cost,
) => Promise<InvitationStore | undefined>

export const doors = (link: Link, ring: KeyRing, opening?: Opening): Doors => {
  const known = memberships(link)
  return {
    async city(principal, city, cost) {
      const tenant = await known.city(principal, city, cost)
      return tenant && openStore(tenant, link, ring, cost)
    },
    async province(principal, code, cost) {
      const province = await known.province(principal, code, cost)
      return province && openProvince(province, link, ring, cost)
    },
    invitation: async (city, secret, cost) => opening?.(city, secret, link, ring, cost),
    own: (principal, cost) => UserStore.of(principal, link, cost),
    changed: (city, member) => known.forget(city, member),
  }
}
