import type { Membership } from '../api/contract/index.ts'
import { memberId, type Principal } from '../identity/principal.ts'
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
  constructor(member: string, link: Link) {
    super(`U#${member}#`, link)
  }

  static of(principal: Principal, link: Link): UserStore {
    return new UserStore(memberId(principal.issuer, principal.subject), link)
  }

  async memberships(): Promise<readonly Membership[]> {
    const rows = await this.all<MembershipHint>('ME')
    return rows.map(({ kind, code, name, roles }) => ({ kind, code, name, roles }))
  }
}
