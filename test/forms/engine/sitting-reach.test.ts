import { expect, test } from 'vitest'
import { number, text } from './form.ts'
import { grid, sit } from './sit.ts'

const shownBy = (when: string) => ({ conditional: { show: true, when, eq: 'x' } })
const box = (components: readonly object[], more: object = {}): object => ({
  type: 'container',
  key: 'box',
  label: 'box',
  components,
  ...more,
})

test('what stands in a hidden container is hidden with it, and kept where the form says so', () => {
  const sitting = sit(
    [
      text('a'),
      box([text('t', { validate: { required: true }, clearOnHide: false })], {
        ...shownBy('a'),
        clearOnHide: false,
      }),
    ],
    { a: 'x' },
  )
  expect(sitting.result.errors).toMatchObject([{ path: 'box.t', code: 'required' }])
  expect(sitting.change('a', 'y')).toMatchObject({ errors: [], hidden: ['box', 'box.t'] })
  expect(sitting.change('a', 'x').errors).toHaveLength(1)
})

test('who reads into a container or a grid sees it come and go', () => {
  const outcome = { key: 'o', title: '结果', rule: 'r1', value: { '+': [{ var: 'data.box.n' }, 1] } }
  const sitting = sit(
    [
      text('a'),
      box([number('n')], shownBy('a')),
      grid('g', [number('m')], shownBy('a')),
      number('double', { calculateValue: { '*': [{ var: 'data.box.n' }, 2] } }),
      number('third', { calculateValue: { var: 'data.g.2.m' } }),
      text('late', { validate: { json: { '!': [{ var: 'data.g.0.m' }] } } }),
    ],
    { a: 'x', box: { n: 3 }, g: [{ m: 1 }, {}, { m: 7 }] },
    { outcomes: [outcome] },
  )
  expect(sitting.result).toMatchObject({ answers: { double: 6, third: 7 }, outcomes: [{ value: 4 }] })
  expect(sitting.result.errors).toMatchObject([{ path: 'late' }])
  expect(sitting.change('a', 'y')).toMatchObject({
    answers: { a: 'y' },
    errors: [],
    outcomes: [{ value: null }],
  })
  expect(sitting.change('a', 'x').answers['third']).toBe(7)
  expect(sitting.change('g', [{ m: 1 }, {}]).answers['third']).toBeUndefined()
})

test('a rule about its own hidden question asks before that has a value, however often', () => {
  const sitting = sit([
    text('a'),
    text('t', { ...shownBy('a'), clearOnHide: false, validate: { json: { '!': [{ var: 'row.t' }] } } }),
  ])
  expect(sitting.change('t', '一').answers).toEqual({ t: '一' })
  const { hidden } = sitting.result
  expect(sitting.change('t', '二').answers).toEqual({ t: '二' })
  expect(sitting.result.hidden).toBe(hidden)
  expect(sitting.change('a', 'x').errors).toMatchObject([{ path: 't', code: 'json' }])
})

test('a cell that is hidden from outside its row is no twin any more', () => {
  const sitting = sit(
    [text('a'), grid('g', [text('id', { ...shownBy('a'), unique: true, clearOnHide: false })])],
    {
      a: 'x',
      g: [{ id: '1' }, { id: '1' }],
    },
  )
  expect(sitting.result.errors).toMatchObject([{ path: 'g[1].id', code: 'unique' }])
  expect(sitting.change('a', 'y').errors).toEqual([])
  expect(sitting.change('a', 'x').errors).toHaveLength(1)
})

test('a rule of logic that changes words, while what is shown stays', () => {
  const actions = [
    { type: 'property', property: { value: 'hidden', type: 'boolean' }, state: false },
    { type: 'property', property: { value: 'label', type: 'string' }, text: '别的' },
  ]
  const trigger = { type: 'simple', simple: { show: true, when: 'a', eq: 'x' } }
  const sitting = sit([text('a'), text('b', { logic: [{ trigger, actions }] })])
  expect(sitting.change('a', 'x').overrides).toEqual({ b: { label: '别的' } })
  expect(sitting.change('a', 'y').overrides).toEqual({})
})

test('no more than 500 errors, and those in order, as rows come and go', () => {
  const required = { validate: { required: true } }
  const sitting = sit([
    grid('g', [text('x', required), text('y', required), text('z', required)], {
      validate: { maxLength: 200 },
    }),
    text('last', required),
  ])
  sitting.change(
    'g',
    Array.from({ length: 200 }, () => ({})),
  )
  expect(sitting.result.errors).toHaveLength(500)
  sitting.change('g[3].y', 'da')
  expect(sitting.result.errors).toHaveLength(500)
  expect(sitting.change('g', []).errors).toMatchObject([{ path: 'last' }])
})
