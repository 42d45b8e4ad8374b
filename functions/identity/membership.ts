import type { RoleGrant } from '../api/contract/index.ts'
import { type Cost, type Link, readMember } from '../store/index.ts'
import { memberId, type Principal } from './principal.ts'
import { admitCity, admitProvince, cityCode, type Province, type Tenant } from './tenant.ts'

const freshFor = 60_000
const room = 5_000

type Kept = { readonly roles: readonly RoleGrant[] | undefined; readonly until: number }

/**
 * From a verified person and a place to a `Tenant` or `Province`: the member's row is read there, and nowhere else is
 * one made. Answers are kept for at most 60 s; who was removed is out after that at the latest.
 */
export type Memberships = {
  city(principal: Principal, city: string, cost?: Cost): Promise<Tenant | undefined>
  province(principal: Principal, code: string, cost?: Cost): Promise<Province | undefined>
  /** Forgets one member of one city at once, after this process changed the row. */
  forget(city: string, member: string): void
}

export const memberships = (link: Link): Memberships => {
  const kept = new Map<string, Kept>()

  const rolesOf = async (kind: 'city' | 'province', code: string, member: string, cost?: Cost) => {
    const name = `${kind}:${code}:${member}`
    const now = link.clock().getTime()
    const known = kept.get(name)
    if (known && known.until > now && known.until <= now + freshFor) return known.roles
    const row = await readMember(link, kind, code, member, cost)
    kept.delete(name)
    kept.set(name, { roles: row?.roles, until: now + freshFor })
    for (const oldest of kept.keys()) {
      if (kept.size <= room) break
      kept.delete(oldest)
    }
    return row?.roles
  }

  return {
    async city(principal, city, cost) {
      if (!cityCode.test(city)) return undefined
      const member = memberId(principal.issuer, principal.subject)
      const roles = await rolesOf('city', city, member, cost)
      return roles && admitCity(city, member, roles)
    },
    async province(principal, code, cost) {
      if (!cityCode.test(code)) return undefined
      const member = memberId(principal.issuer, principal.subject)
      const roles = await rolesOf('province', code, member, cost)
      return roles && admitProvince(code, member, roles)
    },
    forget(city, member) {
      kept.delete(`city:${city}:${member}`)
    },
  }
}
