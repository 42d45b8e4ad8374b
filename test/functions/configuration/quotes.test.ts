import { beforeEach, describe, expect, it } from 'vitest'
import { makeQuote } from '../../../functions/configuration/index.ts'
import { cities, publishNow, put, startEmpty } from './city.ts'
import { configuration } from './fixture.ts'

beforeEach(startEmpty)

describe('quotes', () => {
  it('price by the release and the row of the day', async () => {
    const documents = configuration()
    const catalogue = documents['catalogue'] as { items: { key: string; unit: string | null }[] }
    const [item] = catalogue.items
    if (item) item.unit = '次'
    const row = { id: 'a', item: item?.key, unit: '次', amount: 6000, from: '2026-01-01', to: '2026-12-31' }
    documents['fees'] = {
      schema: 1,
      title: '演示收费标准',
      demo: true,
      rows: [row, { ...row, id: 'b', amount: 6500, from: '2027-01-01', to: undefined }],
    }
    await put(documents)
    await publishNow()
    const store = await cities.store()
    const ask = (on: string) =>
      makeQuote(
        store,
        {
          items: [
            { item: item?.key ?? '', quantity: 2 },
            { item: 'nobody', quantity: 1 },
          ],
          on,
        },
        cities.clock,
      )
    expect(await ask('2026-12-31')).toMatchObject({ release: 1, total: 12_000, unset: 1, demo: true })
    expect(await ask('2027-01-01')).toMatchObject({ total: 13_000, unset: 1 })
    await expect(ask('2026-11-22')).rejects.toMatchObject({ code: 'not-found' })
  })
})
