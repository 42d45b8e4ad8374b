import { describe, expect, test } from 'vitest'
import { type Band, type LintOptions, lint } from '#forms/definition'

const scores = (key: string, more: object = {}) => ({
  type: 'radio',
  key,
  label: key,
  values: [0, 2, 5].map((value) => ({ value, label: `${value} 分` })),
  ...more,
})
const needed = { validate: { required: true } }
const number = (key: string, validate: object) => ({ type: 'number', key, label: key, validate })
const data = (name: string) => ({ var: `data.${name}` })
const band = (from: number, to?: number): Band => ({
  from,
  ...(to !== undefined && { to }),
  level: `l${from}`,
  label: `从${from}`,
})
const decided = (value: unknown, ...bands: readonly Band[]): LintOptions => ({
  outcomes: [{ key: 'score', title: '总分', rule: 'v1', value, bands }],
})
const said = (components: readonly object[], given: LintOptions) =>
  lint({ display: 'form', components }, given).map(
    ({ level, code, pointer }) => `${level} ${code} ${pointer}`,
  )
const message = (components: readonly object[], given: LintOptions) =>
  lint({ display: 'form', components }, given)[0]?.message

const sum = { '+': [data('a'), data('b')] }
const asked = [scores('a'), scores('b')]

describe('levels', () => {
  test('that a score reaches, every one', () => {
    expect(said(asked, decided(sum, band(0, 4), band(5, 7), band(10)))).toEqual([])
  })

  test('that no score reaches, with what there can be', () => {
    const given = decided(sum, band(0, 4), band(5, 7), band(8, 9), band(10, 10), band(11))
    expect(said(asked, given)).toEqual([
      'warning level-never /outcomes/0/bands/2',
      'warning level-never /outcomes/0/bands/4',
    ])
    expect(message(asked, given)).toBe(
      '等级“从8”永远达不到：总分只可能是 0、2、5、4、7、10。请调整分数段或规则。',
    )
  })

  test('a score outside all of them', () => {
    expect(said(asked, decided(sum, band(0, 7)))).toEqual(['warning level-outside /outcomes/0/bands'])
    expect(message(asked, decided(sum, band(0, 7)))).toBe(
      '总分可能是 10，不在任何等级之内，那时不能提交。请补上等级，或调整规则。',
    )
    const age = [number('age', { min: 0, max: 120, integer: true })]
    expect(said(age, decided(data('age'), band(0, 59), band(60)))).toEqual([])
    expect(message(age, decided(data('age'), band(0, 59), band(61)))).toContain('总分可能是 60，')
    const weight = [number('age', { min: 0, max: 120 })]
    expect(message(weight, decided(data('age'), band(0, 59), band(60)))).toContain('比 59 大一点的分数')
    expect(message([number('age', {})], decided(data('age'), band(0)))).toContain('任意小的数')
  })

  test('none of which can be reached: no answer can be submitted', () => {
    const both = [scores('a', needed), scores('b', needed)]
    expect(said(both, decided(sum, band(20, 30)))).toEqual(['error level-none /outcomes/0/bands'])
    expect(said(asked, decided(sum, band(20, 30)))).toEqual(['warning level-none /outcomes/0/bands'])
    expect(message(both, decided(sum, band(20, 30)))).toContain('所以任何答案都不能提交')
    // Where some answers are left out there is no result, and nothing is in the way.
    expect(message(asked, decided(sum, band(20, 30)))).toMatch(/^总分一旦得出，只可能是 .*所以那时不能提交/)
  })

  test('nothing where it cannot be known: answers that hang together, texts, the lists of the city', () => {
    const tied = { '-': [data('a'), { '*': [data('a'), { if: [data('b'), 1, 1] }] }] }
    expect(said(asked, decided(tied, band(0, 0)))).toEqual([])
    expect(
      said([{ type: 'textfield', key: 'a', label: 'a' }], decided({ '+': [data('a'), 1] }, band(0))),
    ).toEqual([])
    const city = { type: 'select', key: 'a', label: 'a', properties: { options: 'catalogue' } }
    expect(said([city], decided(data('a'), band(0)))).toEqual([])
    const checked = scores('a', { validate: { json: { '<': [{ var: 'input' }, 5] } } })
    expect(said([checked], decided(data('a'), band(0, 2)))).toEqual([])
  })

  test('a condition on a required answer does not bring back the case without one', () => {
    const rule = { if: [{ '!': [data('a')] }, 99, { '===': [data('a'), 'x'] }, 0, 1] }
    const text = {
      type: 'radio',
      key: 'a',
      label: 'a',
      values: ['x', 'y'].map((value) => ({ value, label: value })),
    }
    expect(said([{ ...text, ...needed }], decided(rule, band(0, 1)))).toEqual([])
    expect(message([text], decided(rule, band(0, 1)))).toContain('总分可能是 99，')
  })

  test('what a hidden question keeps was not asked for, so that it may be an answer that would not do', () => {
    const kept = {
      type: 'checkbox',
      key: 'kept',
      label: 'kept',
      clearOnHide: false,
      conditional: { json: { '===': [data('a'), 5] } },
      ...needed,
    }
    const rule = { if: [{ '===': [data('kept'), false] }, 9, 1] }
    expect(said([scores('a'), kept], decided(rule, band(0, 5), band(9, 9)))).toEqual([])
  })

  test('sums over rows up to their number', () => {
    const rows = {
      type: 'datagrid',
      key: 'rows',
      label: '行',
      components: [scores('a')],
      validate: { maxLength: 3 },
    }
    const total = {
      reduce: [data('rows'), { '+': [{ var: 'accumulator' }, { or: [{ var: 'current.a' }, 0] }] }, 0],
    }
    expect(said([rows], decided(total, band(0, 15)))).toEqual([])
    expect(said([rows], decided(total, band(0, 15), band(16)))).toEqual([
      'warning level-never /outcomes/0/bands/1',
    ])
    expect(message([rows], decided(total, band(0, 14)))).toContain('15')
  })
})

test('a conclusion that never comes, and why', () => {
  const locked = { type: 'number', key: 'a', label: '收入', disabled: true }
  const given = decided({ '+': [data('a'), 1] })
  expect(said([locked], given)).toEqual(['warning outcome-never /outcomes/0/value'])
  expect(said([{ ...locked, disabled: false }], given)).toEqual([])
  const part = decided({ if: [{ '>': [data('a'), 100] }, 0, 1] })
  expect(said([locked], part)).toEqual(['warning compare-never /outcomes/0/value/if/0'])
  expect(message([locked], part)).toBe(
    '“收入”永远没有答案，因为没有人能看到或填写它，这一处比较永远不成立。请修改规则。',
  )
})

describe('recommendations', () => {
  const advised = (when: unknown, quantity?: unknown): LintOptions => ({
    recommends: [{ item: 'meal', because: '需要', when, ...(quantity !== undefined && { quantity }) }],
  })

  test('that are never made, or always', () => {
    expect(said(asked, advised({ '>': [data('a'), 5] }))).toEqual(['warning when-never /recommends/0/when'])
    expect(said(asked, advised({ or: [data('a'), { '!': [data('a')] }] }))).toEqual([
      'warning when-always /recommends/0/when',
    ])
    expect(said(asked, advised(true))).toEqual([])
    expect(said(asked, advised({ '>': [data('a'), 2] }))).toEqual([])
  })

  test('with a quantity that is never one', () => {
    expect(said(asked, advised({ '>': [data('a'), 2] }, { '-': [data('a')] }))).toEqual([
      'warning quantity-never /recommends/0/quantity',
    ])
    expect(said(asked, advised({ '>': [data('a'), 2] }, data('a')))).toEqual([])
  })

  test('by an outcome that cannot be so high', () => {
    const given = { ...decided(sum, band(0)), ...advised({ '>': [{ var: 'outcomes.score' }, 10] }) }
    expect(said(asked, given)).toEqual(['warning when-never /recommends/0/when'])
  })
})
