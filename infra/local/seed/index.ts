import { serviceProvince } from '../../../functions/identity/service.ts'
import { type Key, openProvince } from '../../../functions/store/index.ts'
import { seedMembers } from './members.ts'
import type { Ground } from './place.ts'

export type { Ground } from './place.ts'

/** Stands when all demo data is there; a seeding that was cut off is taken up again at the next start. */
const mark: Key = ['DEMO', 'SEED']
const province = (ground: Ground) => openProvince(serviceProvince('340000', 'demo'), ground.link, ground.ring)

export const isSeeded = async (ground: Ground): Promise<boolean> =>
  (await (await province(ground)).get(mark)) !== undefined

/** Fills an empty table with the demo cities, through the same use cases that serve people. */
export const seed = async (ground: Ground): Promise<void> => {
  const now = new Date()
  await seedMembers(ground, now)
  await (await province(ground)).write([
    { put: mark, item: { schema: 1, at: now.toISOString() }, expect: 'absent' },
  ])
}
