import type { Me, Membership, Role } from '../../functions/api/contract/index.ts'

export type Room = 'field' | 'studio' | 'oversight'

/** Where each role works. A provider's desk does not stand yet. */
const ROOM: Readonly<Record<Role, Room | undefined>> = {
  worker: 'field',
  village: 'field',
  admin: 'studio',
  'county.admin': 'studio',
  township: 'studio',
  auditor: 'studio',
  office: 'oversight',
  provider: undefined,
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
  for (const { role } of membership.roles) {
    const room = ROOM[role]
    if (room) rooms.set(room, [...(rooms.get(room) ?? []), role])
  }
  return [...rooms].map(([room, roles]) => ({
    room,
    code: membership.code,
    place: membership.name,
    roles: [...new Set(roles)],
  }))
}

export const doorPath = ({ room, code }: Door): string => `/${room}/${code}`
