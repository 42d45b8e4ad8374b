import type { RoleGrant } from '../../../functions/api/contract/index.ts'
import { writeMember } from '../../../functions/identity/members.ts'
import { serviceProvince } from '../../../functions/identity/service.ts'
import { keys, type MemberRow, memberContext, openProvince } from '../../../functions/store/index.ts'
import { people } from '../people.ts'
import { ambient, type Ground, memberOf, storeOf } from './place.ts'

/** Makes the demo people members where they work. Who is one already stays as they are. */
export const seedMembers = async (ground: Ground, at: Date): Promise<void> => {
  for (const person of people)
    for (const { kind, code, roles } of person.memberships)
      await (kind === 'city'
        ? joinCity(ground, code, person.subject, person.name, roles, at)
        : joinProvince(ground, code, person.subject, person.name, roles))
}

const joinCity = async (
  ground: Ground,
  code: string,
  subject: string,
  name: string,
  roles: readonly RoleGrant[],
  at: Date,
): Promise<void> => {
  const store = await storeOf(ground, code)
  const id = memberOf(ground, subject)
  if (await store.get(keys.memberKey(id))) return
  await writeMember(store, { id, rev: 0, name, roles }, ambient(at))
}

/** An office has no use case of its own yet; its one member is entered as a row. */
const joinProvince = async (
  ground: Ground,
  code: string,
  subject: string,
  name: string,
  roles: readonly RoleGrant[],
): Promise<void> => {
  const store = await openProvince(serviceProvince(code, 'demo'), ground.link, ground.ring)
  const id = memberOf(ground, subject)
  if (await store.get(keys.memberKey(id))) return
  const item: MemberRow = { roles, name: store.seal(name, memberContext(id)) }
  await store.write([{ put: keys.memberKey(id), item, expect: 'absent' }])
}
