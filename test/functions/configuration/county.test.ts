import { beforeEach, describe, expect, it } from 'vitest'
import type { DraftReach } from '../../../functions/configuration/index.ts'
import { form } from './fixture.ts'
import { all, dz, fees, gc, remove, save, startPublished, state } from './published.ts'

beforeEach(startPublished)

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
