import { beforeEach, describe, expect, it } from 'vitest'
import {
  adopt,
  checkDraft,
  compare,
  documentOf,
  draft,
  draftDocument,
  live,
  liveOrRefuse,
  makeQuote,
  publish,
  release,
  releaseOn,
  releases,
  restore,
  saveDraft,
} from '../../../functions/configuration/index.ts'
import { keys, type TenantStore } from '../../../functions/store/index.ts'
import { bigForm, type Cities, configuration, field, form, startCities } from './fixture.ts'

const reach = { kind: 'city' } as const
const today = '2026-11-23'
let cities: Cities

beforeEach(async () => {
  cities = await startCities()
  return () => cities.stop()
})

const save = async (key: string, document: unknown, rev?: number, store?: TenantStore) => {
  const city = store ?? (await cities.store())
  const { documents } = await draft(city)
  const seen = rev ?? documents.find((one) => one.key === key)?.rev ?? 0
  return saveDraft(city, { key, document, rev: seen, reach, clock: cities.clock })
}
const pack = (documents = configuration()) => ({
  key: 'test',
  city: '341700',
  title: '',
  summary: '',
  documents,
})
const put = async (documents = configuration()) =>
  adopt(await cities.store(), { pack: pack(documents) }, cities.means)
const publishNow = async (more: { effectiveFrom?: string } = {}) => {
  const store = await cities.store()
  const { rev } = await draft(store)
  return publish(store, { note: '测试', rev, ...more }, cities.means)
}
const first = async () => {
  await put()
  return publishNow()
}

describe('a first release', () => {
  it('makes what was drafted live, whole, and leaves an empty draft', async () => {
    const store = await cities.store()
    expect(await live(store, today)).toBeUndefined()
    await expect(liveOrRefuse(store, today)).rejects.toMatchObject({ code: 'not-found' })
    const drafted = await put()
    expect(drafted.base).toBe(0)
    expect(drafted.documents.every(({ state }) => state === 'added')).toBe(true)
    const published = await publishNow()
    expect(published).toMatchObject({
      n: 1,
      state: 'live',
      effectiveFrom: today,
      note: '测试',
      by: 'service:test',
    })
    const row = await liveOrRefuse(store, today)
    expect(Object.keys(row.documents)).toHaveLength(15)
    expect(await documentOf(store, row, 'form:visit')).toEqual(form('visit'))
    const after = await draft(store)
    expect(after.base).toBe(1)
    expect(after.documents.map(({ state, rev }) => [state, rev])).toEqual(
      after.documents.map(() => ['same', 0]),
    )
    expect(after.documents.map(({ key }) => key).slice(0, 5)).toEqual([
      'profile',
      'objects',
      'programmes',
      'catalogue',
      'fees',
    ])
    expect(after.documents.find(({ key }) => key === 'form:visit')?.title).toBe('表 visit')
  })

  it('reads in another process what this one published', async () => {
    await first()
    const cold = await cities.coldStore()
    const row = await liveOrRefuse(cold, today)
    expect(await documentOf(cold, row, 'form:visit')).toEqual(form('visit'))
  })

  it('belongs to one city alone, documents too', async () => {
    const { documents } = await first()
    const other = await cities.store('349901')
    expect(await live(other, today)).toBeUndefined()
    expect(await documentOf(other, { documents }, 'toString')).toBeUndefined()
    await expect(documentOf(other, { documents }, 'fees')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is refused for a configuration of another city', async () => {
    const other = await cities.store('349901')
    await adopt(other, { pack: pack() }, cities.means)
    const report = await checkDraft(other)
    expect(report.findings[0]).toMatchObject({ code: 'wrong-city', document: 'profile', pointer: '/city' })
    await expect(publish(other, { note: 'x', rev: report.rev }, cities.means)).rejects.toMatchObject({
      code: 'check-failed',
    })
  })
})

describe('the next release', () => {
  beforeEach(async () => void (await first()))

  it('keeps the old one and its documents for ever', async () => {
    await save('form:visit', form('visit', [field('name', '姓名'), field('alone', '是否独居')]))
    const second = await publishNow()
    expect(second.n).toBe(2)
    const store = await cities.store()
    const [old, now] = [await release(store, 1), await liveOrRefuse(store, today)]
    expect(await documentOf(store, old ?? { documents: {} }, 'form:visit')).toEqual(form('visit'))
    expect(now.n).toBe(2)
    expect(old?.documents['fees']).toBe(now.documents['fees'])
    expect((await compare(store, 1, 2)).changes.map(({ words }) => words)).toEqual([
      '表 visit：新增问题“是否独居”',
    ])
    const list = await releases(store, { today, limit: 10 })
    expect(list.items.map(({ n, state }) => [n, state])).toEqual([
      [2, 'live'],
      [1, 'past'],
    ])
  })

  it('is refused where nothing changed, in words', async () => {
    await expect(publishNow()).rejects.toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('没有需要发布'),
    })
    await save('form:visit', form('visit', []))
    await save('form:visit', form('visit'))
    await expect(publishNow()).rejects.toMatchObject({ code: 'conflict' })
  })

  it('names every finding and every failed sample, and writes nothing', async () => {
    const sample = { title: '空表', answers: {}, today: '2026-01-01', expect: { errors: ['nothing'] } }
    await save('form:visit', form('visit', undefined, { samples: [sample] }))
    await save('fees', {
      schema: 1,
      title: '收费',
      demo: true,
      rows: [{ id: 'x', item: 'no', unit: '次', amount: 1.5 }],
    })
    const refused = await publishNow().then(
      () => undefined,
      (error) => error,
    )
    expect(refused).toMatchObject({ code: 'check-failed' })
    const paths = refused.errors.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['form:visit/samples/0', 'fees/rows/0/amount', 'fees/rows/0/from']),
    )
    for (const { message } of refused.errors) expect(message).toMatch(/\p{Script=Han}.*。$/u)
    expect(await release(await cities.store(), 2)).toBeUndefined()
  })

  it('waits for its day, which nobody has to notice', async () => {
    await save('form:visit', form('visit', [field('later', '以后')]))
    const scheduled = await publishNow({ effectiveFrom: '2026-12-01' })
    expect(scheduled).toMatchObject({ n: 2, state: 'scheduled' })
    const store = await cities.store()
    expect((await liveOrRefuse(store, '2026-11-30')).n).toBe(1)
    expect((await liveOrRefuse(store, '2026-12-01')).n).toBe(2)
    expect((await draft(store)).base).toBe(2)
    // What is built on it cannot overtake it.
    await save('form:visit', form('visit', [field('sooner', '马上')]))
    await expect(publishNow()).rejects.toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('2026-12-01'),
    })
    cities.travel('2026-12-01T01:00:00Z')
    expect(await publishNow()).toMatchObject({ n: 3, state: 'live' })
    expect((await releaseOn(store, '2026-11-25', '2026-12-01')).n).toBe(1)
    await expect(releaseOn(store, '2026-11-22', '2026-12-01')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('that was put off never counts as used', async () => {
    await save('form:visit', form('visit', [field('later', '以后')]))
    await publishNow({ effectiveFrom: '2026-12-01' })
    await save('form:visit', form('visit', [field('latest', '更晚')]))
    await publishNow({ effectiveFrom: '2026-12-15' })
    const store = await cities.store()
    expect((await liveOrRefuse(store, '2026-12-05')).n).toBe(1)
    cities.travel('2026-12-20T01:00:00Z')
    expect((await releaseOn(store, '2026-12-05', '2026-12-20')).n).toBe(1)
    expect((await releaseOn(store, '2026-12-16', '2026-12-20')).n).toBe(3)
  })

  it('never takes effect in the past', async () => {
    await save('form:visit', form('visit', []))
    await expect(publishNow({ effectiveFrom: '2026-11-22' })).rejects.toMatchObject({
      code: 'invalid',
      errors: [expect.objectContaining({ path: 'effectiveFrom' })],
    })
  })
})

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

describe('costs', () => {
  it('publishes one changed 20 KB form of fifteen documents for at most 24 write units, its saving included', async () => {
    await first()
    const big = bigForm('visit')
    expect(Buffer.byteLength(JSON.stringify(big))).toBeGreaterThan(20_000)
    const saving = await cities.store()
    const saved = await saveDraft(saving, {
      key: 'form:visit',
      document: big,
      rev: 0,
      reach,
      clock: cities.clock,
    })
    const publishing = await cities.store()
    await publish(publishing, { note: '换表', rev: saved.rev }, cities.means)
    expect(publishing.cost.wcu).toBeLessThanOrEqual(18)
    expect(saving.cost.wcu + publishing.cost.wcu).toBeLessThanOrEqual(24)
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
