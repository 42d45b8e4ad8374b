import { adopt, draft, loadPack, publish } from '../../../functions/configuration/index.ts'
import { keys } from '../../../functions/store/index.ts'
import { ambient, type Ground, storeAs, storeOf } from './place.ts'

/**
 * Adopts a pack with its demo documents and publishes it as the city's first release, as its administrator would.
 * A city that has a release stays as it is.
 */
export const seedConfiguration = async (
  ground: Ground,
  city: string,
  pack: string,
  at: Date,
): Promise<void> => {
  const store = await storeAs(ground, `${city}.admin`)
  if (await store.get(keys.headKey)) return
  const means = ambient(at)
  await adopt(store, { pack: await loadPack(ground.packs, pack, { demo: true }) }, means)
  const { rev } = await draft(store)
  await publish(store, { note: '首次发布（演示数据）', rev }, means)
}

/** Opens a city in which nothing is configured: all that is known of it is its name. */
export const seedName = async (ground: Ground, city: string, name: string): Promise<void> => {
  const store = await storeOf(ground, city)
  if (await store.get(keys.cityKey)) return
  await store.write([{ put: keys.cityKey, item: { schema: 1, name }, expect: 'absent' }])
}
