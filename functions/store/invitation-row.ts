import type { RoleGrant } from '../api/contract/index.ts'

/**
 * `INVITATION` / `I#<sha256 of the secret>`: what somebody may become. Names are sealed in the context
 * `invitationContext(id)`; the names of places are those of the day, because who is invited cannot read the city.
 */
export type InvitationRow = {
  readonly schema: 1
  readonly name: Uint8Array
  readonly roles: readonly RoleGrant[]
  /** Member id of who invites. */
  readonly by: string
  readonly byName: Uint8Array
  readonly city: string
  readonly divisions: Readonly<Record<string, string>>
  readonly at: string
  /** Instant from which it is no longer good. */
  readonly expires: string
  readonly state: 'open' | 'used' | 'revoked'
  readonly usedBy?: string
}

export const invitationContext = (id: string): string => `INVITATION#${id}`
