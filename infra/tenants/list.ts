import { provinceName } from '#forms/standards'
import { keys } from '../../functions/store/index.ts'
import type { Place } from './ground.ts'
import { Registered } from './registry.ts'

/** Codes of all provinces (GB/T 2260: 11 to 82, with gaps). */
const provinces: readonly string[] = Array.from({ length: 72 }, (_, i) => `${i + 11}0000`).filter(
  (code) => provinceName(code) !== code,
)

/** Every tenant in the registry, by code. One small query a province; no table is read through. */
export const listTenants = async (place: Place): Promise<readonly Registered[]> => {
  const found = provinces.map(async (code) => {
    const { store } = await place.at(code, code)
    return (await store.province.all(keys.tenantsPk)).map((row) => Registered.parse(row))
  })
  return (await Promise.all(found)).flat()
}
