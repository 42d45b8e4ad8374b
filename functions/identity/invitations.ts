import { randomBytes } from 'node:crypto'
import type { InvitationCard, InvitationLink, Page, RoleGrant } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import {
  auditWrite,
  type InvitationRow,
  invitationContext,
  keys,
  type ListedRow,
  type MemberRow,
  memberContext,
  type TenantStore,
} from '../store/index.ts'
import { invitationId } from './invited.ts'
import { type Ambient, stillAdmin } from './members.ts'

const day = 86_400_000
/** How long a link is good. */
const goodFor = 7 * day
/** How long it is still listed after that. */
const listedFor = 30 * day

/** What places are called: whoever is invited cannot read the city's own documents. */
export type PlaceNames = { readonly city: string; readonly divisions: Readonly<Record<string, string>> }

const stateOf = ({ state, expires }: InvitationRow, now: Date): InvitationCard['state'] =>
  state === 'open' && expires <= now.toISOString() ? 'expired' : state

const cardOf = (store: TenantStore, row: ListedRow<InvitationRow>, now: Date): InvitationCard => {
  const id = row.sk.slice(2)
  const { roles, at, expires, rev } = row
  const open = (bytes: Uint8Array) => store.open<string>(bytes, invitationContext(id))
  return { id, name: open(row.name), by: open(row.byName), roles, at, expires, state: stateOf(row, now), rev }
}

/**
 * Makes a one-time link's secret: 256 random bits, of which the table keeps only the hash. The answer is the only
 * time that the secret is told. Who accepts becomes a member with exactly these roles.
 */
export const invite = async (
  store: TenantStore,
  { name, roles }: { readonly name: string; readonly roles: readonly RoleGrant[] },
  places: PlaceNames,
  { clock, ids }: Ambient,
): Promise<InvitationLink> => {
  const secret = randomBytes(32).toString('base64url')
  const id = invitationId(secret)
  const by = store.tenant.member
  const me = await store.get<MemberRow>(keys.memberKey(by))
  if (!me) throw new Refused('forbidden', '您已不是本市成员，不能邀请他人。')
  const byName = store.open<string>(me.name, memberContext(by))
  const now = clock()
  const at = now.toISOString()
  const expires = new Date(now.getTime() + goodFor).toISOString()
  const seal = (text: string) => store.seal(text, invitationContext(id))
  const item: InvitationRow = {
    schema: 1,
    name: seal(name),
    roles,
    by,
    byName: seal(byName),
    ...places,
    at,
    expires,
    state: 'open',
  }
  await store.write([
    {
      put: keys.invitationKey(id),
      item,
      expect: 'absent',
      ttl: Math.floor((now.getTime() + goodFor + listedFor) / 1000),
    },
    auditWrite({ id: ids(), at, by, action: 'invitation.make', on: id, detail: { roles } }),
    ...(await stillAdmin(store)),
  ])
  return { id, name, by: byName, roles, at, expires, state: 'open', rev: 1, secret }
}

/** One page of the invitations of the last weeks, without their secrets, which nobody has any more. */
export const listInvitations = async (
  store: TenantStore,
  options: { readonly limit: number; readonly after?: string | undefined },
  { clock }: Pick<Ambient, 'clock'>,
): Promise<Page<InvitationCard>> => {
  const { items, next } = await store.list<InvitationRow>('INVITATION', {
    prefix: 'I#',
    limit: options.limit,
    ...(options.after !== undefined && { after: options.after }),
  })
  const now = clock()
  return { items: items.map((row) => cardOf(store, row, now)), ...(next !== undefined && { next }) }
}

/** Takes a link back; whoever holds it is told nothing but that it is no good. Throws `Refused`, `Conflict`. */
export const revokeInvitation = async (
  store: TenantStore,
  { id, rev }: { readonly id: string; readonly rev: number },
  { clock, ids }: Ambient,
): Promise<void> => {
  const key = keys.invitationKey(id)
  const row = /^[0-9a-f]{64}$/.test(id)
    ? await store.get<InvitationRow>(key, { consistent: true })
    : undefined
  if (!row) throw new Refused('not-found', '没有找到这份邀请，请刷新后重试。')
  if (row.state === 'used') throw new Refused('conflict', '这份邀请已经被接受，请在成员名单中移除这位成员。')
  if (row.state === 'revoked') return
  if (row.rev !== rev) throw new Refused('stale', '这份邀请刚刚有变动，请刷新后核对。', { rev: row.rev })
  const at = clock().toISOString()
  await store.write([
    { change: key, set: { state: 'revoked' }, expect: { rev } },
    auditWrite({ id: ids(), at, by: store.tenant.member, action: 'invitation.revoke', on: id }),
    ...(await stillAdmin(store)),
  ])
}
