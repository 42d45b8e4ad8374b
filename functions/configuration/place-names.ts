import { keys, type TenantStore } from '../store/index.ts'
import { documentOf } from './documents.ts'
import { providerNames } from './providers.ts'
import { live } from './releases.ts'

type Named = {
  readonly name: string
  readonly divisions?: readonly { readonly code: string; readonly name: string }[]
}

/**
 * What the city and some of its divisions and providers are called, by their codes and ids, which never meet: as the release in use says; before there is one, as the city
 * was opened with, then its code.
 */
export const placeNames = async (
  store: TenantStore,
  today: string,
  codes: readonly string[] = [],
  ids: readonly string[] = [],
): Promise<{ readonly city: string; readonly divisions: Readonly<Record<string, string>> }> => {
  const release = await live(store, today)
  const profile = release && (await documentOf<Named>(store, release, 'profile'))
  const city = profile?.name ?? (await store.get<{ name: string }>(keys.cityKey))?.name ?? store.tenant.city
  const wanted = new Set(codes)
  const found = (profile?.divisions ?? []).filter(({ code }) => wanted.has(code))
  const firms = await providerNames(store, ids)
  return { city, divisions: { ...firms, ...Object.fromEntries(found.map(({ code, name }) => [code, name])) } }
}
