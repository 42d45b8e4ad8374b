import { describe, expect, test } from 'vitest'
import { feeRow, fees } from '../../../forms/fees/index.ts'
import { checkDocument } from '../../../forms/release/index.ts'

const row = { id: 'a', item: 'bath', unit: '次', amount: null, from: '2026-01-01' }
const step = (upTo: number | null, amount = 100) => ({ upTo, amount })
const tiers = (...steps: object[]) => ({ method: 'each', steps })
const formula = { base: { label: '最低工资标准', amount: 172_000 }, percent: 0.3 }
const half = { fund: 'city', ratio: 0.5 }

describe('a row of the fee standard', () => {
  test.each([
    [{}],
    [{ amount: 0 }],
    [{ tiers: tiers(step(null)) }],
    [{ tiers: tiers(step(10), step(20)) }],
    [{ tiers: tiers(step(0.5), step(10), step(null)) }],
    [{ formula }],
    [{ formula: { ...formula, base: { label: '低保标准', amount: null } } }],
    [{ caps: { month: 0 }, copay: { ratio: 0.05, rounding: { mode: 'floor', to: 'yuan' } }, advance: 1 }],
    [{ funding: [half, { fund: 'county', ratio: 0.5 }] }],
    [
      {
        funding: [
          { fund: 'a', ratio: 0.1 },
          { fund: 'b', ratio: 0.2 },
          { fund: 'c', ratio: 0.7 },
        ],
      },
    ],
    [{ unit: '套' }],
  ])('may say %j', (more) => {
    expect(feeRow.safeParse({ ...row, ...more }).error).toBeUndefined()
  })

  test.each([
    ['amount', { amount: 100, tiers: tiers(step(null)) }, '只能选一种'],
    ['amount', { amount: 0, formula }, '只能选一种'],
    ['amount', { tiers: tiers(step(null)), formula }, '只能选一种'],
    ['amount', { amount: -1 }, '不能为负数'],
    ['amount', { amount: 0.5 }, '不能有小数'],
    ['amount', { amount: Number('12345678901234567890') }, '超过十二位'],
    ['amount', { amount: '6000' }, '整数'],
    ['amount', { amount: undefined }, ''],
    ['tiers.steps', { tiers: tiers() }, ''],
    ['tiers.steps.1.upTo', { tiers: tiers(step(10), step(10)) }, '从小到大'],
    ['tiers.steps.1.upTo', { tiers: tiers(step(10), step(5), step(20)) }, '从小到大'],
    ['tiers.steps.1.upTo', { tiers: tiers(step(null), step(10)) }, '没有上限'],
    ['tiers.steps.0.upTo', { tiers: tiers(step(0)) }, '大于零'],
    ['tiers.steps.0.amount', { tiers: tiers(step(null, -5)) }, '不能为负数'],
    ['formula.percent', { formula: { ...formula, percent: 1.2 } }, ''],
    ['formula.percent', { formula: { ...formula, percent: 0.123_45 } }, '四位小数'],
    ['caps', { caps: {} }, '至少填写一种'],
    ['caps.month', { caps: { month: -1 } }, '不能为负数'],
    ['copay.ratio', { copay: { ratio: 1.01, rounding: { mode: 'floor', to: 'yuan' } } }, ''],
    ['copay.rounding.mode', { copay: { ratio: 0.1, rounding: { mode: 'bank', to: 'yuan' } } }, ''],
    ['copay.rounding', { copay: { ratio: 0.1 } }, ''],
    ['advance', { advance: -0.1 }, ''],
    ['funding', { funding: [half] }, '100%'],
    ['funding', { funding: [half, half] }, '写了两次'],
    ['funding', { funding: [half, { fund: 'county', ratio: 0.4999 }] }, '100%'],
    ['to', { to: '2025-12-31' }, '早于'],
    ['unit', { unit: '' }, ''],
    ['unit', { unit: undefined }, ''],
  ])('%s is refused in %j', (path, more, words) => {
    const issues = feeRow.safeParse({ ...row, ...more }).error?.issues ?? []
    expect(issues.map((issue) => issue.path.join('.'))).toContain(path)
    expect(issues.map(({ message }) => message).join()).toContain(words)
  })

  test('refuses what it does not know', () => {
    expect(feeRow.safeParse({ ...row, price: 1 }).success).toBe(false)
  })

  test('what is wrong is said at its place in words of the office', () => {
    const document = {
      schema: 1,
      title: '收费标准',
      demo: false,
      rows: [
        { ...row, unit: undefined },
        { ...row, id: 'b', amount: -600 },
        { ...row, id: 'c', amount: Number('12345678901234567890') },
        { ...row, id: 'd', funding: [half] },
        { ...row, id: 'e', tiers: tiers(step(10), step(5)) },
        { ...row, id: 'f', caps: { week: 1 } },
      ],
    }
    expect(fees.safeParse(document).success).toBe(false)
    const found = checkDocument('fees', document)
    const at = (pointer: string) => found.find((one) => one.pointer === pointer)?.message ?? ''
    expect(at('/rows/0/unit')).toBe('a：“计量单位”没有填写，请补上。')
    expect(at('/rows/1/amount')).toBe('b：“价格”：金额不能为负数。')
    expect(at('/rows/2/amount')).toContain('超过十二位')
    expect(at('/rows/3/funding')).toContain('各资金来源的比例合计应为 100%')
    expect(at('/rows/4/tiers/steps/1/upTo')).toContain('各档上限应从小到大')
    expect(at('/rows/5/caps/week')).toContain('多了“week”')
    for (const { message } of found) expect(message).not.toMatch(/[“”][a-z]{4,}[“”]没有|undefined|NaN/)
  })
})
