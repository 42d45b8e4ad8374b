import { beforeEach, describe, expect, it } from 'vitest'
import {
  compare,
  documentOf,
  draft,
  draftDocument,
  liveOrRefuse,
  release,
  releaseOn,
  restore,
} from '../../../functions/configuration/index.ts'
import { keys } from '../../../functions/store/index.ts'
import { cities, first, publishNow, save, startEmpty } from './city.ts'
import { field, form } from './fixture.ts'

beforeEach(startEmpty)

describe('restoring', () => {
  beforeEach(async () => void (await first()))

  it('is a new release with the old manifest; work in progress stays', async () => {
    await save('form:visit', form('visit', [field('second', '第二版')]))
    await publishNow()
    await save('form:needs', form('needs', [field('mine', '我的')]))
    const store = await cities.store()
    const back = await restore(store, { n: 1 }, cities.means)
    expect(back).toMatchObject({ n: 3, state: 'live', restored: 1 })
    expect(await documentOf(store, back, 'form:visit')).toEqual(form('visit'))
    const after = await draft(store)
    expect(after.documents.filter(({ state }) => state !== 'same').map(({ key }) => key)).toEqual([
      'form:needs',
    ])
    expect(
      (await compare(store, 3, 'draft')).changes.every(({ document }) => document === 'form:needs'),
    ).toBe(true)
    await expect(restore(store, { n: 3 }, cities.means)).rejects.toMatchObject({ code: 'conflict' })
    await expect(restore(store, { n: 9 }, cities.means)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('calls off what waits for its day', async () => {
    await save('form:visit', form('visit', [field('later', '以后')]))
    await publishNow({ effectiveFrom: '2026-12-01' })
    const store = await cities.store()
    await restore(store, { n: 1 }, cities.means)
    expect((await liveOrRefuse(store, '2026-12-02')).n).toBe(3)
    cities.travel('2026-12-10T01:00:00Z')
    expect((await releaseOn(store, '2026-12-05', '2026-12-10')).n).toBe(3)
  })

  it('stops an editor who opened the document before', async () => {
    await save('form:visit', form('visit', [field('second', '第二版')]))
    await publishNow()
    const store = await cities.store()
    const opened = await draftDocument(store, 'form:visit')
    await restore(store, { n: 1 }, cities.means)
    await expect(save('form:visit', form('visit', []), opened.rev)).rejects.toMatchObject({ code: 'stale' })
  })

  it('shows what today’s rules refuse in it', async () => {
    // A release of another time, whose form nobody would accept now.
    const store = await cities.store()
    const bad = form('visit', [field('name', '姓名')], { samples: [{ title: '', bad: true }] })
    const sha = await store.blobs.put(JSON.stringify(bad))
    const one = await release(store, 1)
    await store.write([
      {
        put: keys.releaseKey(7),
        item: { ...one, n: 7, documents: { ...one?.documents, 'form:visit': sha } },
        expect: 'absent',
      },
    ])
    await expect(restore(store, { n: 7 }, cities.means)).rejects.toMatchObject({
      code: 'check-failed',
      errors: expect.arrayContaining([
        expect.objectContaining({ path: expect.stringMatching(/^form:visit/) }),
      ]),
    })
  })
})
