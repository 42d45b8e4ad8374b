import type { Catalogue, Providers } from '#forms/catalogue'
import { localDate } from '#forms/standards'
import type { FieldError, Page, ProviderCard, ProviderRequest } from '../api/contract/index.ts'
import type { ProviderRow } from '../casework/provider.ts'
import { Refused } from '../problem.ts'
import { auditWrite, keys, type TenantStore } from '../store/index.ts'
import { unknownDivisions } from './city-tree.ts'
import { documentOf } from './documents.ts'
import type { Means } from './release-writes.ts'
import { liveOrRefuse } from './releases.ts'

const cardOf = (id: string, row: ProviderRow & { readonly rev: number }): ProviderCard => {
  const { name, type, mode, creditCode, divisions, rev } = row
  return { id, name, type, mode, ...(creditCode && { creditCode }), ...(divisions && { divisions }), rev }
}

/** One page of the providers (承接机构) on file: the one register that members and referrals name. */
export const listProviders = async (
  store: TenantStore,
  options: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<ProviderCard>> => {
  const { items, next } = await store.list<ProviderRow>('PROVIDER', {
    limit: options.limit,
    ...(options.after !== undefined && { after: options.after }),
  })
  return { items: items.map((row) => cardOf(row.sk, row)), ...(next !== undefined && { next }) }
}

/** What providers are called, by id; those that are not on file are left out. */
export const providerNames = async (
  store: TenantStore,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const asked = [...new Set(ids)]
  const rows = await store.getAll<ProviderRow>(asked.map(keys.providerKey))
  return Object.fromEntries(asked.flatMap((id, at) => (rows[at] ? [[id, rows[at].name]] : [])))
}

/** Those of some ids under which no provider is on file. */
export const unknownProviders = async (
  store: TenantStore,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const known = await providerNames(store, ids)
  return new Set(ids.filter((id) => !Object.hasOwn(known, id)))
}

/**
 * Puts a provider on file (`rev` 0) or changes it; the id stays, so that members and referrals stay with it. Type and
 * mode must be of the release in use, divisions of the city. Throws `Refused`: `stale`, `invalid`, `conflict` for a
 * name that another provider has, `not-found` before the first release; `Conflict`.
 */
export const writeProvider = async (
  store: TenantStore,
  { id, rev, ...asked }: ProviderRequest & { readonly id: string; readonly rev: number },
  { clock, ids }: Means,
): Promise<ProviderCard> => {
  const key = keys.providerKey(id)
  const before = await store.get<ProviderRow>(key, { consistent: true })
  if ((before?.rev ?? 0) !== rev) {
    const detail = before
      ? '这家机构的资料在您打开之后已被他人更改，请刷新后核对再改。'
      : '没有找到这家机构，请刷新机构名单后重试。'
    throw new Refused(before ? 'stale' : 'not-found', detail, before && { rev: before.rev })
  }
  await refuseUnfit(store, asked, localDate(clock()))
  const all = await store.all<ProviderRow>('PROVIDER')
  if (all.some(({ sk, name }) => sk !== id && name === asked.name))
    throw new Refused('conflict', `已有名称为“${asked.name}”的机构，请在名单中修改那一家，或换一个名称。`)
  const item: ProviderRow = { schema: 1, ...asked }
  await store.write([
    { put: key, item, expect: before ? { rev } : 'absent' },
    auditWrite({
      id: ids(),
      at: clock().toISOString(),
      by: store.tenant.member,
      action: before ? 'provider.change' : 'provider.add',
      on: id,
      detail: { name: asked.name },
    }),
  ])
  return cardOf(id, { ...item, rev: rev + 1 })
}

const refuseUnfit = async (store: TenantStore, asked: ProviderRequest, today: string): Promise<void> => {
  const release = await liveOrRefuse(store, today)
  const [kinds, catalogue, unknown] = await Promise.all([
    documentOf<Providers>(store, release, 'providers'),
    documentOf<Catalogue>(store, release, 'catalogue'),
    unknownDivisions(store, today, asked.divisions ?? []),
  ])
  const wrong = (path: string, message: string): FieldError => ({ path, code: 'unknown', message })
  const errors = [
    ...(kinds?.types.some(({ key }) => key === asked.type) ? [] : [wrong('type', '本市没有这种机构类型。')]),
    ...(catalogue?.modes.some(({ key }) => key === asked.mode)
      ? []
      : [wrong('mode', '本市没有这种服务方式。')]),
    ...(asked.divisions ?? []).flatMap((code, at) =>
      unknown.has(code) ? [wrong(`divisions[${at}]`, `本市没有代码为“${code}”的区划。`)] : [],
    ),
  ]
  if (errors.length > 0)
    throw new Refused('invalid', '机构的类型、服务方式或区划不是本市的，请重新选择。', { errors })
}
