import { beforeEach, describe, expect, it } from 'vitest'
import type { DraftReach } from '../../../functions/configuration/index.ts'
import { form } from './fixture.ts'
import { all, documents, dz, fees, gc, opened, remove, save, startPublished, state } from './published.ts'

beforeEach(startPublished)

const county: DraftReach = { kind: 'divisions', divisions: ['341702'] }

describe('a county’s administrator', () => {
  it('adds, changes and removes rows of the own county and of its townships', async () => {
    const township = { ...gc, id: 'bath-gc-1', division: '341702-01', amount: 90 }
    const { rev } = await save('fees', fees(all, { ...gc, amount: 120 }, dz, township), opened, county)
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
    ['the order of the others’ rows', () => fees(dz, gc, all)],
    ['a code in a longer text', () => fees(all, gc, dz, { ...gc, id: 'n', division: ['341702'] })],
    ['no rows at all', () => ({ schema: 1, title: '演示收费标准', demo: true })],
    ['rows that are none', () => ({ ...fees(all, gc, dz), rows: {} })],
    ['a further member', () => ({ ...fees(all, gc, dz), note: '县里加的' })],
    ['a further member of another’s row', () => fees(all, gc, { ...dz, memo: 1 })],
    ['a list in place of the document', () => [{ schema: 1, title: '演示收费标准', demo: true }, [all, dz]]],
    [
      'a shape that cannot be compared',
      () => ({ ...fees(all, gc, dz), rows: [all, { ...dz, amount: 0.5 }] }),
    ],
  ])('may not touch %s', async (_what, document) => {
    await expect(save('fees', document(), opened, county)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await state('fees')).toBe('same')
  })

  it('may touch no other document, delete none, and nothing at all without a county', async () => {
    await expect(save('form:visit', form('visit', []), opened, county)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(save('form:new', form('new', []), 0, county)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(remove('fees', opened, county)).rejects.toMatchObject({ code: 'forbidden' })
    const nowhere: DraftReach = { kind: 'divisions', divisions: [] }
    await expect(save('fees', fees(all, { ...gc, amount: 1 }, dz), opened, nowhere)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('is not locked out by what somebody else wrote wrong, and does not get it mended either', async () => {
    const wrong = { ...fees({ ...all, memo: '手误' }, gc, { ...dz, amount: 0.5 }), memo: {} }
    const { rev } = await save('fees', wrong, opened)
    const own = { ...wrong, rows: [wrong.rows[0], { ...gc, amount: 120 }, wrong.rows[2]] }
    const { findings } = await save('fees', own, rev, county)
    expect(findings.map(({ pointer }) => pointer)).toContain('/rows/0/memo')
    await expect(save('fees', fees(all, gc, dz), rev + 1, county)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('keeps its rows where the city has spoilt the division tree', async () => {
    const profile = documents()['profile'] as { divisions: { code: string }[] }
    await save(
      'profile',
      { ...profile, divisions: [...profile.divisions, { code: 5 }, 'x'], memo: 1 },
      opened,
    )
    const township = { ...gc, id: 'bath-gc-1', division: '341702-01' }
    await save('fees', fees(all, gc, dz, township), opened, county)
  })

  it('is judged against the draft as it stands, not as it was released', async () => {
    const { rev } = await save('fees', fees({ ...all, amount: 500 }, gc, dz), opened)
    await expect(save('fees', fees(all, { ...gc, amount: 1 }, dz), rev, county)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await save('fees', fees({ ...all, amount: 500 }, { ...gc, amount: 1 }, dz), rev, county)
  })
})

describe('what a county offers', () => {
  const on = { item: 'home-care', division: '341702', active: true, from: '2027-01-01' }
  const others = { ...on, division: '341721' }
  const catalogue = (...activations: object[]) => ({ ...(documents()['catalogue'] as object), activations })

  it('is switched on and off by its administrator, also where nobody said anything yet', async () => {
    const { rev } = await save('catalogue', catalogue(on, { ...on, division: '341702-01' }), opened, county)
    const next = await save('catalogue', catalogue({ ...on, active: false }), rev, county)
    await save('catalogue', documents()['catalogue'], next.rev, county)
  })

  it.each([
    ['another county’s', () => catalogue(on, { ...others, active: false })],
    ['another county’s, taken away', () => catalogue(on)],
    ['all of them, taken away', () => documents()['catalogue']],
    ['the city’s', () => catalogue(others, { ...on, division: '341700' })],
    ['a forged division', () => catalogue(others, { ...on, division: '341702-zz' })],
    ['no division', () => catalogue(others, { ...on, division: undefined })],
    [
      'an item of the catalogue',
      () => {
        const whole = catalogue(others) as unknown as { items: object[] }
        return {
          ...whole,
          items: whole.items.map((item, i) => (i === 0 ? { ...item, status: 'retired' } : item)),
        }
      },
    ],
    ['the lock', () => ({ ...catalogue(others), locked: { by: '贵池区' } })],
  ])('may not touch %s', async (_what, document) => {
    const { rev } = await save('catalogue', catalogue(others), opened)
    await expect(save('catalogue', document(), rev, county)).rejects.toMatchObject({ code: 'forbidden' })
    await save('catalogue', catalogue(others, on), rev, county)
  })
})
