import type { Membership } from '../api/contract/index.ts'
import { memberId, type Principal } from '../identity/principal.ts'
import { isJob, type Province, type Tenant } from '../identity/tenant.ts'
import type { Cost } from './cost.ts'
import type { Link } from './link.ts'
import { Partition } from './partition.ts'
import type { Key } from './write.ts'

/** One row a place where somebody is a member. It feeds `/api/me` and grants nothing. */
export type MembershipHint = Membership

export const hintKey = (kind: Membership['kind'], code: string): Key => [
  'ME',
  `${kind === 'city' ? 'T' : 'P'}#${code}`,
]

/** The places that one person may open, for their own eyes. Written by the stream job from the members' rows. */
export class UserStore extends Partition {
  private constructor(member: string, link: Link, cost?: Cost) {
    super(`U#${member}#`, link, cost)
  }

  static of(principal: Principal, link: Link, cost?: Cost): UserStore {
    return new UserStore(memberId(principal.issuer, principal.subject), link, cost)
  }

  /** For the job that copies a city's or province's member rows hither. */
  static forJob(job: Tenant | Province, member: string, link: Link): UserStore {
    if (!isJob(job)) throw new TypeError('rows of another person are opened by a job alone')
    return new UserStore(member, link)
  }

  async memberships(): Promise<readonly Membership[]> {
    const rows = await this.all<MembershipHint>('ME')
    return rows.map(({ kind, code, name, roles }) => ({ kind, code, name, roles }))
  }
}
