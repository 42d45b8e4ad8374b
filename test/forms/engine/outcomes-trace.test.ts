import { describe, expect, test } from 'vitest'
import type { OutcomeDefinition, RecommendDefinition } from '#forms/definition'
import type { TraceStep } from '#forms/engine'
import { errorsOf, form, number, run, text } from './form.ts'

const outcome = (value: unknown, more: object = {}): OutcomeDefinition => ({
  key: 'one',
  title: '结论',
  value,
  rule: 'R1',
  ...more,
})
const advice = (when: unknown, more: object = {}): RecommendDefinition => ({
  item: 'meal',
  when,
  because: '需要',
  ...more,
})
const facts = (step: TraceStep | undefined) => step?.from.map(({ path, value }) => [path, value])
const items = { type: 'datagrid', key: 'items', label: '明细' }
const v = (path: string) => ({ var: path })

describe('where an outcome comes from', () => {
  const two = form(number('a'), number('b'), number('c'))
  const value = { if: [{ '>': [v('data.a'), 0] }, v('data.b'), v('data.c')] }

  test('only what was really read: the branch that was not taken adds nothing', () => {
    const read = (a: number) =>
      facts(run(two, { a, b: 5, c: 7 }, { outcomes: [outcome(value)] }).outcomes[0]?.trace[0])
    expect(read(1)).toEqual([
      ['a', 1],
      ['b', 5],
    ])
    expect(read(0)).toEqual([
      ['a', 0],
      ['c', 7],
    ])
  })

  test('a question without an answer is named too, since the rule looked for it', () => {
    expect(facts(run(two, {}, { outcomes: [outcome(value)] }).outcomes[0]?.trace[0])).toEqual([
      ['a', null],
      ['c', null],
    ])
  })

  test('rows come together under one path, one row keeps its own', () => {
    const definition = form({ ...items, components: [number('n'), text('t')] })
    const sum = { reduce: [v('data.items'), { '+': [v('accumulator'), v('current.n')] }, 0] }
    const read = (rows: readonly object[]) =>
      facts(run(definition, { items: rows }, { outcomes: [outcome(sum)] }).outcomes[0]?.trace[0])
    expect(read([{ n: 1 }, { n: 2 }, {}])).toEqual([['items[].n', [1, 2, null]]])
    expect(read([{ n: 4 }])).toEqual([['items[0].n', 4]])
    expect(read([])).toEqual([['items', '0 行']])
  })

  test('a choice of many is named with its label, the whole as the labels chosen', () => {
    const values = [
      { value: 'blind', label: '失明' },
      { value: '1.5', label: '其他' },
    ]
    const definition = form({ type: 'selectboxes', key: 'ills', label: '病症', values })
    const answers = { ills: { blind: true, '1.5': false } }
    const read = (rule: unknown) =>
      run(definition, answers, { outcomes: [outcome(rule)] }).outcomes[0]?.trace[0]?.from
    expect(read(v('data.ills.blind'))).toEqual([{ path: 'ills.blind', label: '病症：失明', value: true }])
    expect(read({ '!!': [v('data.ills')] })).toEqual([{ path: 'ills', label: '病症', value: ['失明'] }])
  })

  test('a calculated answer leads on to what its calculation read, one level and once', () => {
    const sum = number('sum', { label: '合计', calculateValue: { '+': [v('data.a'), v('data.b')] } })
    const double = number('double', { label: '两倍', calculateValue: { '*': [v('data.sum'), 2] } })
    const definition = form(number('a'), number('b'), sum, double)
    const twice = outcome({ '+': [v('data.double'), v('data.double')] })
    const [found] = run(definition, { a: 1, b: 2 }, { outcomes: [twice] }).outcomes
    expect(found?.value).toBe(12)
    expect(found?.trace.map(({ of }) => of)).toEqual([undefined, 'double'])
    expect(found?.trace[1]).toMatchObject({ rule: 'R1', text: '「两倍」由表中的计算得出：6' })
    expect(facts(found?.trace[1])).toEqual([['sum', 3]])
  })

  test('so does one in every row, with that row as it stood', () => {
    const cost = number('cost', {
      label: '金额',
      calculateValue: { '*': [v('row.price'), { '+': [v('rowIndex'), 1] }] },
    })
    const definition = form({ ...items, components: [number('price'), cost] })
    const sum = { reduce: [v('data.items'), { '+': [v('accumulator'), v('current.cost')] }, 0] }
    const result = run(definition, { items: [{ price: 2 }, { price: 3 }] }, { outcomes: [outcome(sum)] })
    expect(result.outcomes[0]?.value).toBe(8)
    expect(result.outcomes[0]?.trace[1]).toMatchObject({ of: 'items[].cost' })
    expect(facts(result.outcomes[0]?.trace[1])).toEqual([['items[].price', [2, 3]]])
  })

  test('a value that a rule of `logic` may put in place of the calculation is not told as calculated', () => {
    const actions = [{ type: 'value', value: 9 }]
    const trigger = { type: 'json', json: { '==': [v('data.a'), 1] } }
    const sum = number('sum', { calculateValue: v('data.b'), logic: [{ trigger, actions }] })
    const [found] = run(
      form(number('a'), number('b'), sum),
      { a: 1, b: 2 },
      { outcomes: [outcome(v('data.sum'))] },
    ).outcomes
    expect([found?.value, found?.trace.length]).toEqual([9, 1])
  })

  test('an object stays equal to itself while it is watched', () => {
    const definition = form({ ...items, components: [number('n')] })
    const same = outcome({ '===': [v('data.items'), v('data.items')] })
    expect(run(definition, { items: [] }, { outcomes: [same] }).outcomes[0]?.value).toBe(true)
  })
})

describe('where a recommendation comes from', () => {
  const definition = form(number('a', { label: '甲' }), number('b', { label: '乙' }))
  const source = { paper: 'S2', rule: 'S2-23' }

  test('its own rule, the answers and outcomes of its condition, and those of its quantity', () => {
    const score = outcome({ '+': [v('data.a'), 1] }, { bands: [{ from: 0, level: 'x', label: '有需要' }] })
    const recommends = [
      advice({ '>': [v('outcomes.one'), 0] }, { source, quantity: { '*': [v('data.b'), 2] } }),
      advice(true, { item: 'visit' }),
    ]
    const [meal, visit] = run(definition, { a: 1, b: 3 }, { outcomes: [score], recommends }).recommended
    expect(meal?.quantity).toBe(6)
    expect(meal?.trace.map(({ rule }) => rule)).toEqual(['S2-23', 'S2-23'])
    expect(meal?.trace[0]?.from).toEqual([{ path: 'outcomes.one', label: '结论', value: '有需要' }])
    expect(meal?.trace[1]).toEqual({
      rule: 'S2-23',
      text: '数量由这些答案算出',
      from: [{ path: 'b', label: '乙', value: 3 }],
    })
    expect(visit?.trace).toEqual([{ rule: '本表规定', text: '这条建议不看答案，每次都给出', from: [] }])
  })

  test('leads on to the answers behind a calculated one, once for condition and quantity together', () => {
    const sum = number('sum', { label: '合计', calculateValue: { '+': [v('data.a'), v('data.b')] } })
    const recommends = [advice({ '>': [v('data.sum'), 1] }, { quantity: v('data.sum') })]
    const [meal] = run(form(number('a'), number('b'), sum), { a: 1, b: 1 }, { recommends }).recommended
    expect(meal?.trace.map(({ of, from }) => [of, from.map(({ path }) => path)])).toEqual([
      [undefined, ['sum']],
      [undefined, ['sum']],
      ['sum', ['a', 'b']],
    ])
  })
})

describe('a trace stays small and harmless', () => {
  const many = Array.from({ length: 200 }, (_, i) => `f${i}`)

  test('60 sources a step, 50 values a list, 200 signs a text', () => {
    const wide = outcome({ '+': many.map((key) => v(`data.${key}`)) })
    const definition = form(...many.map((key) => number(key)), text('t'), {
      ...items,
      components: [number('n')],
      validate: { maxLength: 200 },
    })
    const rows = outcome(
      { reduce: [v('data.items'), { '+': [v('accumulator'), v('current.n')] }, 0] },
      { key: 'rows' },
    )
    const long = outcome(v('data.t'), { key: 'long' })
    const answers = {
      ...Object.fromEntries(many.map((key) => [key, 1])),
      items: many.map(() => ({ n: 1 })),
      t: '长'.repeat(10_000),
    }
    const result = run(definition, answers, { outcomes: [wide, rows, long] })
    expect(result.errors).toEqual([])
    const [first, second, third] = result.outcomes.map(({ trace }) => trace[0])
    expect(first?.from).toHaveLength(60)
    expect(second?.from[0]?.value).toHaveLength(50)
    expect(JSON.stringify(third).length).toBeLessThan(700)
    expect(result.outcomes[2]?.value).toHaveLength(10_000)
  })

  test('telling a costly calculation never refuses what evaluating took', () => {
    const rows = Array.from({ length: 200 }, () => ({ n: 1 }))
    const cost = number('cost', {
      calculateValue: { reduce: [v('data.items'), { '+': [v('accumulator'), v('current.n')] }, 0] },
    })
    const definition = form({ ...items, components: [number('n'), cost], validate: { maxLength: 200 } })
    const last = outcome({ reduce: [v('data.items'), { max: [v('accumulator'), v('current.cost')] }, 0] })
    const result = run(definition, { items: rows }, { outcomes: [last] })
    expect([errorsOf(result), result.outcomes[0]?.value]).toEqual([[], 200])
  })

  test('no trace shares an object with the answers', () => {
    const definition = form(
      { ...items, components: [number('n')] },
      { type: 'tags', key: 'tags', label: '标签', storeas: 'array' },
    )
    const whole = [outcome(v('data.items')), outcome(v('data.tags'), { key: 'two' })]
    const result = run(definition, { items: [{ n: 1 }], tags: ['a'] }, { outcomes: whole })
    const before = JSON.stringify(result.answers)
    const [rows, tags] = result.outcomes.map(({ value }) => value as unknown[])
    rows?.push(1)
    tags?.push('b')
    for (const { trace } of result.outcomes)
      for (const { from } of trace) for (const { value } of from) if (Array.isArray(value)) value.push('c')
    expect(JSON.stringify(result.answers)).toBe(before)
  })
})
