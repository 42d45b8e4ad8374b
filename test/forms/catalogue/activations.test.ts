import { describe, expect, test } from 'vitest'
import { changed, codes, entry } from './changed.ts'

const one = { item: 'bath', division: '341702', active: true, from: '2026-01-01' }
const having = (...activations: object[]) =>
  codes(
    changed({
      catalogue: (document) => {
        document['activations'] = activations
      },
    }),
  )

describe('what counties offer', () => {
  test('a priced item may be switched on and off, day after day', () => {
    expect(
      having(
        { ...one, active: false, to: '2026-02-28' },
        { ...one, from: '2026-03-01' },
        { ...one, division: '341721', active: false },
      ),
    ).toEqual([])
  })

  test.each([
    ['item', 'gone', 'item-unknown'],
    ['division', '110101', 'division-unknown'],
  ])('an unknown %s', (member, value, code) => {
    expect(having({ ...one, [member]: value })).toEqual([`catalogue/activations/0/${member} ${code}`])
  })

  test('two words for one day, also where one contains the other', () => {
    for (const second of [
      { ...one, from: '2026-05-31', to: '2026-12-31' },
      { ...one, active: false, from: '2026-02-01', to: '2026-02-02' },
    ])
      expect(having({ ...one, to: '2026-05-31' }, second)).toEqual([
        'catalogue/activations/1/from activation-overlap',
      ])
  })

  test('nothing that is paid for is switched on without a price (S2-13)', () => {
    const without = (rows: object[]) =>
      codes(
        changed({
          catalogue: (document) => {
            document['activations'] = [one]
          },
          fees: (document) => {
            const other = (document['rows'] as { item: string }[]).filter(({ item }) => item !== 'bath')
            document['rows'] = [...other, ...rows]
          },
        }),
      )
    const row = { id: 'b', item: 'bath', unit: '次', amount: 6000, from: '2026-01-01' }
    const unpriced = ['catalogue/activations/0/active activation-unpriced']
    expect(without([])).toEqual(unpriced)
    expect(without([{ ...row, amount: null }])).toEqual(unpriced)
    expect(without([{ ...row, division: '341721' }])).toEqual(unpriced)
    expect(without([{ ...row, from: '2025-01-01', to: '2025-12-31' }])).toEqual(unpriced)
    expect(without([row])).toEqual([])
    expect(without([{ ...row, division: '341702' }])).toEqual([])
    expect(without([{ ...row, division: '341702-01' }])).toEqual([])
    expect(
      without([{ ...row, amount: null, tiers: { method: 'each', steps: [{ upTo: null, amount: 1 }] } }]),
    ).toEqual([])
  })

  test('a county’s price holds in its townships', () => {
    const found = (division: string) =>
      codes(
        changed({
          catalogue: (document) => {
            document['activations'] = [{ ...one, division: '341702-01' }]
          },
          fees: (document) => {
            const rows = document['rows'] as { item: string }[]
            document['rows'] = rows.map((row) => (row.item === 'bath' ? { ...row, division } : row))
          },
        }),
      ).filter((code) => code.endsWith('activation-unpriced'))
    expect(found('341702')).toEqual([])
    expect(found('341721')).toHaveLength(1)
  })

  test('an obligatory item cannot be switched off', () => {
    const found = changed({
      catalogue: (document) => {
        document['activations'] = [{ ...one, active: false }]
        Object.assign(entry(document, 'items', 'bath'), { lock: 'required' })
      },
    })
    expect(codes(found)).toEqual(['catalogue/activations/0/active required-inactive'])
    expect(found.find(({ level }) => level === 'error')?.message).toContain('贵池区')
  })
})
