import { randomBytes } from 'node:crypto'
import type { RoleGrant } from '../../functions/api/contract/index.ts'
import { founder, foundingGoodFor, foundingListedFor } from '../../functions/identity/founding.ts'
import { memberId } from '../../functions/identity/index.ts'
import { invitationId } from '../../functions/identity/invited.ts'
import {
  type InvitationRow,
  invitationContext,
  keys,
  type MemberRow,
  memberContext,
  type Write,
} from '../../functions/store/index.ts'

export type Seal = (value: unknown, context: string) => Uint8Array

/** Who administers first: somebody whose subject at the issuer is known, or whoever is handed a link. */
export type First = { readonly name: string } & (
  | { readonly kind: 'subject'; readonly subject: string }
  | { readonly kind: 'invitation' }
)

/** The row of somebody who is a member from the start. */
export const memberWrite = (
  { issuer, seal }: { readonly issuer: string; readonly seal: Seal },
  { subject, name }: { readonly subject: string; readonly name: string },
  roles: readonly RoleGrant[],
): Write => {
  const id = memberId(issuer, subject)
  const item: MemberRow = { roles, name: seal(name, memberContext(id)) }
  return { put: keys.memberKey(id), item, expect: 'absent' }
}

/**
 * The city's first administrator. With a subject the member stands at once, and with it the row by which changes of
 * administrators meet; a link makes both when it is accepted, once, and is no good as soon as anybody administers.
 */
export const foundingWrites = (
  means: { readonly issuer: string; readonly seal: Seal; readonly now: Date },
  city: { readonly name: string },
  first: First,
): { readonly writes: readonly Write[]; readonly secret?: string } => {
  const roles: readonly RoleGrant[] = [{ role: 'admin' }]
  if (first.kind === 'subject')
    return {
      writes: [memberWrite(means, first, roles), { put: keys.adminsKey, item: {}, expect: 'absent' }],
    }
  const secret = randomBytes(32).toString('base64url')
  const id = invitationId(secret)
  const seal = (text: string) => means.seal(text, invitationContext(id))
  const at = means.now.getTime()
  const item: InvitationRow = {
    schema: 1,
    name: seal(first.name),
    roles,
    by: founder,
    byName: seal('一户平台'),
    city: city.name,
    divisions: {},
    at: means.now.toISOString(),
    expires: new Date(at + foundingGoodFor).toISOString(),
    state: 'open',
  }
  const ttl = Math.floor((at + foundingGoodFor + foundingListedFor) / 1000)
  return { secret, writes: [{ put: keys.invitationKey(id), item, expect: 'absent', ttl }] }
}
