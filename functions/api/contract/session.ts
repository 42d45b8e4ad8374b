import type { Role } from './common.ts'

/** `GET /api/me`: who is signed in and where they may go. Grants nothing. */
export type Me = {
  readonly subject: string
  readonly name: string
  readonly memberships: readonly Membership[]
}

export type Membership = {
  readonly kind: 'city' | 'province'
  /** Six-digit division code of the city or province. */
  readonly code: string
  readonly name: string
  readonly roles: readonly RoleGrant[]
}

/** `divisions`: codes below which the role holds; absent = the whole city. `provider`: whose referrals. */
export type RoleGrant = {
  readonly role: Role
  readonly divisions?: readonly string[]
  readonly provider?: string
}

/** `GET /api/cities/{city}/members`. Non-admins get only colleagues whose divisions meet their own. */
export type MemberCard = {
  /** sha256(issuer, subject), hex. */
  readonly id: string
  readonly name: string
  readonly roles: readonly RoleGrant[]
  readonly rev: number
}
