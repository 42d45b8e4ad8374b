import { keys, type ProvinceStore } from '../store/index.ts'

/** `P#<province>#` / `TENANT` / `<city>`, as far as anybody but the operator's commands reads it. */
export type TenantRow = {
  readonly city: string
  readonly name: string
  /** Absent while the city is in use. */
  readonly state?: string
}

const isInUse = ({ state }: TenantRow): boolean => state === undefined

/** Every city of the province that is in use, by code. */
export const tenants = async (store: ProvinceStore): Promise<readonly TenantRow[]> =>
  (await store.all<TenantRow>(keys.tenantsPk, { consistent: true })).filter(isInUse)

/** Those of the cities that are in use in this province, by code. */
export const tenantsAmong = async (
  store: ProvinceStore,
  cities: readonly string[],
): Promise<ReadonlyMap<string, TenantRow>> => {
  const rows = await store.getAll<TenantRow>(cities.map(keys.tenantKey), { consistent: true })
  const inUse = rows.filter((row) => row !== undefined).filter(isInUse)
  return new Map(inUse.map((row) => [row.city, row]))
}
