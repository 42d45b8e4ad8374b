import type { MemberCard, Page, RoleGrant } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import {
  auditWrite,
  keys,
  type MemberRow,
  memberContext,
  type Row,
  type TenantStore,
  type Write,
} from '../store/index.ts'
import { divisionsOf } from './policy.ts'
import { isJob } from './tenant.ts'

/** Time and fresh ids, as every use case takes them. */
export type Ambient = { clock(): Date; ids(): string }

const missing = (): Refused => new Refused('not-found', '没有找到这位成员，请刷新成员名单后重试。')

export const isAdmin = (roles: readonly RoleGrant[]): boolean => roles.some(({ role }) => role === 'admin')

const cardOf = (store: TenantStore, id: string, row: Row<MemberRow>): MemberCard => ({
  id,
  name: store.open<string>(row.name, memberContext(id)),
  roles: row.roles,
  rev: row.rev,
})

/** Colleagues are seen by those whose divisions meet theirs; who reaches the whole city sees everybody. */
const isSeen = (store: TenantStore, id: string, roles: readonly RoleGrant[]): boolean => {
  const mine = divisionsOf(store.tenant, 'member.list')
  if (mine === 'all' || id === store.tenant.member) return true
  return roles.some(({ divisions }) => divisions?.some((division) => mine.includes(division)))
}

/** One page of the members that this tenant may see. A page can be short, or empty, and still have a next one. */
export const listMembers = async (
  store: TenantStore,
  options: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<MemberCard>> => {
  const { items, next } = await store.list<MemberRow>('MEMBER', {
    prefix: 'M#',
    limit: options.limit,
    ...(options.after !== undefined && { after: options.after }),
  })
  const seen = items.filter(({ sk, roles }) => isSeen(store, sk.slice(2), roles))
  return {
    items: seen.map((row) => cardOf(store, row.sk.slice(2), row)),
    ...(next !== undefined && { next }),
  }
}

export const readMemberCard = async (store: TenantStore, id: string): Promise<MemberCard> => {
  const row = await store.get<MemberRow>(keys.memberKey(id))
  if (!row || !isSeen(store, id, row.roles)) throw missing()
  return cardOf(store, id, row)
}

/**
 * The write that goes with every change of who administers: it moves one shared row, so that of two such changes at
 * once the second fails. Refuses to take the last administrator away.
 */
const adminsMove = async (store: TenantStore, without: string): Promise<Write> => {
  const lock = await store.get<object>(keys.adminsKey, { consistent: true })
  const rows = await store.all<MemberRow>('MEMBER', { prefix: 'M#', consistent: true })
  if (!rows.some(({ sk, roles }) => sk !== `M#${without}` && isAdmin(roles)))
    throw new Refused('conflict', '这是最后一位市级管理员，不能移除或改任；请先指定另一位管理员。')
  return lock
    ? { change: keys.adminsKey, set: {}, expect: { rev: lock.rev } }
    : { put: keys.adminsKey, item: {}, expect: 'absent' }
}

/**
 * The check that goes with every change of a member: who makes it administers still. The guard's answer may be a
 * minute old, and a minute is enough to let a friend in. Nothing is to be checked of a job, nor of one's own row,
 * which the change itself expects. Throws `Refused`.
 */
export const stillAdmin = async (store: TenantStore, changed?: string): Promise<readonly Write[]> => {
  const { tenant } = store
  if (isJob(tenant)) return []
  const key = keys.memberKey(tenant.member)
  const me = await store.get<MemberRow>(key, { consistent: true })
  if (!me || !isAdmin(me.roles)) throw new Refused('forbidden', '您已不是本市的市级管理员，不能再管理成员。')
  return changed === tenant.member ? [] : [{ check: key, expect: { rev: me.rev } }]
}

const audit = (store: TenantStore, ambient: Ambient, action: string, on: string, detail?: object): Write =>
  auditWrite({
    id: ambient.ids(),
    at: ambient.clock().toISOString(),
    by: store.tenant.member,
    action,
    on,
    ...(detail && { detail: { ...detail } }),
  })

const sameRoles = (a: readonly RoleGrant[], b: readonly RoleGrant[]): boolean =>
  JSON.stringify(a.map(plain)) === JSON.stringify(b.map(plain))
const plain = ({ role, divisions, provider }: RoleGrant) => [role, divisions ?? null, provider ?? null]

export type MemberChange = {
  readonly id: string
  /** 0 = is not a member yet. */
  readonly rev: number
  readonly name: string
  readonly roles: readonly RoleGrant[]
}

/** Makes somebody a member, or changes name and roles. Nobody changes their own roles. Throws `Refused`, `Conflict`. */
export const writeMember = async (
  store: TenantStore,
  change: MemberChange,
  ambient: Ambient,
): Promise<MemberCard> => {
  const { id, rev, name, roles } = change
  if (!/^[0-9a-f]{64}$/.test(id)) throw missing()
  const key = keys.memberKey(id)
  const before = await store.get<MemberRow>(key, { consistent: true })
  if (!before && rev > 0) throw missing()
  if (before && before.rev !== rev) throw stale(before.rev)
  if (id === store.tenant.member && !(before && sameRoles(before.roles, roles)))
    throw new Refused('forbidden', '不能更改自己的岗位和权限，请由另一位管理员办理。')
  const item: MemberRow = { roles, name: store.seal(name, memberContext(id)) }
  await store.write([
    { put: key, item, expect: before ? { rev } : 'absent' },
    audit(store, ambient, before ? 'member.change' : 'member.add', id, { roles }),
    ...(await stillAdmin(store, id)),
    ...(before && isAdmin(before.roles) && !isAdmin(roles) ? [await adminsMove(store, id)] : []),
  ])
  return { id, name, roles, rev: before ? rev + 1 : 1 }
}

/** Takes a membership away; a session that is open notices within a minute. Throws `Refused`, `Conflict`. */
export const removeMember = async (
  store: TenantStore,
  { id, rev }: { readonly id: string; readonly rev: number },
  ambient: Ambient,
): Promise<void> => {
  const key = keys.memberKey(id)
  const before = await store.get<MemberRow>(key, { consistent: true })
  if (!before) throw missing()
  if (before.rev !== rev) throw stale(before.rev)
  if (id === store.tenant.member) throw new Refused('forbidden', '不能移除自己，请由另一位管理员办理。')
  await store.write([
    { remove: key, expect: { rev } },
    audit(store, ambient, 'member.remove', id),
    ...(await stillAdmin(store)),
    ...(isAdmin(before.roles) ? [await adminsMove(store, id)] : []),
  ])
}

const stale = (rev: number): Refused =>
  new Refused('stale', '这位成员的资料在您打开之后已被他人更改，请刷新后核对再改。', { rev })
