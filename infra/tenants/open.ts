import { ulid } from 'ulid'
import { serviceProvince, serviceTenant } from '../../functions/identity/service.ts'
import {
  auditWrite,
  Conflict,
  keys,
  ProvinceStore,
  TenantStore,
  type Write,
} from '../../functions/store/index.ts'
import type { OwnedWrite } from '../../functions/store/operator-store.ts'
import { Issued } from './certificate.ts'
import { type First, foundingWrites, memberWrite } from './founding.ts'
import { type Ground, Unable } from './ground.ts'
import { packDraft } from './pack-draft.ts'
import { closedKey, isThere, register, registered } from './registry.ts'

export type Opening = { readonly name: string; readonly pack?: string; readonly first: First }
/** `link`: shown once, it is nowhere else. */
export type Opened = { readonly result: 'opened'; readonly link?: string } | { readonly result: 'there' }

/** Beijing, Tianjin, Shanghai and Chongqing are province and city in one. */
const municipalities: ReadonlySet<string> = new Set(['110000', '120000', '310000', '500000'])

/** It stands in lists, in invitations and on certificates, on one line each. */
const cityName = /^[\p{Letter}\p{Number}·()（）-]{2,30}$/u

/** Milliseconds after which no server remembers the keys of a closed city. */
const forgetful = 15 * 60_000

const inCity = (writes: readonly Write[]): readonly OwnedWrite[] =>
  writes.map((write) => ({ in: 'city', write }))

/** The address that makes its holder the first administrator. */
export const foundingLink = ({ origin, store }: Ground, secret: string): string =>
  `${origin}/invitation#${store.reach.city}.${secret}`

/**
 * Opens a city: data keys, name, first administrator, the draft with a pack, its place in the registry and the audit,
 * all in one transaction or none of it. A city that is there already stays as it is.
 */
export const openCity = async (ground: Ground, { name, pack, first }: Opening): Promise<Opened> => {
  const { store, link, vault } = ground
  const { city, province } = store.reach
  if (city === province && !municipalities.has(city))
    throw new Unable(`${city} 是省份代码，不是城市代码。开通省级主管部门请用 open-office。`)
  if (!cityName.test(name)) throw new Unable('城市名称应为 2 至 30 个字，只用文字、数字和括号，例如 池州市。')
  if (await isOpen(ground)) return { result: 'there' }
  await isForgotten(ground)
  const owner = { kind: 'city', code: city } as const
  const fresh = await vault.fresh(owner)
  const tenant = serviceTenant(city, 'operator')
  const own = new TenantStore(tenant, link, fresh.keys)
  const now = link.clock()
  const at = now.toISOString()
  const seal = (value: unknown, context: string) => own.seal(value, context)
  const founding = foundingWrites({ issuer: ground.issuer, seal, now }, { name }, first)
  const adopted =
    pack === undefined ? undefined : await packDraft(own, { pack, folder: ground.packs, name, at: now })
  const detail = { operator: ground.by, first: first.kind, ...(pack !== undefined && { pack }) }
  try {
    await store.write([
      register({ schema: 1, city, name, opened: at, by: ground.by }),
      ...inCity([
        ...fresh.writes,
        { put: keys.cityKey, item: { schema: 1, name }, expect: 'absent' },
        ...founding.writes,
        ...(adopted ? [adopted.write] : []),
        auditWrite({
          id: ulid(now.getTime()),
          at,
          by: tenant.member,
          action: 'tenant.open',
          on: city,
          detail,
        }),
      ]),
    ])
  } catch (error) {
    if (error instanceof Conflict && (await isOpen(ground))) return { result: 'there' }
    throw error
  }
  return {
    result: 'opened',
    ...(founding.secret !== undefined && { link: foundingLink(ground, founding.secret) }),
  }
}

/** Throws `Unable` for a city that is on its way out or in. */
const isOpen = async ({ store }: Ground): Promise<boolean> => {
  const standing = await registered(store)
  const { city } = store.reach
  if (standing?.row.state === 'closing')
    throw new Unable(
      `${standing.row.name}（${city}）正在关闭，请先用 close 命令完成关闭（再重新开通），或用 abandon 命令放弃关闭。`,
    )
  if (standing?.row.state === 'reopening')
    throw new Unable(`${standing.row.name}（${city}）的关闭正在放弃，请先用 abandon 命令完成。`)
  if (standing?.row.state === 'restoring')
    throw new Unable(`${standing.row.name}（${city}）正在从归档恢复，请先用 restore 命令完成恢复。`)
  // A city can be older than the registry.
  return standing !== undefined || isThere(store)
}

/**
 * Refuses a city that was closed a moment ago: servers keep opened keys for ten minutes, and what they sealed under the
 * destroyed ones nobody could ever read.
 */
const isForgotten = async ({ store, link }: Ground): Promise<void> => {
  const { city } = store.reach
  const row = await store.province.get<{ issued: unknown }>(closedKey(city), { consistent: true })
  if (!row) return
  const { finished } = Issued.parse(row.issued).certificate
  const left = new Date(finished).getTime() + forgetful - link.clock().getTime()
  if (left > 0)
    throw new Unable(
      `${city} 刚刚关闭，服务器可能还记得旧的数据密钥。请在 ${Math.ceil(left / 60_000)} 分钟后再开通。`,
    )
}

/** Another link for the first administrator, where the one of the opening was lost or ran out. */
export const inviteFirst = async (ground: Ground, name: string): Promise<string> => {
  const { store, link, vault } = ground
  const { city } = store.reach
  const standing = await registered(store)
  const keysOfCity = await vault.open({ kind: 'city', code: city }, store.city)
  if (!standing || standing.row.state || !keysOfCity)
    throw new Unable(`${city} 没有开通，请先用 open 命令开通。`)
  const { items } = await store.city.list('MEMBER', { limit: 1, consistent: true })
  if (items.length > 0) throw new Unable(`${standing.row.name}已经有过市级管理员，请由管理员在“成员”中邀请。`)
  const tenant = serviceTenant(city, 'operator')
  const own = new TenantStore(tenant, link, keysOfCity)
  const now = link.clock()
  const seal = (value: unknown, context: string) => own.seal(value, context)
  const first = { kind: 'invitation', name } as const
  const { writes, secret = '' } = foundingWrites({ issuer: ground.issuer, seal, now }, standing.row, first)
  const entry = { id: ulid(now.getTime()), at: now.toISOString(), by: tenant.member, on: city }
  await store.write(
    inCity([...writes, auditWrite({ ...entry, action: 'invitation.make', detail: { operator: ground.by } })]),
  )
  return foundingLink(ground, secret)
}

/** Opens a province's office: its keys and its first person, in one transaction. */
export const openOffice = async (
  ground: Ground,
  { subject, name }: { readonly subject: string; readonly name: string },
): Promise<Opened> => {
  const { store, link, vault } = ground
  const { province } = store.reach
  const owner = { kind: 'province', code: province } as const
  const there = await store.province.list('MEMBER', { limit: 1, consistent: true })
  if (there.items.length > 0) return { result: 'there' }
  const standing = await vault.open(owner, store.province)
  const { keys: own, writes } = standing ? { keys: standing, writes: [] } : await vault.fresh(owner)
  const office = new ProvinceStore(serviceProvince(province, 'operator'), link, own)
  const seal = (value: unknown, context: string) => office.seal(value, context)
  const member = memberWrite({ issuer: ground.issuer, seal }, { subject, name }, [{ role: 'office' }])
  try {
    await store.write([...writes, member].map((write) => ({ in: 'province', write })))
  } catch (error) {
    if (error instanceof Conflict) return { result: 'there' }
    throw error
  }
  return { result: 'opened' }
}
