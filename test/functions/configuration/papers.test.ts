import { beforeEach, describe, expect, it } from 'vitest'
import { packs } from '#forms/packs'
import { adopt, draft, loadPack, publish } from '../../../functions/configuration/index.ts'
import { cities, startEmpty } from './city.ts'

const folder = new URL('../../../forms/packs', import.meta.url).pathname
const papers = packs.filter(({ key }) => !key.endsWith('-demo')).map(({ key, city }) => [key, city] as const)

beforeEach(startEmpty)

describe.each(papers)('%s in its own city', (key, city) => {
  it('is adopted and published in one go, and nothing of it is lost', async () => {
    const store = await cities.store(city)
    const pack = await loadPack(folder, key)
    const adopted = await adopt(store, { pack }, cities.means)
    expect(adopted.documents.map((one) => one.key).toSorted()).toEqual(Object.keys(pack.documents).toSorted())
    await publish(store, { note: '采用配置包', rev: adopted.rev }, cities.means)
    const { documents } = await draft(store)
    expect(documents.every(({ state }) => state === 'same')).toBe(true)
    expect(documents).toHaveLength(Object.keys(pack.documents).length)
  })
})
