import type { AuditLine, Page, RoleGrant } from '../api/contract/index.ts'
import { type AuditEntry, keys, type MemberRow, memberContext, type TenantStore } from '../store/index.ts'

type Told = AuditLine['detail'][string]
const isTold = (value: unknown): value is Told =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'))

/** What is sealed, and whatever else is no plain word, stays in the row. */
const told = (detail: Readonly<Record<string, unknown>>): AuditLine['detail'] =>
  Object.fromEntries(Object.entries(detail).filter((entry): entry is [string, Told] => isTold(entry[1])))

const isMember = (id: string): boolean => /^[0-9a-f]{64}$/.test(id)

/** One page of a month (`2026-11`, of the instants in UTC), newest first, with the names of those who are members. */
export const listAudit = async (
  store: TenantStore,
  options: { readonly month: string; readonly limit: number; readonly after?: string | undefined },
): Promise<Page<AuditLine>> => {
  const { items, next } = await store.list<AuditEntry>(`AUDIT#${options.month.replace('-', '')}`, {
    newestFirst: true,
    limit: options.limit,
    ...(options.after !== undefined && { after: options.after }),
  })
  const ids = [...new Set(items.flatMap(({ by, on }) => [by, on]).filter(isMember))]
  const rows = await store.getAll<MemberRow>(ids.map(keys.memberKey))
  const names = new Map(
    ids.flatMap((id, i): [string, string][] => {
      const row = rows[i]
      return row ? [[id, store.open<string>(row.name, memberContext(id))]] : []
    }),
  )
  return {
    items: items.map(({ id, at, by, action, on, detail = {} }) => ({
      id,
      at,
      by,
      byName: names.get(by) ?? null,
      action,
      on,
      onName: names.get(on) ?? null,
      ...(Array.isArray(detail['roles']) && { roles: detail['roles'] as RoleGrant[] }),
      detail: told(detail),
    })),
    ...(next !== undefined && { next }),
  }
}
