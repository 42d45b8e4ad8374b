import { adopt, draft, publish, saveDraft } from '../../../functions/configuration/index.ts'
import type { TenantStore } from '../../../functions/store/index.ts'
import { type Cities, configuration, startCities } from './fixture.ts'

export const reach = { kind: 'city' } as const
export const today = '2026-11-23'
/** The cities of the running test. */
export let cities: Cities

/** Begins each test with cities in which nothing is configured. */
export const startEmpty = async () => {
  cities = await startCities()
  return () => cities.stop()
}

export const save = async (key: string, document: unknown, rev?: number, store?: TenantStore) => {
  const city = store ?? (await cities.store())
  const { documents } = await draft(city)
  const seen = rev ?? documents.find((one) => one.key === key)?.rev ?? 0
  return saveDraft(city, { key, document, rev: seen, reach, clock: cities.clock })
}
export const pack = (documents = configuration()) => ({
  key: 'test',
  city: '341700',
  title: '',
  summary: '',
  documents,
})
export const put = async (documents = configuration()) =>
  adopt(await cities.store(), { pack: pack(documents) }, cities.means)
export const publishNow = async (more: { effectiveFrom?: string } = {}) => {
  const store = await cities.store()
  const { rev } = await draft(store)
  return publish(store, { note: '测试', rev, ...more }, cities.means)
}
export const first = async () => {
  await put()
  return publishNow()
}
