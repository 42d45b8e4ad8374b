import { describe, expect, test } from 'vitest'
import { changed, codes, entry } from './changed.ts'

/** What is found where one more row of 助浴 stands in the fees, of a level that no other row has. */
const adding = (row: object, level = 'error') =>
  codes(
    changed({
      fees: (document) => {
        document['rows'] = [
          { id: 'new', item: 'bath', unit: '次', amount: null, level: 'x', from: '2026-01-01', ...row },
          ...(document['rows'] as object[]),
        ]
      },
    }),
    level,
  )
const formula = { base: { label: '最低工资标准', amount: 172_000 }, percent: 0.3 }
const tiers = {
  method: 'slice',
  steps: [
    { upTo: 10, amount: 100 },
    { upTo: null, amount: 900 },
  ],
}

describe('rows of the fee standard', () => {
  test('money comes from a fund that there is', () => {
    const [fund] = ['welfare-lottery', 'no-such-fund']
    const funding = (name: string) => ({ funding: [{ fund: name, ratio: 1 }] })
    expect(adding(funding('no-such-fund'))).toEqual(['fees/rows/0/funding/0/fund fund-unknown'])
    const known = changed({
      funds: (document) => {
        ;(document['funds'] as object[]).push({ key: fund, name: '福利彩票公益金' })
      },
      fees: (document) => {
        Object.assign(entry(document, 'rows', 'demo-bath'), funding(fund ?? ''))
      },
    })
    expect(codes(known)).toEqual([])
  })

  test.each([
    [{ amount: 6000, caps: { month: 5999 } }, 'amount'],
    [{ amount: 6000, caps: { month: 10_000, year: 100 } }, 'amount'],
    [{ tiers, caps: { household: 500 } }, 'tiers/steps/1/amount'],
    [{ formula, caps: { month: 51_599 } }, 'formula'],
  ])('a price past its cap: %j', (row, at) => {
    expect(adding(row)).toEqual([`fees/rows/0/${at} price-over-cap`])
  })

  test('a price that just reaches its cap', () => {
    expect(adding({ amount: 6000, caps: { month: 6000 } })).toEqual([])
    expect(adding({ formula, caps: { month: 51_600 } })).toEqual([])
  })

  test('days are compared whole: a new [5,25] over an old [10,20], and a hole of one day', () => {
    const two = (a: object, b: object, level?: string) =>
      codes(
        changed({
          fees: (document) => {
            const row = { item: 'bath', unit: '次', amount: 1, level: 'x', division: '341702' }
            const rows = document['rows'] as object[]
            document['rows'] = [{ ...row, id: 'a', ...a }, { ...row, id: 'b', ...b }, ...rows]
          },
        }),
        level,
      )
    const old = { from: '2026-05-10', to: '2026-05-20' }
    expect(two(old, { from: '2026-05-05', to: '2026-05-25' })).toEqual(['fees/rows/0/from price-overlap'])
    expect(two(old, { from: '2026-05-20', to: '2026-05-25' })).toEqual(['fees/rows/1/from price-overlap'])
    expect(two(old, { from: '2026-05-21' })).toEqual([])
    expect(two(old, { from: '2026-05-22' }, 'warning')).toContain('fees/rows/1/from price-gap')
    expect(two(old, { from: '2026-05-05', to: '2026-05-25', division: '341721' })).toEqual([])
    expect(two(old, { from: '2026-05-05', to: '2026-05-25', objectClass: 'tekun' }).join()).not.toContain(
      'overlap',
    )
  })

  test('an item that ended keeps its history, and is told of a row without an end', () => {
    const found = changed({
      catalogue: (document) => Object.assign(entry(document, 'items', 'bath'), { status: 'retired' }),
    })
    expect(codes(found).filter((code) => code.startsWith('fees'))).toEqual([])
    const told = codes(found, 'warning').filter((code) => code.endsWith('item-retired'))
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThan(3)
  })

  test('tiers and formulas are prices; a formula without its base is none', () => {
    const todo = (row: object) =>
      changed({
        fees: (document) => {
          const other = (document['rows'] as { item: string }[]).filter(({ item }) => item !== 'bath')
          document['rows'] = [
            ...other,
            { id: 'b', item: 'bath', unit: '次', amount: null, from: '2026-01-01', ...row },
          ]
        },
      }).filter(({ code, label }) => code === 'price-unset' && label === '助浴')
    expect(todo({ tiers })).toEqual([])
    expect(todo({ formula })).toEqual([])
    expect(todo({ formula: { ...formula, base: { label: '低保标准', amount: null } } })).toHaveLength(1)
    expect(todo({})).toHaveLength(1)
  })

  test('an unusual unit is told, the usual ones and those of the common service are not', () => {
    const unit = (name: string) =>
      codes(
        changed({
          catalogue: (document) =>
            Object.assign(entry(document, 'items', 'bath'), { unit: name, common: null }),
        }),
        'warning',
      ).filter((code) => code.endsWith('unit-unusual'))
    expect(unit('桶')).toHaveLength(1)
    for (const usual of ['次', '小时', '天', '月', '年', '餐', '人']) expect(unit(usual)).toEqual([])
  })
})
