import { localDate } from '#forms/standards'
import { serviceProvince } from '../../../functions/identity/service.ts'
import { type Key, openProvince } from '../../../functions/store/index.ts'
import { emptyCities, inventedCities } from '../people.ts'
import { seedCasework } from './casework.ts'
import { seedConfiguration, seedName } from './configuration.ts'
import { seedLastMonth } from './last-month.ts'
import { seedMembers } from './members.ts'
import type { Ground } from './place.ts'
import { seedRegistry } from './registry.ts'

export type { Ground } from './place.ts'

/** When seeding began: what was cut off is taken up as of that day, or the same acts would not be the same. */
const begun: Key = ['DEMO', 'BEGUN']
/** Stands when all demo data is there. */
const done: Key = ['DEMO', 'DONE']
const province = (ground: Ground) => openProvince(serviceProvince('340000', 'demo'), ground.link, ground.ring)

export const isSeeded = async (ground: Ground): Promise<boolean> =>
  (await (await province(ground)).get(done)) !== undefined

const day = 86_400_000
/** Nine in the morning in Shanghai, `days` days before `now`. */
const before = (now: Date, days: number): Date =>
  new Date(`${localDate(new Date(now.getTime() - days * day))}T01:00:00Z`)

/**
 * Fills an empty table with the demo cities, through the same use cases that serve people, as if the last month had
 * been worked in. `say` is told what is being done. The same for every start on the same day.
 */
export const seed = async (ground: Ground, say: (words: string) => void = () => {}): Promise<void> => {
  const office = await province(ground)
  const now = new Date((await office.get<{ at: string }>(begun))?.at ?? Date.now())
  const item = { schema: 1, at: now.toISOString() }
  if (!(await office.get(begun))) await office.write([{ put: begun, item, expect: 'absent' }])
  // Their names first: a person's own list repeats them as soon as there is a member.
  for (const { code, name } of emptyCities) await seedName(ground, code, name)
  const everywhere = [{ code: '341700', name: '池州市' }, ...inventedCities, ...emptyCities]
  await seedRegistry(ground, everywhere, before(now, 31))
  await seedMembers(ground, before(now, 31))
  say('池州市配置')
  await seedConfiguration(ground, '341700', '341700-care', before(now, 30))
  for (const { code, name, pack } of inventedCities) {
    say(`${name}配置`)
    // Before the month that two of them have worked in.
    await seedConfiguration(ground, code, pack, before(now, 70))
  }
  say('演示城市上个月的家庭和案件')
  await seedLastMonth(ground, now)
  say('池州市家庭和案件')
  await seedCasework(ground, (days) => before(now, days))
  await office.write([{ put: done, item, expect: 'absent' }])
}
