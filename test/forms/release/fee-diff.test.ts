import { describe, expect, it } from 'vitest'
import { diff } from '#forms/release'

const also = {
  profile: { divisions: [{ code: '341702', name: '贵池区' }] },
  funds: { funds: [{ key: 'city', name: '市级福彩公益金' }] },
}
const item = (key: string, name: string) => ({ key, name, category: 'life', mode: 'purchase' })
const catalogue = { schema: 1, items: [item('bath', '助浴'), item('meal', '送餐')] }
const words = (key: string, a: object, b: object) =>
  diff({ [key]: a }, { [key]: b }, key === 'catalogue' ? also : { ...also, catalogue }).map(
    (change) => change.words,
  )

const row = { id: 'a', item: 'bath', unit: '次', amount: 6000, from: '2026-01-01' }
const fees = (...rows: object[]) => ({ schema: 1, title: '收费标准', demo: false, rows })
/** What is said of one row that changes from 2027 on. */
const from2027 = (more: object, was: object = {}) =>
  words(
    'fees',
    fees({ ...row, ...was }),
    fees({ ...row, ...was, to: '2026-12-31' }, { ...row, ...was, id: 'b', from: '2027-01-01', ...more }),
  )
const steps = [
  { upTo: 10, amount: 200 },
  { upTo: 20, amount: 250 },
  { upTo: null, amount: 1200 },
]

describe('what a fee standard says beside its price', () => {
  it('tiers and formulas', () => {
    expect(from2027({ amount: null, tiers: { method: 'slice', steps } })).toEqual([
      '助浴：60 元/次 → 分段累计（10 次以内 2 元/次，10 至 20 次 2.50 元/次，20 次以上 12 元/次），自 2027-01-01',
    ])
    expect(
      from2027({ tiers: { method: 'each', steps } }, { amount: null, tiers: { method: 'slice', steps } }),
    ).toEqual([expect.stringMatching(/^助浴：分段累计（.*） → 按所在档计价（.*），自 2027-01-01$/)])
    const formula = { base: { label: '最低工资标准', amount: null }, percent: 0.3 }
    const rounding = { mode: 'ceil', to: 'yuan' }
    expect(from2027({ formula: { ...formula, rounding } }, { amount: null, formula })).toEqual([
      '助浴：最低工资标准（未设定）的 30%/次 → 最低工资标准（未设定）的 30%/次，进一到元，自 2027-01-01',
    ])
  })

  it('caps, own share, advance and funds, each in a sentence of its own', () => {
    const copay = { ratio: 0.05, rounding: { mode: 'floor', to: 'yuan' } }
    const funding = [
      { fund: 'city', ratio: 0.6 },
      { fund: 'gone', ratio: 0.4 },
    ]
    expect(
      from2027({ amount: 6500, caps: { month: 20_000, year: 99_999 }, copay, advance: 0.9, funding }),
    ).toEqual([
      '助浴：60 元/次 → 65 元/次，自 2027-01-01',
      '助浴：每月限额 无 → 200 元，自 2027-01-01',
      '助浴：每年限额 无 → 999.99 元，自 2027-01-01',
      '助浴：个人自付 无 → 5%（舍去零头到元），自 2027-01-01',
      '助浴：预付 无 → 90%，自 2027-01-01',
      '助浴：资金分担 无 → 市级福彩公益金 60%、gone 40%，自 2027-01-01',
    ])
    expect(from2027({ caps: { household: 1 } }, { caps: { month: 20_000 } })).toEqual([
      '助浴：每月限额 200 元 → 无，自 2027-01-01',
      '助浴：每户限额 无 → 0.01 元，自 2027-01-01',
    ])
  })

  it('says nothing of them where a standard goes on or ends', () => {
    const capped = { ...row, caps: { month: 20_000 } }
    const ended = { ...capped, to: '2026-12-31' }
    expect(words('fees', fees(capped), fees())).toEqual(['助浴：60 元/次 → 无收费标准，自 2026-01-01'])
    expect(
      words('fees', fees(ended), fees(ended, { ...capped, id: 'b', amount: 6500, from: '2027-01-01' })),
    ).toEqual(['助浴：60 元/次 → 65 元/次，自 2027-01-01'])
    expect(words('fees', fees(capped), fees(ended, { ...capped, id: 'b', from: '2027-01-01' }))).toEqual([
      '收费标准：有不影响内容的书写改动',
    ])
  })
})

describe('what a catalogue says beside its items', () => {
  const changed = (more: object, was: object = {}) =>
    words(
      'catalogue',
      { ...catalogue, items: [{ ...item('bath', '助浴'), ...was }] },
      { ...catalogue, items: [{ ...item('bath', '助浴'), ...more }] },
    )

  it('status, lock and approval', () => {
    expect(changed({ status: 'active' }, { status: 'proposed' })).toEqual(['助浴：状态：“拟增” → “启用”'])
    expect(changed({ lock: 'required' }, { lock: 'optional' })).toEqual(['助浴：必做或可选：“可选” → “必做”'])
    const approval = { by: '省民政厅', number: '民函〔2026〕12号', on: '2026-03-01' }
    expect(changed({ approval }, { approval: { ...approval, number: '1号' } })).toEqual([
      '助浴 · 批复：文号：“1号” → “民函〔2026〕12号”',
    ])
    expect(changed({ approval }).join()).toContain('助浴：批复：未设定 → ')
  })

  it('what a county offers, day by day and not row by row', () => {
    const one = { item: 'bath', division: '341702', active: true, from: '2026-01-01' }
    const having = (...activations: object[]) => ({ ...catalogue, activations })
    expect(
      words(
        'catalogue',
        having(one),
        having({ ...one, to: '2026-12-31' }, { ...one, active: false, from: '2027-01-01' }),
      ),
    ).toEqual(['贵池区 · 助浴：启用 → 不启用，自 2027-01-01'])
    expect(words('catalogue', catalogue, having({ ...one, active: false }))).toEqual([
      '贵池区 · 助浴：未另行规定 → 不启用，自 2026-01-01',
    ])
    expect(words('catalogue', having(one, { ...one, item: 'meal' }), having(one))).toEqual([
      '贵池区 · 送餐：启用 → 未另行规定，自 2026-01-01',
    ])
    expect(words('catalogue', having(one), having({ ...one, active: 'ja' }))).not.toEqual([])
  })
})
