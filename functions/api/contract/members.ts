import type { RoleGrant } from './session.ts'

/**
 * `GET /api/cities/{city}/providers`, page by page: the providers (承接机构) of the city. `type` is a key of the document
 * `providers`, `mode` one of `catalogue`; `divisions`: where it serves, absent = the whole city.
 */
export type ProviderCard = ProviderRequest & { readonly id: string; readonly rev: number }

/** `PUT /api/cities/{city}/providers/{id}` with `If-Match`; `"0"` puts a new one on file under an id of the sender. */
export type ProviderRequest = {
  readonly name: string
  readonly type: string
  readonly mode: string
  /** 统一社会信用代码. */
  readonly creditCode?: string
  readonly divisions?: readonly string[]
}

/** `POST /api/cities/{city}/members/invitations` → 201 InvitationLink. */
export type InviteRequest = { readonly name: string; readonly roles: readonly RoleGrant[] }

/** `GET /api/cities/{city}/members/invitations`, in no order; of the last weeks. `DELETE …/{id}` takes one back. */
export type InvitationCard = {
  readonly id: string
  /** Who is invited, and who invites. */
  readonly name: string
  readonly by: string
  readonly roles: readonly RoleGrant[]
  readonly at: string
  readonly expires: string
  readonly state: 'open' | 'used' | 'revoked' | 'expired'
  readonly rev: number
}

/** `secret` is told this once. The link is `/invitation#<city>.<secret>`: a fragment never leaves the browser. */
export type InvitationLink = InvitationCard & { readonly secret: string }

/** Body of `POST /api/invitations/look` and `POST /api/invitations/accept`. */
export type InvitationHolder = { readonly city: string; readonly secret: string }

/** `POST /api/invitations/look`, signed in or not: what one is invited to. Names of divisions and providers by their codes. */
export type Invitation = {
  readonly city: string
  readonly cityName: string
  readonly name: string
  readonly by: string
  readonly roles: readonly RoleGrant[]
  readonly divisions: Readonly<Record<string, string>>
  readonly expires: string
}

/** `POST /api/invitations/accept` → 201; `/api/me` follows within moments. */
export type Joined = { readonly city: string; readonly member: string }

/**
 * `GET /api/cities/{city}/audit?month=2026-11`, newest first: who did what to what. Names are those of members; anybody
 * else, and who is no member any more, is an id alone.
 */
export type AuditLine = {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly byName: string | null
  readonly action: string
  readonly on: string
  readonly onName: string | null
  readonly roles?: readonly RoleGrant[]
  readonly detail: Readonly<Record<string, string | number | boolean | readonly string[]>>
}
