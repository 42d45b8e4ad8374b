import { provinceName } from '#forms/standards'
import type { Membership } from '../api/contract/index.ts'
import { serviceProvince, serviceTenant } from '../identity/service.ts'
import { hintKey, type Link, readMember, UserStore } from '../store/index.ts'
import { setAbsolute } from './absolute.ts'
import type { Change } from './change.ts'
import { cityName } from './city-name.ts'

/** `from` is the revision of the member row that the hint repeats. */
type Hint = Membership & { readonly schema: 1; readonly from: number }

/** Makes a person's own list say what the member row says now; `/api/me` reads it, and it grants nothing. */
export const linkMember = async (
  link: Link,
  { place, code, member }: Extract<Change, { kind: 'member' }>,
): Promise<void> => {
  const job = place === 'city' ? serviceTenant(code, 'rollup') : serviceProvince(code, 'rollup')
  await setAbsolute<Hint>(UserStore.forJob(job, member, link), hintKey(place, code), async (standing) => {
    // Read inside, so that a second look after a conflict sees the row of that moment.
    const row = await readMember(link, place, code, member)
    if (!row) return 'none'
    const name = place === 'city' ? await cityName(link, code) : provinceName(code)
    if (standing?.from === row.rev && standing.name === name) return 'as it is'
    return { item: { schema: 1, kind: place, code, name, roles: row.roles, from: row.rev } }
  })
}
