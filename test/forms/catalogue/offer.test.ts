import { describe, expect, test } from 'vitest'
import { type Activation, type Catalogue, offerOf } from '../../../forms/catalogue/index.ts'
import { quote } from '../../../forms/fees/index.ts'
import { catalogue, fees, item, row } from '../fees/example.ts'

const said = (division: string, active: boolean, more: Partial<Activation> = {}): Activation => ({
  item: 'bath',
  division,
  active,
  from: '2026-01-01',
  ...more,
})
const having = (...activations: Activation[]): Catalogue => ({ ...catalogue, activations })
const bath = (one: Catalogue, path: readonly string[] = ['341702'], on = '2026-03-10') =>
  offerOf(one, 'bath', on, path)
const no = { offered: false, because: '本县（区）未启用' }

describe('offerOf', () => {
  test('what nobody says anything of is offered everywhere', () => {
    expect(bath(catalogue)).toEqual({ offered: true })
    expect(bath(having(said('341721', false)))).toEqual({ offered: true })
  })

  test('a county that has switched it off does not offer it, on the days it says', () => {
    const off = having(said('341702', false, { from: '2026-03-01', to: '2026-03-31' }))
    expect(bath(off, ['341702', '341702-01'])).toEqual(no)
    expect(bath(off, ['341702'], '2026-03-31')).toEqual(no)
    expect(bath(off, ['341702'], '2026-04-01')).toEqual({ offered: true })
    expect(bath(off, ['341702'], '2026-02-28')).toEqual({ offered: true })
    expect(bath(off, [])).toEqual({ offered: true })
  })

  test('the nearest division decides', () => {
    const both = having(said('341702-01', true), said('341702', false))
    expect(bath(both, ['341702', '341702-01'])).toEqual({ offered: true })
    expect(bath(both, ['341702', '341702-02'])).toEqual(no)
  })

  test('a proposed and a retired item are offered nowhere, whatever a county says', () => {
    for (const [status, because] of [
      ['proposed', '拟增事项，批准以前不能使用'],
      ['retired', '事项已停用'],
    ] as const) {
      const one = { ...having(said('341702', true)), items: [{ ...item('bath', '助浴', '次'), status }] }
      expect(bath(one)).toEqual({ offered: false, because })
    }
    expect(offerOf(catalogue, 'gone', '2026-01-01').offered).toBe(false)
  })

  test('what is not offered is not priced, and the quote says why', () => {
    const result = quote(fees(row('a', 6000)), having(said('341702', false)), {
      items: [
        { item: 'bath', quantity: 1 },
        { item: 'bath', quantity: 1, path: ['341721'] },
      ],
      on: '2026-03-10',
      path: ['341702', '341702-01'],
    })
    expect(result).toMatchObject({ total: 6000, unset: 1 })
    expect(result.lines[0]).toMatchObject({ amount: null, price: null, words: '助浴：本县（区）未启用' })
  })
})
