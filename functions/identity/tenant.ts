import type { RoleGrant } from '../api/contract/index.ts'

export const cityCode = /^\d{6}$/

let admitCity: (code: string, member: string, roles: readonly RoleGrant[]) => Tenant
let admitProvince: (code: string, member: string, roles: readonly RoleGrant[]) => Province

/**
 * One member (or one job) in one city. There is no way to hold one but through `membership.ts`, which reads the
 * member's row, and `service.ts`, which makes those of jobs.
 */
export class Tenant {
  readonly #admitted = true
  readonly city: string
  /** `memberId`, or `service:<job>`. */
  readonly member: string
  readonly roles: readonly RoleGrant[]

  static {
    admitCity = (code, member, roles) => new Tenant(code, member, roles)
  }

  private constructor(city: string, member: string, roles: readonly RoleGrant[]) {
    if (!cityCode.test(city)) throw new TypeError('a city is named by six digits')
    this.city = city
    this.member = member
    this.roles = roles
  }

  /** Whether a value is a real one, and not an object of the same shape. */
  static is(value: unknown): value is Tenant {
    return typeof value === 'object' && value !== null && #admitted in value
  }
}

/** One member of one province's office. */
export class Province {
  readonly #admitted = true
  readonly code: string
  readonly member: string
  readonly roles: readonly RoleGrant[]

  static {
    admitProvince = (code, member, roles) => new Province(code, member, roles)
  }

  private constructor(code: string, member: string, roles: readonly RoleGrant[]) {
    if (!cityCode.test(code)) throw new TypeError('a province is named by six digits')
    this.code = code
    this.member = member
    this.roles = roles
  }

  static is(value: unknown): value is Province {
    return typeof value === 'object' && value !== null && #admitted in value
  }
}

/** Whether it is a job and not a person: members are known by a hash, which has no colon. */
export const isJob = (holder: Tenant | Province): boolean =>
  (Tenant.is(holder) || Province.is(holder)) && holder.member.startsWith('service:')

export { admitCity, admitProvince }
