import { describe, expect, test } from 'vitest'
import { type Activation, type Catalogue, offerOf } from '#forms/catalogue'
import { offerFrom, plansOf } from '../../../../web/studio/catalogue/offering.ts'
import { fc } from '../../../chance.ts'

const place = { item: 'bath', division: '341702' }
const other: Activation = { item: 'bath', division: '341721', active: false, from: '2026-01-01' }
const off = (from: string, to?: string): Activation => ({ ...place, active: false, from, ...(to && { to }) })
const on = (from: string, to?: string): Activation => ({ ...place, active: true, from, ...(to && { to }) })

const catalogueWith = (activations: readonly Activation[]) =>
  ({ items: [{ key: 'bath', status: 'active' }], activations }) as unknown as Catalogue
const offered = (activations: readonly Activation[], day: string, code = '341702') =>
  offerOf(catalogueWith(activations), 'bath', day, [code]).offered

describe('what a county offers from a day on', () => {
  test('begins with the first word about it, and leaves the others alone', () =>
    expect(offerFrom([other], off('2027-03-01'), true)).toEqual([other, off('2027-03-01')]))

  test('ends what held before the day before', () =>
    expect(offerFrom([off('2027-01-01')], on('2027-03-01'), true)).toEqual([
      off('2027-01-01', '2027-02-28'),
      on('2027-03-01'),
    ]))

  test('is taken back without a trace on the same day', () => {
    const once = offerFrom([other], off('2027-03-01'), true)
    expect(offerFrom(once, on('2027-03-01'), true)).toEqual([other])
    const twice = offerFrom([off('2027-01-01')], on('2027-03-01'), true)
    expect(offerFrom(twice, off('2027-03-01'), true)).toEqual([off('2027-01-01')])
  })

  test('keeps what is planned for later', () => {
    const planned = [on('2027-06-01')]
    expect(offerFrom(planned, off('2027-03-01'), true)).toEqual([
      on('2027-06-01'),
      off('2027-03-01', '2027-05-31'),
    ])
  })

  test('says it where the place above says otherwise', () =>
    expect(offerFrom([], on('2027-03-01'), false)).toEqual([on('2027-03-01')]))

  test('is told in the order of time, without what is over', () => {
    const all = [on('2027-06-01'), off('2027-03-01', '2027-05-31'), off('2026-01-01', '2026-02-01'), other]
    expect(plansOf(all, place, '2027-04-01')).toEqual([all[1], all[0]])
  })

  const day = fc
    .integer({ min: 0, max: 40 })
    .map((n) => new Date(Date.UTC(2027, 0, 20 + n)).toISOString().slice(0, 10))
  test('whatever was wished, each day has one word, the wish holds, and other days and places do not change', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.boolean()), { minLength: 1, maxLength: 8 }), (wishes) => {
        let said: readonly Activation[] = [other]
        for (const [from, active] of wishes) {
          const before = said
          said = offerFrom(before, { ...place, from, active }, true)
          expect(offered(said, from)).toBe(active)
          const eve = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10)
          expect(offered(said, eve)).toBe(offered(before, eve))
          expect(said).toContainEqual(other)
          const own = said.filter(({ division }) => division === place.division)
          for (const one of own) {
            if (one.to !== undefined) expect(one.from <= one.to).toBe(true)
            const meet = own.filter((two) => two.from <= (one.to ?? '9999') && one.from <= (two.to ?? '9999'))
            expect(meet).toEqual([one])
          }
        }
      }),
    )
  })
})
