import { keys, type MemberRow, memberContext, type TenantStore } from '../store/index.ts'

/** The names of members of this city, in one request; who is not a member any more has none. */
export const memberNames = async (
  store: TenantStore,
  members: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> => {
  const asked = [...new Set(members)].filter(
    (id) => id !== undefined && /^[0-9a-f]{64}$/.test(id),
  ) as string[]
  if (asked.length === 0) return new Map()
  const rows = await store.getAll<MemberRow>(asked.map(keys.memberKey))
  return new Map(
    rows.flatMap((row, at) => {
      const id = asked[at] as string
      return row ? [[id, store.open<string>(row.name, memberContext(id))] as const] : []
    }),
  )
}
