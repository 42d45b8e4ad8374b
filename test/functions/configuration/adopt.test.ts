import { beforeEach, describe, expect, it } from 'vitest'
import { adopt, draft } from '../../../functions/configuration/index.ts'
import { field, form } from './fixture.ts'
import { cities, documents, opened, save, startPublished, state } from './published.ts'

beforeEach(startPublished)

describe('adopting', () => {
  const pack = (more: Record<string, unknown>) => ({
    key: 'test',
    city: '341700',
    title: '',
    summary: '',
    documents: { ...documents(), ...more },
  })

  it('refuses to write over work in progress unless it was looked at', async () => {
    const { rev } = await save('form:visit', form('visit', [field('mine', '我的')]), opened)
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
