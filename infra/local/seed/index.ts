import { localDate } from '#forms/standards'
import { serviceProvince } from '../../../functions/identity/service.ts'
import { type Key, openProvince } from '../../../functions/store/index.ts'
import { inventedCities } from '../people.ts'
import { seedCasework } from './casework.ts'
import { seedConfiguration } from './configuration.ts'
import { seedMembers } from './members.ts'
import type { Ground } from './place.ts'

export type { Ground } from './place.ts'

/** Stands when all demo data is there; a seeding that was cut off is taken up again at the next start. */
const mark: Key = ['DEMO', 'SEED']
const province = (ground: Ground) => openProvince(serviceProvince('340000', 'demo'), ground.link, ground.ring)

export const isSeeded = async (ground: Ground): Promise<boolean> =>
  (await (await province(ground)).get(mark)) !== undefined

const day = 86_400_000
/** Nine in the morning in Shanghai, `days` days before `now`. */
const before = (now: Date, days: number): Date =>
  new Date(`${localDate(new Date(now.getTime() - days * day))}T01:00:00Z`)

/**
 * Fills an empty table with the demo cities, through the same use cases that serve people, as if the last month had
 * been worked in. `say` is told what is being done. The same for every start on the same day.
 */
export const seed = async (ground: Ground, say: (words: string) => void = () => {}): Promise<void> => {
  const now = new Date()
  await seedMembers(ground, before(now, 31))
  say('池州市配置')
  await seedConfiguration(ground, '341700', '341700-care', before(now, 30))
  for (const { code, name, pack } of inventedCities) {
    say(`${name}配置`)
    await seedConfiguration(ground, code, pack, before(now, 30))
  }
  say('池州市家庭和案件')
  await seedCasework(ground, (days) => before(now, days))
  await (await province(ground)).write([
    { put: mark, item: { schema: 1, at: now.toISOString() }, expect: 'absent' },
  ])
}
