import type { Invitation } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, type InvitationStore } from '../store/index.ts'
import { founder } from './founding.ts'
import { type Ambient, isAdmin } from './members.ts'
import { memberId, type Principal } from './principal.ts'

/** Unknown, used, expired, revoked, another city's: one answer, so that nobody learns which by trying. */
export const unusable = (): Refused =>
  new Refused(
    'not-found',
    '这个邀请链接不能使用：可能没有复制完整，也可能已经用过、过期或被收回。请联系邀请您的管理员重新发一个。',
  )

/**
 * An invitation holds as long as whoever gave it could still give it: an administrator while they are one, the
 * operator who opened the city until it has its first administrator.
 */
const standingInviter = async (store: InvitationStore, now: Date): Promise<number | 'founder'> => {
  const { by, state, expires } = store.invited.row
  if (state !== 'open' || expires <= now.toISOString()) throw unusable()
  if (by === founder) {
    if (await store.isFounded()) throw unusable()
    return 'founder'
  }
  const inviter = await store.standing(by)
  if (!inviter || !isAdmin(inviter.roles)) throw unusable()
  return inviter.rev
}

/** What the holder of a link is told before anything is done. Throws `Refused`. */
export const lookAtInvitation = async (
  store: InvitationStore | undefined,
  { clock }: Pick<Ambient, 'clock'>,
): Promise<Invitation> => {
  if (!store) throw unusable()
  await standingInviter(store, clock())
  const { city, row } = store.invited
  return {
    city,
    cityName: row.city,
    name: store.name(row.name),
    by: store.name(row.byName),
    roles: row.roles,
    divisions: row.divisions,
    expires: row.expires,
  }
}

const already = (city: string): Refused =>
  new Refused(
    'conflict',
    `您已经是${city}的成员，不需要再接受邀请，这个链接也没有被用掉。如需调整岗位，请联系管理员在“成员”中修改。`,
  )

/**
 * Makes who is signed in a member with exactly the roles of the invitation, once. Who is a member already stays as
 * they are, and the invitation stays open. Throws `Refused`: `not-found` for a link that is no good, `forbidden` for
 * one's own, `conflict` for a member.
 */
export const acceptInvitation = async (
  store: InvitationStore | undefined,
  principal: Principal,
  { clock, ids }: Ambient,
): Promise<{ readonly city: string; readonly member: string }> => {
  if (!store) throw unusable()
  const member = memberId(principal.issuer, principal.subject)
  const { city, row } = store.invited
  const now = clock()
  if (row.usedBy === member && (await store.standing(member))) throw already(row.city)
  const inviter = await standingInviter(store, now)
  if (row.by === member) throw new Refused('forbidden', '不能接受自己发出的邀请，请把链接交给受邀请的人。')
  if (await store.standing(member)) throw already(row.city)
  try {
    await store.join(member, { id: ids(), at: now.toISOString(), inviter })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    if (error.index === 0) throw unusable()
    if (error.index === 1) throw already(row.city)
    if (inviter === 'founder') throw unusable()
    throw new Refused('conflict', '邀请您的管理员的资料刚刚有变动，请再试一次。')
  }
  return { city, member }
}
