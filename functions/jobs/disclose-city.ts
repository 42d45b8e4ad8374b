import { documentsOf, type HeadRow, release } from '../configuration/index.ts'
import { serviceTenant } from '../identity/service.ts'
import { disclosedVersion } from '../oversight/disclose.ts'
import { citiesPk, type DisclosedCity, type DisclosedVersion } from '../oversight/index.ts'
import {
  closedRing,
  keys,
  type Link,
  type MemberRow,
  openStore,
  provinceOf,
  RollupStore,
  type TenantStore,
} from '../store/index.ts'
import { setAbsolute } from './absolute.ts'
import { linkMember } from './link-member.ts'

/**
 * Makes the province's row of a city say what the city's head says now: the public parts of the release that is live
 * and of the one that waits for its day. Counts of persons are no part of it.
 */
export const discloseCity = async (link: Link, city: string): Promise<void> => {
  const tenant = serviceTenant(city, 'rollup')
  const store = await openStore(tenant, link, closedRing)

  const versionOf = async (n: number): Promise<readonly DisclosedVersion[]> => {
    const row = await release(store, n)
    if (!row) throw new Error(`city ${city} points at release ${n}, which is not there`)
    return [disclosedVersion(row, await documentsOf(store, row.documents), provinceOf(city))]
  }

  await setAbsolute<DisclosedCity>(new RollupStore(tenant, link), [citiesPk, city], async (standing) => {
    const head = await store.get<HeadRow>(keys.headKey, { consistent: true })
    if (!head) return 'none'
    // The row may have been written by a run that read a newer head than ours.
    if (standing && standing.head >= head.rev) return 'as it is'
    const numbers = [head.live?.release, head.next?.release].filter((n) => n !== undefined)
    const versions = (await Promise.all(numbers.map(versionOf))).flat()
    // Before the row: a run that is cut off here finds the old name again and does both anew.
    if (versions[0]?.name !== standing?.versions[0]?.name) await renameFor(link, store)
    return { item: { schema: 1, city, head: head.rev, versions } }
  })
}

/** The members' own lists repeat the city's name. */
const renameFor = async (link: Link, store: TenantStore): Promise<void> => {
  const rows = await store.all<MemberRow>('MEMBER', { prefix: 'M#' })
  for (const { sk } of rows)
    await linkMember(link, { kind: 'member', place: 'city', code: store.tenant.city, member: sk.slice(2) })
}
