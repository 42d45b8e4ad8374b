import type { Cost, KeyRing, Link } from '../store/index.ts'
import { findInvitation, InvitationStore } from '../store/invitation-store.ts'
import { admitInvited, invitationId } from './invited.ts'
import { cityCode } from './tenant.ts'

/** 32 random bytes as base64url. */
const secretShape = /^[\w-]{43}$/

/** From a secret to the invitation that it opens; undefined where this city has none such. */
export const openInvitation = async (
  city: string,
  secret: string,
  link: Link,
  ring: KeyRing,
  cost?: Cost,
): Promise<InvitationStore | undefined> => {
  if (!cityCode.test(city) || !secretShape.test(secret)) return undefined
  const row = await findInvitation(link, city, secret, cost)
  return row && InvitationStore.open(admitInvited(city, invitationId(secret), row), link, ring, cost)
}
