import { describe, expect, test } from 'vitest'
import type { Item } from '#forms/catalogue'
import type { FeeRow } from '#forms/fees'
import { priceNow } from '../../../../web/studio/catalogue/price.ts'

const item = { key: 'care' } as Item
const row = (more: Partial<FeeRow>): FeeRow => ({
  id: 'r',
  item: 'care',
  unit: '小时',
  amount: null,
  from: '2020-01-01',
  ...more,
})
const now = (...rows: FeeRow[]) => priceNow({ schema: 1, title: '收费', demo: false, rows }, item)
const tiers = {
  method: 'slice' as const,
  steps: [
    { upTo: 10, amount: 200 },
    { upTo: null, amount: 1200 },
  ],
}

describe('what the list of items says an item costs today', () => {
  test.each([
    [[row({ amount: 6000 })], '60.00 元/小时'],
    [[row({ amount: 6000, level: 'half' }), row({ amount: 9000, level: 'full' })], '60.00 ～ 90.00 元/小时'],
    [[row({ tiers })], '分档 2.00 ～ 12.00 元/小时'],
    [
      [row({ formula: { base: { label: '最低工资', amount: 172000 }, percent: 0.3 }, unit: '月' })],
      '按比例 516.00 元/月',
    ],
    [[row({ tiers }), row({ amount: 50000, unit: '月' })], '分档 2.00 ～ 12.00 元/小时；500.00 元/月'],
    [[row({})], undefined],
    [[row({ formula: { base: { label: '最低工资', amount: null }, percent: 0.3 } })], undefined],
    [[row({ amount: 6000, item: 'bath' })], undefined],
    [[row({ amount: 6000, to: '2020-12-31' })], undefined],
    [[row({ amount: 6000, from: '2999-01-01' })], undefined],
  ])('%#', (rows, words) => expect(now(...rows)).toBe(words))

  test('a draft with a sum that no price can be does not take the table down', () =>
    expect(
      now(row({ formula: { base: { label: '最低工资', amount: 1e300 }, percent: 1 } }), row({ amount: 100 })),
    ).toBe('1.00 元/小时'))
})
