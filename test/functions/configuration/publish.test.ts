import { beforeEach, describe, expect, it } from 'vitest'
import { draft, liveOrRefuse, publish, release } from '../../../functions/configuration/index.ts'
import { keys } from '../../../functions/store/index.ts'
import { field, form } from './fixture.ts'
import { cities, opened, remove, save, startPublished, state, today } from './published.ts'

beforeEach(startPublished)

describe('publishing at once', () => {
  it('lets exactly one of many win and leaves no half release', async () => {
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), opened)
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
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), opened)
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
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), opened)
    await save('form:needs', form('needs', [field('b', '乙')]), opened)
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
    const { rev, sha } = await save('form:visit', form('visit', [field('a', '甲')]), opened)
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
    const { rev, sha } = await save('form:visit', form('visit', [field('a', '甲')]), opened)
    const only = await save('form:extra', form('extra', [field('only', '仅草稿')]), 0)
    await remove('form:extra', only.rev)
    await publish(await cities.store(), { note: 'x', rev: rev + 2 }, cities.means)
    cities.travel('2028-01-01T00:00:00Z')
    const cold = await cities.coldStore()
    expect(await cold.blobs.get(sha)).toBeDefined()
    expect(await cold.get(keys.blobKey(only.sha))).toBeUndefined()
  })
})
