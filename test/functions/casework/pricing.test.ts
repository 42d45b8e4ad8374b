import { expect, test } from 'vitest'
import type { Recommended } from '../../../forms/engine/index.ts'
import { priced } from '../../../functions/casework/pricing.ts'
import { catalogue, fees, row } from '../../forms/fees/example.ts'

const documents = { catalogue, fees: fees(row('a', 6000)), release: 1 }
const bath = (more: Partial<Recommended> = {}): Recommended => ({
  item: 'bath',
  because: '不能自理',
  trace: [],
  ...more,
})
const at = { on: '2026-03-10', path: ['341702', '341702001'] as never, objectClass: undefined }
const lines = (...advised: readonly Recommended[]) => priced(documents, advised, [], at).quote

test('a line keeps the time in which its quantity is meant, and the total counts one of each', () => {
  const quote = lines(
    bath({ quantity: 4, per: 'month' }),
    bath({ quantity: 2 }),
    bath({ quantity: 1, per: 'week' }),
  )
  expect(quote.lines.map(({ per, quantity, amount }) => [per, quantity, amount])).toEqual([
    ['month', 4, 24_000],
    [undefined, 2, 12_000],
    ['week', 1, 6_000],
  ])
  expect(quote.total).toBe(42_000)
  expect(Object.hasOwn(quote.lines[1] ?? {}, 'per')).toBe(false)
})

test('a quantity that nobody can charge refuses the submission, whatever its time', () => {
  for (const quantity of [0.001, 1_000_000])
    expect(() => lines(bath({ quantity, per: 'month' }))).toThrow('建议数量算得不对')
})
