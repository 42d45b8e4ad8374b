import type { Me, Membership, Role } from '../../functions/api/contract/index.ts'

export type Room = 'field' | 'studio' | 'oversight'

/** Where each role works: a township takes households in and decides, and reads the rules. A provider's desk does not stand yet. */
const ROOMS: Readonly<Record<Role, readonly Room[]>> = {
  worker: ['field'],
  village: ['field'],
  admin: ['studio'],
  'county.admin': ['studio'],
  township: ['field', 'studio'],
  auditor: ['studio'],
  office: ['oversight'],
  provider: [],
}

export type Door = {
  readonly room: Room
  readonly code: string
  readonly place: string
  readonly roles: readonly Role[]
}

/** One door for each room a person may enter in each city or province. */
export const doors = (me: Me): readonly Door[] => me.memberships.flatMap(doorsOf)

function doorsOf(membership: Membership): readonly Door[] {
  const rooms = new Map<Room, Role[]>()
  for (const { role } of membership.roles)
    for (const room of ROOMS[role]) rooms.set(room, [...(rooms.get(room) ?? []), role])
  return [...rooms].map(([room, roles]) => ({
    room,
    code: membership.code,
    place: membership.name,
    roles: [...new Set(roles)],
  }))
}

export const doorPath = ({ room, code }: Door): string => `/${room}/${code}`
