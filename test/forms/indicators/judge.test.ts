import { describe, expect, it, test } from 'vitest'
import { type Indicator, judge } from '../../../forms/indicators/index.ts'

const base: Indicator = {
  key: 'one',
  name: '某指标',
  scope: 'city',
  numerator: { metric: 'a', label: '分子' },
  denominator: { metric: 'b', label: '分母' },
  target: { op: '>=', value: 0.3 },
  period: 'year',
  soft: false,
}
const count: Indicator = {
  ...base,
  kind: 'count',
  unit: '户',
  denominator: null,
  target: { op: '>=', value: 20 },
}
const state = (indicator: Indicator, numerator: number | null, denominator?: number | null) =>
  judge(indicator, { numerator, ...(denominator !== undefined && { denominator }) }).state

describe('an indicator', () => {
  it('is short where it must be reached, a warning where it only ought to be', () => {
    expect(state(count, 19)).toBe('short')
    expect(state({ ...count, soft: true }, 19)).toBe('warn')
    expect(state({ ...count, soft: true }, 20)).toBe('met')
  })

  it('without a target is judged by nobody, but its figure is told', () => {
    const { state, words } = judge({ ...count, target: null }, { numerator: 7 })
    expect(state).toBe('unset')
    expect(words).toBe('某指标：7 户，目标值未设定。')
  })

  it('of nothing is neither reached nor missed', () => {
    expect(state(base, 0, 0)).toBe('none')
    expect(state(base, null, 10)).toBe('none')
    expect(state(base, 5, null)).toBe('none')
    expect(state(base, 5)).toBe('none')
    expect(state(count, null)).toBe('none')
    expect(judge(base, { each: [] }).state).toBe('none')
    expect(judge({ ...base, kind: 'floor' }, { each: [] }).state).toBe('none')
  })

  it('is exact where binary fractions are not', () => {
    expect(state(base, 3, 10)).toBe('met')
    expect(state({ ...base, target: { op: '>=', value: 0.07 } }, 7, 100)).toBe('met')
    expect(state({ ...base, target: { op: '<=', value: 0.29 } }, 29, 100)).toBe('met')
    const hours = {
      ...base,
      kind: 'average' as const,
      unit: '小时',
      target: { op: '>=' as const, value: 0.3 },
    }
    expect(
      judge(hours, { each: [0.1, 0.2].map((numerator) => ({ numerator, denominator: 0.5 })) }).state,
    ).toBe('met')
  })

  it('never shows a miss as if it were reached', () => {
    expect(judge(base, { numerator: 29_999, denominator: 100_000 }).words).toContain('29.99%')
    const cap = { ...base, target: { op: '<=' as const, value: 0.01 } }
    expect(judge(cap, { numerator: 10_000_001, denominator: 1_000_000_000 }).words).toContain('1.01%')
  })

  it('says what is missing, or by how much a limit is passed', () => {
    expect(judge(base, { numerator: 299, denominator: 999 })).toMatchObject({
      needed: 300,
      words: '某指标：29.92%（分子 299 ÷ 分母 999），应不少于 30%，还差 1。',
    })
    const money = {
      ...base,
      kind: 'average' as const,
      unit: '元',
      target: { op: '<=' as const, value: 500_000 },
    }
    expect(judge(money, { numerator: 10_000_001, denominator: 20 }).words).toBe(
      '某指标：5,000.01 元（分子 100,000.01 元 ÷ 分母 20），应不超过 5,000.00 元，超出 0.01 元。',
    )
  })

  it('without a kind is a count or a share, as old documents mean it', () => {
    const { kind: _, ...old } = count
    expect(state(old, 20)).toBe('met')
    expect(state(base, 30, 100)).toBe('met')
  })
})

describe('a mean and a floor', () => {
  const groups = [
    { name: '甲组', numerator: 9 },
    { name: '乙组', numerator: 3 },
    { name: '丙组', numerator: 3 },
  ]
  const floor: Indicator = { ...count, kind: 'floor', unit: '次', target: { op: '>=', value: 4 } }

  test('a floor asks it of each one, and names those below', () => {
    expect(judge(floor, { each: groups })).toMatchObject({ state: 'short', failing: ['乙组', '丙组'] })
    expect(judge(floor, { each: groups }).words).toBe(
      '某指标：3 个中有 2 个没有达到（应不少于 4 次）：乙组 3 次；丙组 3 次。',
    )
  })

  test('a mean does not, but shows the least', () => {
    const mean: Indicator = { ...base, kind: 'average', unit: '次', target: { op: '>=', value: 5 } }
    const each = groups.map((one) => ({ ...one, denominator: 1 }))
    const { state, words } = judge(mean, { each })
    expect(state).toBe('met')
    expect(words).toContain('其中最低 乙组 3 次')
  })

  test('one who was not counted keeps a floor from being reached, and one below it still misses', () => {
    const open = { name: '丁组', numerator: null }
    expect(judge(floor, { each: [{ numerator: 5 }, open] }).state).toBe('none')
    expect(judge(floor, { each: [{ numerator: 3 }, open] }).state).toBe('short')
    expect(
      judge({ ...base, kind: 'average' }, { each: [{ numerator: 9, denominator: 1 }, open] }).state,
    ).toBe('none')
  })
})

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 0.000_01, 2 ** 60])(
  'refuses %d for a figure',
  (wrong) => {
    expect(() => judge(base, { numerator: wrong, denominator: 10 })).toThrow(RangeError)
    expect(() => judge(base, { numerator: 1, denominator: wrong })).toThrow(RangeError)
  },
)
