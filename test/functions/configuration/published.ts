import {
  adopt,
  type DraftReach,
  deleteDraft,
  draft,
  publish,
  saveDraft,
} from '../../../functions/configuration/index.ts'
import { type Cities, configuration, startCities } from './fixture.ts'

const city: DraftReach = { kind: 'city' }
export const today = '2026-11-23'
/** The cities of the running test. */
export let cities: Cities

/** What a document of the first release is opened with: all of them came with one pack. */
export const opened = 1

/** Begins each test with a city whose first release is out, with fees of the whole city and of two counties. */
export const startPublished = async () => {
  cities = await startCities()
  const store = await cities.store()
  const pack = { key: 'test', city: '341700', title: '', summary: '', documents: documents() }
  await adopt(store, { pack }, cities.means)
  await publish(store, { note: '第一版', rev: 1 }, cities.means)
  return () => cities.stop()
}

export const gc = {
  id: 'bath-gc',
  item: 'home-care',
  unit: '次',
  amount: 100,
  division: '341702',
  from: '2026-01-01',
}
export const dz = { ...gc, id: 'bath-dz', division: '341721' }
export const all = { ...gc, id: 'bath', division: undefined }
export const fees = (...rows: object[]) => ({ schema: 1, title: '演示收费标准', demo: true, rows })
export const documents = (): Record<string, unknown> => {
  const documents = configuration()
  const catalogue = documents['catalogue'] as { items: { key: string; unit: string | null }[] }
  const [item] = catalogue.items
  if (item) Object.assign(item, { unit: '次' })
  for (const row of [gc, dz, all]) row.item = item?.key ?? ''
  return { ...documents, fees: fees(all, gc, dz) }
}

export const save = async (key: string, document: unknown, rev: number, reach: DraftReach = city) =>
  saveDraft(await cities.store(), { key, document, rev, reach, clock: cities.clock })
export const remove = async (key: string, rev: number, reach: DraftReach = city) =>
  deleteDraft(await cities.store(), { key, rev, reach, clock: cities.clock })
export const state = async (key: string) =>
  (await draft(await cities.store())).documents.find((one) => one.key === key)?.state
