import { localDate } from '#forms/standards'
import { placeNames } from '../configuration/index.ts'
import { serviceTenant } from '../identity/service.ts'
import { closedRing, type Link, openStore } from '../store/index.ts'

/** The city's name as its own configuration gives it; before the first release what it was opened with. */
export const cityName = async (link: Link, city: string): Promise<string> => {
  const store = await openStore(serviceTenant(city, 'rollup'), link, closedRing)
  return (await placeNames(store, localDate(link.clock()))).city
}
