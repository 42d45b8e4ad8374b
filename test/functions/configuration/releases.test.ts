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
  publish,
  release,
  releaseOn,
  releases,
  restore,
} from '../../../functions/configuration/index.ts'
import { cities, first, pack, publishNow, put, save, startEmpty, today } from './city.ts'
import { field, form } from './fixture.ts'

beforeEach(startEmpty)

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
    expect(Object.keys(row.documents)).toEqual(drafted.documents.map(({ key }) => key).toSorted())
    expect(await documentOf(store, row, 'form:visit')).toEqual(form('visit'))
    const after = await draft(store)
    expect(after.base).toBe(1)
    expect(after.documents.map(({ state, rev }) => [state, rev])).toEqual(
      after.documents.map(() => ['same', drafted.rev]),
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

  it('that waits for its day may come earlier after all, as nothing is used until then', async () => {
    await put()
    await publishNow({ effectiveFrom: '2026-12-15' })
    const store = await cities.store()
    await save('form:visit', form('visit', [field('sooner', '马上')]))
    expect(await publishNow({ effectiveFrom: '2026-12-01' })).toMatchObject({ n: 2, state: 'scheduled' })
    expect(await restore(store, { n: 2 }, cities.means)).toMatchObject({ n: 3, state: 'live' })
    expect((await liveOrRefuse(store, '2026-12-31')).n).toBe(3)
    // What is used now may not be overtaken by what was planned.
    await save('form:visit', form('visit', [field('later', '以后')]))
    await publishNow({ effectiveFrom: '2026-12-15' })
    await save('form:visit', form('visit', [field('again', '又改')]))
    await expect(publishNow({ effectiveFrom: '2026-12-14' })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is not written over by somebody who saw that there was no document yet', async () => {
    const before = await draft(await cities.store())
    expect(before.documents).toEqual([])
    await first()
    const mine = form('visit', [field('mine', '我的')])
    await expect(save('form:visit', mine, 0)).rejects.toMatchObject({ code: 'stale', rev: 1 })
    const store = await cities.store()
    expect((await draft(store)).documents.every(({ state }) => state === 'same')).toBe(true)
    expect((await draftDocument(store, 'form:visit')).document).toEqual(form('visit'))
    // What really is not there may be begun still, and whoever looked may change what is.
    await save('form:extra', form('extra'), 0)
    await save('form:visit', mine, 1)
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
    // As somebody would who edits the source by hand: adopting writes the city's own code.
    await adopt(other, { pack: { ...pack(), city: '349901' } }, cities.means)
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
