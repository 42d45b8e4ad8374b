import { beforeEach, describe, expect, it } from 'vitest'
import { documentOf, liveOrRefuse, publish, saveDraft } from '../../../functions/configuration/index.ts'
import { cities, first, publishNow, put, reach, startEmpty, today } from './city.ts'
import { bigForm, configuration, form } from './fixture.ts'

beforeEach(startEmpty)

describe('costs', () => {
  it('publishes one changed 20 KB form of fifteen documents for at most 24 write units, its saving included', async () => {
    await first()
    const big = bigForm('visit')
    expect(Buffer.byteLength(JSON.stringify(big))).toBeGreaterThan(20_000)
    const saving = await cities.store()
    const saved = await saveDraft(saving, {
      key: 'form:visit',
      document: big,
      rev: 1,
      reach,
      clock: cities.clock,
    })
    const publishing = await cities.store()
    await publish(publishing, { note: '换表', rev: saved.rev }, cities.means)
    expect(publishing.cost.wcu).toBeLessThanOrEqual(18)
    expect(saving.cost.wcu + publishing.cost.wcu).toBeLessThanOrEqual(24)
  })

  it('publishes one changed 20 KB form of forty documents for at most 24 write units', async () => {
    const documents = configuration()
    for (let n = Object.keys(documents).length; n < 40; n++) documents[`form:more-${n}`] = form(`more-${n}`)
    expect(Object.keys(documents)).toHaveLength(40)
    await put(documents)
    await publishNow()
    const saving = await cities.store()
    const saved = await saveDraft(saving, {
      key: 'form:visit',
      document: bigForm('visit'),
      rev: 1,
      reach,
      clock: cities.clock,
    })
    const publishing = await cities.store()
    await publish(publishing, { note: '换表', rev: saved.rev }, cities.means)
    expect(publishing.cost.wcu).toBeLessThanOrEqual(24)
    expect(saving.cost.wcu).toBeLessThanOrEqual(8)
  })

  it('serves the live release warm for at most half a read unit and one trip', async () => {
    await first()
    const warm = await cities.store()
    const row = await liveOrRefuse(warm, today)
    await documentOf(warm, row, 'form:visit')
    const serving = await cities.store()
    const again = await liveOrRefuse(serving, today)
    await documentOf(serving, again, 'form:visit')
    await documentOf(serving, again, 'fees')
    expect(serving.cost).toEqual({ rcu: 0.5, wcu: 0, trips: 1 })
  })
})
