import { keys, type Row, type TenantStore } from '../store/index.ts'
import type { HeadRow } from './household.ts'

/** The heads of some households, by id, in one request: lists show a household as it is now, not as it was. */
export const headsOf = async (
  store: TenantStore,
  households: readonly string[],
): Promise<ReadonlyMap<string, Row<HeadRow>>> => {
  const ids = [...new Set(households)]
  const rows = ids.length === 0 ? [] : await store.getAll<HeadRow>(ids.map(keys.householdKey))
  return new Map(rows.flatMap((row) => (row ? [[row.card.id, row] as const] : [])))
}
