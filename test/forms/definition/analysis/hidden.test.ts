import { describe, expect, test } from 'vitest'
import { type LintOptions, lint } from '#forms/definition'

const required = { required: true }
const sick = { type: 'checkbox', key: 'sick', label: '有病' }
const number = (key: string, more: object = {}) => ({
  type: 'number',
  key,
  label: `数${key}`,
  validate: required,
  ...more,
})
const when = (key: string, value: unknown) => ({
  conditional: {
    show: true,
    conjunction: 'all',
    conditions: [{ component: key, operator: 'isEqual', value }],
  },
})
const hidden = when('sick', 'true')
const data = (name: string, ...instead: readonly number[]) => ({ var: [`data.${name}`, ...instead] })
const score = (value: unknown): LintOptions => ({
  outcomes: [{ key: 'score', title: '总分', rule: 'v1', value }],
})
const said = (components: readonly object[], value: unknown) =>
  lint({ display: 'form', components }, score(value))
    .filter(({ code }) => code === 'outcome-hidden')
    .map(({ level, pointer, message }) => `${level} ${pointer} ${/“(.*?)”/.exec(message)?.[1]}`)
const sum = { '+': [data('a'), data('b')] }
const missing = 'warning /outcomes/0/value 数b'

describe('a result that is missing because a question is hidden', () => {
  test('is named with the question, and what to do', () => {
    const components = [sick, number('a'), number('b', hidden)]
    expect(said(components, sum)).toEqual([missing])
    const [found] = lint({ display: 'form', components }, score(sum))
    expect(found?.message).toBe(
      '“数b”不是每次都出现；它不出现时没有答案，“总分”就得不出结果。如果应当按 0 算，请在“结果与等级”里选“没有填写时按 0 计算”。',
    )
  })

  test('also where the part around it is hidden, or every answer is waited for', () => {
    const panel = { type: 'panel', key: 'p', label: '病情', ...hidden, components: [number('b')] }
    expect(said([sick, number('a'), panel], sum)).toEqual([missing])
    const waits = { if: [{ and: [{ '!==': [data('a'), null] }, { '!==': [data('b'), null] }] }, sum, null] }
    expect(said([sick, number('a'), number('b', hidden)], waits)).toEqual([missing])
  })

  test('is not spoken of where there is one all the same', () => {
    const components = [sick, number('a'), number('b', hidden)]
    expect(said(components, { '+': [data('a'), data('b', 0)] })).toEqual([])
    expect(said(components, { '+': [data('a'), { if: [data('sick'), data('b'), 0] }] })).toEqual([])
    expect(said([sick, number('a'), number('b')], sum)).toEqual([])
  })

  test('is meant where all of its questions are hidden together, or where it tells of one alone', () => {
    expect(said([sick, number('a', hidden), number('b', hidden)], sum)).toEqual([])
    expect(said([sick, number('b', hidden)], data('b'))).toEqual([])
  })

  test('is not put down to hiding where a question may be left blank anyhow', () => {
    expect(said([sick, number('a', { validate: {} }), number('b', hidden)], sum)).toEqual([missing])
    expect(said([sick, number('a', { validate: {} }), number('b')], sum)).toEqual([])
  })

  test('is seen where the same answer counts and decides, and not where the rule decides likewise', () => {
    const onTwo = when('a', 2)
    const few = {
      type: 'radio',
      key: 'a',
      label: '甲',
      validate: required,
      values: [0, 1, 2].map((value) => ({ value, label: `${value}` })),
    }
    expect(said([few, number('b', onTwo)], sum)).toEqual([missing])
    expect(
      said([few, number('b', onTwo)], {
        '+': [data('a'), { if: [{ '===': [data('a'), 2] }, data('b'), 0] }],
      }),
    ).toEqual([])
    const old = { conditional: { json: { '>': [data('a'), 60] } } }
    const age = number('a', { validate: { ...required, min: 0, max: 120 } })
    expect(said([age, number('b', old)], sum)).toEqual([missing])
    expect(
      said([age, number('b', old)], { '+': [data('a'), { if: [{ '>': [data('a'), 60] }, data('b'), 0] }] }),
    ).toEqual([])
  })

  test('names at most five, and holds out a long sum', () => {
    const many = Array.from({ length: 190 }, (_, i) => number(`n${i}`, i % 2 ? hidden : {}))
    const all = { '+': many.map(({ key }) => data(key)) }
    expect(said([sick, ...many], all).length).toBe(5)
  })
})
