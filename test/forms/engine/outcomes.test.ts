import { describe, expect, test } from 'vitest'
import type { RecommendDefinition } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { selfCareBands, selfCareIndicators, selfCareRule } from '#forms/standards'
import { errorsOf, form, number, run, today } from './form.ts'

const definition = form(
  ...selfCareIndicators.map(({ key, label }) => ({
    type: 'radio',
    key,
    label,
    validate: { required: true },
    values: [
      { value: 'yes', label: '能' },
      { value: 'no', label: '不能' },
    ],
  })),
)
const unmet = {
  '+': selfCareIndicators.map(({ key }) => ({ if: [{ '==': [{ var: `data.${key}` }, 'no'] }, 1, 0] })),
}
const outcome = { key: 'care', title: '生活自理能力', value: unmet, rule: selfCareRule, bands: selfCareBands }
const answers = (count: number) =>
  Object.fromEntries(selfCareIndicators.map(({ key }, i) => [key, i < count ? 'no' : 'yes']))
const level = (count: number, options = {}) =>
  evaluate(compile(definition, { outcomes: [outcome], ...options }), answers(count), { today }).outcomes[0]
    ?.level

describe('outcomes', () => {
  test('the six-indicator vectors of the national rule', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((count) => level(count))).toEqual([
      'able',
      'partial',
      'partial',
      'partial',
      'unable',
      'unable',
      'unable',
    ])
  })

  test('a city brings its own level table', () => {
    const levels = {
      care: [
        { from: 0, to: 2, level: 'light', label: '轻度' },
        { from: 3, level: 'heavy', label: '重度' },
      ],
    }
    expect([0, 2, 3, 6].map((count) => level(count, { levels }))).toEqual([
      'light',
      'light',
      'heavy',
      'heavy',
    ])
  })

  test('the trace names an answer once, however often the rule looks at it', () => {
    const value = {
      '+': [{ var: 'data.n' }, { var: 'data.n' }, { '*': [{ var: 'data.n' }, { var: 'data.m' }] }],
    }
    const outcomes = [{ key: 'twice', title: '合计', value, rule: 'x' }]
    const [found] = run(form(number('n'), number('m')), { n: 2, m: 3 }, { outcomes }).outcomes
    expect(found?.value).toBe(10)
    expect(found?.trace[0]?.from.map(({ path, value }) => [path, value])).toEqual([
      ['n', 2],
      ['m', 3],
    ])
  })

  test('the trace names the rule, the answers and their labels', () => {
    const [found] = run(definition, answers(4), { outcomes: [outcome] }).outcomes
    expect(found).toMatchObject({ value: 4, label: '完全丧失生活自理能力', rule: '民发〔2021〕43号' })
    expect(found?.trace[0]).toMatchObject({ rule: '民发〔2021〕43号', text: '生活自理能力：4' })
    expect(found?.trace[0]?.from[0]).toEqual({ path: 'eating', label: '自主吃饭', value: '不能' })
    expect(found?.trace[1]?.text).toContain('完全丧失生活自理能力')
  })

  test('later outcomes and recommendations read earlier ones', () => {
    const second = { key: 'urgent', title: '紧急', value: { '>=': [{ var: 'outcomes.care' }, 4] }, rule: 'R' }
    const recommends = [
      {
        item: 'bath',
        when: { var: 'outcomes.urgent' },
        because: '不能自理',
        quantity: { '*': [{ var: 'outcomes.care' }, 2] },
      },
      { item: 'walk', when: { '!': [{ var: 'outcomes.urgent' }] }, because: '能自理' },
    ]
    const advised = (count: number) =>
      run(definition, answers(count), { outcomes: [outcome, second], recommends }).recommended.map(
        ({ trace: _, ...rest }) => rest,
      )
    expect(advised(5)).toEqual([{ item: 'bath', because: '不能自理', quantity: 10 }])
    expect(advised(0)).toEqual([{ item: 'walk', because: '能自理' }])
    const early = compile(definition, { outcomes: [second, outcome] })
    expect(early.findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'outcome-unknown /outcomes/0/value',
    ])
  })

  test('a quantity says in which time it is meant', () => {
    const meal = { item: 'meal', when: true, because: '独居', quantity: 3 }
    const advised = (recommends: readonly RecommendDefinition[]) =>
      run(definition, answers(0), { recommends }).recommended.map(({ trace: _, ...rest }) => rest)
    const { when: _, ...plain } = meal
    expect(advised([{ ...meal, per: 'week' }, meal])).toEqual([{ ...plain, per: 'week' }, plain])
    for (const odd of [
      { ...meal, per: 'hour' },
      { ...meal, per: null },
      { item: 'meal', when: true, because: 'x', per: 'week' },
    ])
      expect(compile(definition, { recommends: [odd as never] }).findings[0]?.pointer).toBe(
        '/recommends/0/per',
      )
  })

  test('a score outside the table, and a quantity that is none, refuse the submission', () => {
    const hole = { ...outcome, bands: [{ from: 0, to: 1, level: 'a', label: 'a' }] }
    expect(errorsOf(run(definition, answers(3), { outcomes: [hole] }))).toEqual(['outcomes.care level'])
    const recommends = [{ item: 'x', when: true, because: 'b', quantity: { '-': [0, 1] } }]
    expect(errorsOf(run(definition, answers(0), { recommends }))).toEqual(['recommends[0] rule'])
  })

  test('tables that overlap and rules that cannot be read are found before anybody fills the form', () => {
    const overlapping = {
      ...outcome,
      bands: [
        { from: 0, level: 'a', label: 'a' },
        { from: 3, to: 6, level: 'b', label: 'b' },
      ],
    }
    const codes = compile(definition, {
      outcomes: [overlapping, { ...outcome, key: 'care2', value: { var: 'process.env' } }],
    }).findings
    expect(codes.map(({ code }) => code)).toEqual(['bands', 'rule-root'])
  })
})

test('what follows from a wrong answer is not told as a fault of the form', () => {
  const recommends = [{ item: 'meal', when: true, because: '需要', quantity: { var: 'data.q' } }]
  const quantity = (more: object, answers: object) =>
    errorsOf(run(form(number('q', more)), answers, { recommends }))
  expect(quantity({ validate: { required: true } }, {})).toEqual(['q required'])
  expect(quantity({}, {})).toEqual(['recommends[0] rule'])
  expect(quantity({ validate: { required: true } }, { q: 2 })).toEqual([])

  const bands = [{ from: 0, to: 5, level: 'low', label: '低' }]
  const outcomes = [{ key: 's', title: '分', value: { var: 'data.n' }, rule: 'R', bands }]
  const errors = (definition: object, n: number) => errorsOf(run(form(definition), { n }, { outcomes }))
  expect(errors(number('n'), 9)).toEqual(['outcomes.s level'])
  expect(errors(number('n', { validate: { max: 5 } }), 9)).toEqual(['n max'])
})
