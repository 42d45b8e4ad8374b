import { beforeEach, describe, expect, it } from 'vitest'
import { draft, draftDocument, liveOrRefuse, publish } from '../../../functions/configuration/index.ts'
import { field, form } from './fixture.ts'
import { cities, opened, remove, save, startPublished, state, today } from './published.ts'

beforeEach(startPublished)

describe('saving', () => {
  it('keeps a document that is wrong, and says what is wrong with it', async () => {
    const saved = await save('fees', { schema: 1, title: '', rows: 'none' }, opened)
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
    const first = await save('form:visit', form('visit', [field('a', '甲')]), opened)
    const other = await save('form:needs', form('needs', [field('a', '甲')]), opened)
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
    const ask = [1, 2, 3, 4, 5].map((i) => save('form:visit', form('visit', [field(`q${i}`, '问')]), opened))
    const done = await Promise.allSettled(ask)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const lost of done) {
      if (lost.status === 'rejected')
        expect(lost.reason).toMatchObject({ code: 'stale', rev: expect.any(Number) })
    }
  })

  it('lets different documents be saved at once, and loses none', async () => {
    const names = ['visit', 'needs', 'intake', 'decision', 'self-care']
    await Promise.all(names.map((name) => save(`form:${name}`, form(name, [field('new', '新')]), opened)))
    for (const name of names) expect(await state(`form:${name}`)).toBe('changed')
  })

  it('answers a repeated save of the same text by the same person', async () => {
    const once = await save('form:visit', form('visit', [field('a', '甲')]), opened)
    const again = await save('form:visit', form('visit', [field('a', '甲')]), opened)
    expect(again.sha).toBe(once.sha)
  })

  it('is the released document again once the text is', async () => {
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), opened)
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
    await expect(save('form:visit', { text: '长'.repeat(400_000) }, opened)).rejects.toMatchObject({
      code: 'too-large',
    })
    await expect(save('form:visit', { n: Number.NaN }, opened)).rejects.toMatchObject({ code: 'invalid' })
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
    const { rev } = await save('form:visit', form('visit', [field('a', '甲')]), opened)
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
