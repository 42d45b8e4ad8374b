import { beforeEach, describe, expect, it } from 'vitest'
import type { Catalogue, Item } from '#forms/catalogue'
import { checkDraft, deleteDraft, draft, publish, restore } from '../../../functions/configuration/index.ts'
import { cities, first, publishNow, put, reach, save, startEmpty } from './city.ts'
import { configuration } from './fixture.ts'

beforeEach(startEmpty)

const approval = { by: '省民政厅', number: '民函〔2026〕12号', on: '2026-03-01' }
const free = configuration()
const list = free['catalogue'] as Catalogue
const locked = {
  ...list,
  items: list.items.map((item) => ({ ...item, lock: 'optional' as const })),
  locked: { by: '省民政厅' },
}
/** An item of the city's own, which the office above has not. */
const { source: _, ...added } = { ...(list.items[0] as Item), key: 'own', name: '自定的', common: null }
const with_ = (item: object) => ({ ...locked, items: [...locked.items, { ...added, ...item }] })

const held = async () =>
  (await checkDraft(await cities.store())).findings
    .filter(({ level }) => level === 'error')
    .map(({ code }) => code)

describe('publishing over a locked catalogue', () => {
  it('S3-14 an item of the city’s own is shown by the check and refused, as a proposal or approved it is taken', async () => {
    await put({ ...free, catalogue: locked })
    await publishNow()
    await save('catalogue', with_({ lock: 'optional' }))
    expect(await held()).toEqual(['added-unapproved'])
    await expect(publishNow()).rejects.toMatchObject({
      code: 'check-failed',
      errors: [{ path: `catalogue/items/${locked.items.length}/status`, code: 'added-unapproved' }],
    })
    await save('catalogue', with_({ status: 'proposed' }))
    expect(await publishNow()).toMatchObject({ n: 2 })
    await save('catalogue', with_({ lock: 'optional' }))
    expect(await held()).toEqual(['activated-unapproved'])
    await save('catalogue', with_({ lock: 'optional', approval }))
    expect(await publishNow()).toMatchObject({ n: 3 })
  })

  it('a first release is free, and so is taking on a lock', async () => {
    await put({ ...free, catalogue: with_({ lock: 'optional' }) })
    expect(await publishNow()).toMatchObject({ n: 1 })
  })

  it('the lock is not taken away: by saving, by taking the file out, by restoring what was before it', async () => {
    await first()
    await save('catalogue', locked)
    await publishNow()
    await save('catalogue', list)
    expect(await held()).toEqual(['lock-lifted'])
    await save('catalogue', locked)
    const store = await cities.store()
    const { documents } = await draft(store)
    const rev = documents.find(({ key }) => key === 'catalogue')?.rev ?? 0
    await deleteDraft(store, { key: 'catalogue', rev, reach, clock: cities.clock })
    expect(await held()).toContain('document-missing')
    await expect(restore(store, { n: 1 }, cities.means)).rejects.toMatchObject({
      code: 'check-failed',
      errors: [{ path: 'catalogue/locked', code: 'lock-lifted' }],
    })
  })

  it('a lock that waits for its day holds the draft that builds on it, and can be called off', async () => {
    await first()
    await save('catalogue', locked)
    await publishNow({ effectiveFrom: '2026-12-01' })
    await save('catalogue', with_({ lock: 'optional' }))
    expect(await held()).toEqual(['added-unapproved'])
    const store = await cities.store()
    await expect(
      publish(store, { note: 'x', effectiveFrom: '2026-12-02' }, cities.means),
    ).rejects.toMatchObject({ code: 'check-failed' })
    expect(await restore(store, { n: 1 }, cities.means)).toMatchObject({ n: 3, state: 'live' })
  })
})
