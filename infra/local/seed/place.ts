import { ulid } from 'ulid'
import { memberId, memberships, type Tenant } from '../../../functions/identity/index.ts'
import { serviceTenant } from '../../../functions/identity/service.ts'
import { type KeyRing, type Link, openStore, type TenantStore } from '../../../functions/store/index.ts'

/** What seeding needs of the system. */
export type Ground = {
  readonly link: Link
  readonly ring: KeyRing
  /** Folder of the built-in packs. */
  readonly packs: string
  /** Issuer under which the demo people are known. */
  readonly realm: string
}

export const memberOf = (ground: Ground, subject: string): string => memberId(ground.realm, subject)

/** The city's store as nobody in particular: for what stands before there are members. */
export const storeOf = (ground: Ground, city: string): Promise<TenantStore> =>
  openStore(serviceTenant(city, 'demo'), ground.link, ground.ring)

/** The city's store as a demo person has it, found through the same membership row as at sign-in. */
export const storeAs = async (ground: Ground, subject: string): Promise<TenantStore> => {
  const city = subject.slice(0, 6)
  const principal = { issuer: ground.realm, subject }
  const tenant: Tenant | undefined = await memberships(ground.link).city(principal, city)
  if (!tenant) throw new Error(`${subject} is no member of ${city}`)
  return openStore(tenant, ground.link, ground.ring)
}

/** Time of an act and fresh ids, as every use case takes them. */
export const ambient = (at: Date) => ({ clock: () => at, ids: () => ulid(at.getTime()) })
