import { localDate } from '#forms/standards'
import { documentOf, live } from '../configuration/index.ts'
import { serviceTenant } from '../identity/service.ts'
import { type KeyRing, type Link, openStore } from '../store/index.ts'

/** The city's name as its own configuration gives it; its code before the first release. */
export const cityName = async (
  { link, ring }: { readonly link: Link; readonly ring: KeyRing },
  city: string,
): Promise<string> => {
  const store = await openStore(serviceTenant(city, 'rollup'), link, ring)
  const release = await live(store, localDate(link.clock()))
  const profile = release && (await documentOf<{ name: string }>(store, release, 'profile'))
  return profile?.name ?? city
}
