import { beforeEach, describe, expect, it } from 'vitest'
import type { DraftReach } from '../../../functions/configuration/index.ts'
import {
  adopt,
  deleteDraft,
  draft,
  draftDocument,
  liveOrRefuse,
  publish,
  release,
  saveDraft,
} from '../../../functions/configuration/index.ts'
import { keys } from '../../../functions/store/index.ts'
import { type Cities, configuration, field, form, startCities } from './fixture.ts'

const city: DraftReach = { kind: 'city' }
const today = '2026-11-23'
let cities: Cities

beforeEach(async () => {
  cities = await startCities()
  const store = await cities.store()
  const pack = { key: 'test', city: '341700', title: '', summary: '', documents: documents() }
  await adopt(store, { pack }, cities.means)
  await publish(store, { note: '第一版', rev: 1 }, cities.means)
  return () => cities.stop()
})

const gc = {
  id: 'bath-gc',
  item: 'home-care',
  unit: '次',
  amount: 100,
  division: '341702',
  from: '2026-01-01',
}
const dz = { ...gc, id: 'bath-dz', division: '341721' }
const all = { ...gc, id: 'bath', division: undefined }
const fees = (...rows: object[]) => ({ schema: 1, title: '演示收费标准', demo: true, rows })
const documents = () => {
  const documents = configuration()
  const catalogue = documents['catalogue'] as { items: { key: string; unit: string | null }[] }
  const [item] = catalogue.items
  if (item) Object.assign(item, { unit: '次' })
  for (const row of [gc, dz, all]) row.item = item?.key ?? ''
  return { ...documents, fees: fees(all, gc, dz) }
}

const save = async (key: string, document: unknown, rev: number, reach: DraftReach = city) =>
  saveDraft(await cities.store(), { key, document, rev, reach, clock: cities.clock })
const remove = async (key: string, rev: number, reach: DraftReach = city) =>
  deleteDraft(await cities.store(), { key, rev, reach, clock: cities.clock })
const state = async (key: string) =>
  (await draft(await cities.store())).documents.find((one) => one.key === key)?.state

describe('saving', () => {
  it('keeps a document that is wrong, and says what is wrong with it', async () => {
    const saved = await save('fees', { schema: 1, title: '', rows: 'none' }, 0)
    expect(saved.findings.map(({ level, pointer }) => [level, pointer])).toEqual(
      expect.arrayContaining([
        ['error', '/title'],
        ['error', '/demo'],
        ['error', '/rows'],
      ]),
    )
    expect(await draftDocument(await cities.store(), 'fees')).toEqual(saved)
    expect((await liveOrRefuse(await cities.store(), today)).n).toBe(1)
  })

  it('names a revision for each document alone', async () => {
    const first = await save('form:visit', form('visit', [field('a', '甲')]), 0)
    const other = await save('form:needs', form('needs', [field('a', '甲')]), 0)
    const second = await save('form:visit', form('visit', [field('b', '乙')]), first.rev)
    expect(new Set([first.rev, other.rev, second.rev]).size).toBe(3)
    await expect(save('form:visit', form('visit'), first.rev)).rejects.toMatchObject({
      code: 'stale',
      rev: second.rev,
    })
    expect((await draftDocument(await cities.store(), 'form:visit')).document).toEqual(
      form('visit', [field('b', '乙')]),
    )
  })

  it('of two who saw the same lets one win and tells the other', async () => {
    const ask = [1, 2, 3, 4, 5].map((i) => save('form:visit', form('visit', [field(`q${i}`, '问')]), 0))
    const done = await Promise.allSettled(ask)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const lost of done) {
      if (lost.status === 'rejected')
        expect(lost.reason).toMatchObject({ code: 'stale', rev: expect.any(Number) })
    }
  })

  it('lets different documents be saved at once, and loses none', async () => {
    const names = ['visit', 'needs', 'intake', 'decision', 'self-care']
    await Promise.all(names.map((name) => save(`form:${name}`, form(name, [field('new', '新')]), 0)))
    for (const name of names) expect(await state(`form:${name}`)).toBe('changed')
  })

  it('answers a repeated save of the same text by the same person', async () => {
    const once = await save('form:visit', form('visit', [field('a', '甲')]), 0)
    const again = await save('form:visit', form('visit', [field('a', '甲')]), 0)
    expect(again.sha).toBe(once.sha)
  })

  it('is the released document again once the text is', async () => {
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), 0)
    const back = await save('form:visit', form('visit'), rev)
    expect(await state('form:visit')).toBe('same')
    expect(back.rev).toBeGreaterThan(rev)
  })

  it.each([
    'profil',
    'form:',
    'form:Visit',
    'form:../x',
    '__proto__',
    'constructor',
    'toString',
    '',
    'form:a/b',
  ])('refuses the key %j', async (key) => {
    await expect(save(key, {}, 0)).rejects.toMatchObject({ code: 'invalid' })
    await expect(remove(key, 0)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('refuses what is too large or no JSON, and writes nothing', async () => {
    await expect(save('form:visit', { text: '长'.repeat(400_000) }, 0)).rejects.toMatchObject({
      code: 'too-large',
    })
    await expect(save('form:visit', { n: Number.NaN }, 0)).rejects.toMatchObject({ code: 'invalid' })
    expect((await draft(await cities.store())).rev).toBe(2)
  })

  it('stops an editor who opened a document before it was published', async () => {
    const opened = await draftDocument(await cities.store(), 'form:visit')
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), opened.rev)
    await publish(await cities.store(), { note: '第二版', rev }, cities.means)
    await expect(save('form:visit', form('visit', []), opened.rev)).rejects.toMatchObject({
      code: 'stale',
      rev,
    })
    await save('form:visit', form('visit', []), rev)
  })
})

describe('taking out', () => {
  it('takes back what was done first, and the document itself only then', async () => {
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), 0)
    const back = await remove('form:visit', rev)
    expect(await state('form:visit')).toBe('same')
    // The same request again must not go one step further.
    await expect(remove('form:visit', rev)).rejects.toMatchObject({ code: 'stale', rev: back.rev })
    const gone = await remove('form:visit', back.rev)
    expect(await state('form:visit')).toBe('removed')
    await expect(draftDocument(await cities.store(), 'form:visit')).rejects.toMatchObject({
      code: 'not-found',
    })
    await remove('form:visit', gone.rev)
    expect(await state('form:visit')).toBe('same')
  })

  it('forgets a document that was only a draft', async () => {
    const { rev } = await save('form:extra', form('extra'), 0)
    expect(await state('form:extra')).toBe('added')
    await remove('form:extra', rev)
    expect(await state('form:extra')).toBeUndefined()
    await expect(remove('form:extra', rev)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a county’s administrator', () => {
  const county: DraftReach = { kind: 'divisions', divisions: ['341702'] }

  it('adds, changes and removes rows of the own county and of its townships', async () => {
    const township = { ...gc, id: 'bath-gc-1', division: '341702-01', amount: 90 }
    const { rev } = await save('fees', fees(all, { ...gc, amount: 120 }, dz, township), 0, county)
    await save('fees', fees(all, dz), rev, county)
  })

  it.each([
    ['a row of another county', () => fees(all, gc, { ...dz, amount: 1 })],
    ['a row of the whole city', () => fees({ ...all, amount: 1 }, gc, dz)],
    ['another county’s row, taken away', () => fees(all, gc)],
    ['a new row without a county', () => fees(all, gc, dz, { ...gc, id: 'n', division: undefined })],
    ['a new row of another county', () => fees(all, gc, dz, { ...dz, id: 'n' })],
    ['a row moved out of another county', () => fees(all, gc, { ...dz, division: '341702' })],
    ['a row given to another county', () => fees(all, { ...gc, division: '341721' }, dz)],
    [
      'a code that only looks like the own',
      () => fees(all, gc, dz, { ...gc, id: 'n', division: '341702-zz' }),
    ],
    ['the demo mark', () => ({ ...fees(all, gc, dz), demo: false })],
    [
      'a shape that cannot be compared',
      () => ({ ...fees(all, gc, dz), rows: [all, { ...dz, amount: 0.5 }] }),
    ],
  ])('may not touch %s', async (_what, document) => {
    await expect(save('fees', document(), 0, county)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await state('fees')).toBe('same')
  })

  it('may touch no other document, delete none, and nothing at all without a county', async () => {
    await expect(save('form:visit', form('visit', []), 0, county)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(save('form:new', form('new', []), 0, county)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(remove('fees', 0, county)).rejects.toMatchObject({ code: 'forbidden' })
    const nowhere: DraftReach = { kind: 'divisions', divisions: [] }
    await expect(save('fees', fees(all, { ...gc, amount: 1 }, dz), 0, nowhere)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('is judged against the draft as it stands, not as it was released', async () => {
    const { rev } = await save('fees', fees({ ...all, amount: 500 }, gc, dz), 0)
    await expect(save('fees', fees(all, { ...gc, amount: 1 }, dz), rev, county)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await save('fees', fees({ ...all, amount: 500 }, { ...gc, amount: 1 }, dz), rev, county)
  })
})

describe('adopting', () => {
  const pack = (more: Record<string, unknown>) => ({
    key: 'test',
    city: '341700',
    title: '',
    summary: '',
    documents: { ...documents(), ...more },
  })

  it('refuses to write over work in progress unless it was looked at', async () => {
    const { rev } = await save('form:visit', form('visit', [field('mine', '我的')]), 0)
    const store = await cities.store()
    const other = pack({ 'form:needs': form('needs', []) })
    await expect(adopt(store, { pack: other }, cities.means)).rejects.toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('form:visit'),
    })
    await expect(adopt(store, { pack: other, rev: rev - 1 }, cities.means)).rejects.toMatchObject({
      code: 'stale',
      rev,
    })
    await adopt(store, { pack: other, rev }, cities.means)
    expect(await state('form:visit')).toBe('same')
    expect(await state('form:needs')).toBe('changed')
  })

  it('does nothing where nothing differs', async () => {
    const before = await draft(await cities.store())
    expect(await adopt(await cities.store(), { pack: pack({}) }, cities.means)).toEqual(before)
  })
})

describe('publishing at once', () => {
  it('lets exactly one of many win and leaves no half release', async () => {
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), 0)
    const tries = [1, 2, 3, 4, 5, 6].map(async (i) =>
      publish(await cities.store(), { note: `第 ${i} 人`, rev }, cities.means),
    )
    const done = await Promise.allSettled(tries)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const lost of done) {
      if (lost.status === 'rejected') expect(['stale', 'conflict']).toContain(lost.reason.code)
    }
    const store = await cities.store()
    expect((await liveOrRefuse(store, today)).n).toBe(2)
    expect(await release(store, 3)).toBeUndefined()
    const audit = await store.list('AUDIT#202611')
    expect(audit.items.map((row) => (row as { action?: string }).action)).toEqual([
      'draft.adopt',
      'release.publish',
      'release.publish',
    ])
  })

  it('gives a repeated request the first answer, and another one under its key none', async () => {
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), 0)
    const ask = async (note: string, key = 'request-1') =>
      publish(await cities.store(), { note, rev }, cities.means, key)
    const [one, two] = await Promise.all([ask('改表'), ask('改表')])
    expect(two).toEqual(one)
    await save('form:visit', form('visit', [field('b', '乙')]), rev)
    expect(await ask('改表')).toEqual(one)
    await expect(ask('别的')).rejects.toMatchObject({ code: 'key-reused' })
    await expect(ask('改表', 'request-2')).rejects.toMatchObject({ code: 'stale' })
    expect(await release(await cities.store(), 3)).toBeUndefined()
    cities.travel('2027-02-01T00:00:00Z')
    await expect(ask('改表')).rejects.toMatchObject({ code: 'stale' })
  })

  it('sees a save that slips in between, and publishes nothing that was not looked at', async () => {
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), 0)
    await save('form:needs', form('needs', [field('b', '乙')]), 0)
    await expect(publish(await cities.store(), { note: 'x', rev }, cities.means)).rejects.toMatchObject({
      code: 'stale',
      rev: rev + 1,
    })
  })

  it('refuses a forged revision', async () => {
    for (const rev of [0, 1, 99]) {
      await expect(publish(await cities.store(), { note: 'x', rev }, cities.means)).rejects.toMatchObject({
        code: 'stale',
      })
    }
  })

  it('shows nothing of a publication that died between its texts and its transaction', async () => {
    const { rev, sha } = await save('form:visit', form('visit', [field('a', '甲')]), 0)
    const store = await cities.store()
    const write = store.write.bind(store)
    store.write = async (writes) => {
      if (writes.length > 1) throw new Error('the machine stopped here')
      return write(writes)
    }
    await expect(publish(store, { note: 'x', rev }, cities.means)).rejects.toThrow('the machine stopped here')
    const after = await cities.store()
    expect((await liveOrRefuse(after, today)).n).toBe(1)
    expect(await release(after, 2)).toBeUndefined()
    expect(await draft(after)).toMatchObject({ rev, base: 1 })
    expect(await state('form:visit')).toBe('changed')
    // The text stands by its hash and harms nobody; the same publication simply goes through the next time.
    expect(await after.blobs.get(sha)).toBeDefined()
    expect((await publish(after, { note: 'x', rev }, cities.means)).n).toBe(2)
  })

  it('keeps published texts past the time that drafts are kept', async () => {
    const { rev, sha } = await save('form:visit', form('visit', [field('a', '甲')]), 0)
    const only = await save('form:extra', form('extra', [field('only', '仅草稿')]), 0)
    await remove('form:extra', only.rev)
    await publish(await cities.store(), { note: 'x', rev: rev + 2 }, cities.means)
    cities.travel('2028-01-01T00:00:00Z')
    const cold = await cities.coldStore()
    expect(await cold.blobs.get(sha)).toBeDefined()
    expect(await cold.get(keys.blobKey(only.sha))).toBeUndefined()
  })
})
