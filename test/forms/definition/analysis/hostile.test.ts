import { describe, expect, test } from 'vitest'
import { lint } from '#forms/definition'
import { remarks } from '../../../../forms/definition/analysis/remarks.ts'
import { bounded } from '../../bounded.ts'

const form = (...components: readonly object[]) => ({ display: 'form', components })
const number = (key: string, more: object = {}) => ({ type: 'number', key, label: key, ...more })
const data = (name: string) => ({ var: `data.${name}` })

describe('bounded, whatever the rules are', () => {
  test('a thousand calculations that hang on each other', () => {
    const chain = Array.from({ length: 999 }, (_, i) =>
      number(
        `k${i}`,
        i === 0 ? {} : { calculateValue: { '+': [data(`k${i - 1}`), { if: [data(`k${i - 1}`), 1, 2] }] } },
      ),
    )
    bounded(() => expect(lint(form(...chain))).toEqual([]), 5_000)
  })

  test('a rule with as many parts as may be, in every question', () => {
    const choice = (key: string) => ({
      type: 'radio',
      key,
      label: key,
      values: Array.from({ length: 12 }, (_, i) => ({ value: i, label: `${i}` })),
    })
    const asked = Array.from({ length: 20 }, (_, i) => choice(`q${i}`))
    const wide = {
      or: Array.from({ length: 190 }, (_, i) => ({
        and: [{ '===': [data(`q${i % 20}`), i % 12] }, { '>': [data(`q${(i + 7) % 20}`), 3] }],
      })),
    }
    const heavy = Array.from({ length: 80 }, (_, i) => number(`n${i}`, { conditional: { json: wide } }))
    bounded(() => expect(lint(form(...asked, ...heavy))).toEqual([]), 15_000)
  })

  test('list operators inside each other over grids inside each other', () => {
    const inner = {
      type: 'datagrid',
      key: 'inner',
      label: 'inner',
      components: [number('n')],
      validate: { maxLength: 200 },
    }
    const rows = {
      type: 'datagrid',
      key: 'rows',
      label: 'rows',
      components: [inner],
      validate: { maxLength: 200 },
    }
    const each = (list: object, body: object) => ({
      reduce: [list, { max: [{ var: 'accumulator' }, body] }, 0],
    })
    const deep = each(
      data('rows'),
      each({ var: 'current.inner' }, { '+': [{ var: 'current.n' }, { var: 'accumulator' }] }),
    )
    bounded(() => expect(lint(form(rows, number('total', { calculateValue: deep })))).toEqual([]), 5_000)
  })

  test('conditions nested as deep as may be', () => {
    let json: object = { '===': [data('a'), 1] }
    for (let i = 0; i < 36; i++) json = { if: [json, i % 2 === 0, { '!': [data('a')] }] }
    bounded(() => lint(form(number('a'), number('b', { conditional: { json } }))), 2_000)
  })
})

test('what is no form at all gives no remark, and never throws', () => {
  const trap = Object.defineProperty({}, 'components', {
    get: () => {
      throw new Error('no')
    },
  })
  for (const wrong of [{}, { components: 1 }, { components: [null, 1, [], {}] }, trap])
    expect(remarks(wrong)).toEqual([])
  const odd = [null, 1, 'x', [], { a: 1 }]
  for (const value of odd)
    for (const key of [
      'validate',
      'conditional',
      'logic',
      'properties',
      'values',
      'data',
      'defaultValue',
      'components',
      'calculateValue',
      'questions',
    ])
      for (const type of ['radio', 'number', 'datagrid', 'survey', 'selectboxes', 'select', 'columns'])
        expect(Array.isArray(remarks(form({ type, key: 'a', [key]: value })))).toBe(true)
})

test('names that mean something to objects mean nothing here', () => {
  const json = { and: [{ '===': [data('toString'), 'x'] }, { in: [data('valueOf'), ['hasOwnProperty']] }] }
  expect(() =>
    remarks(form({ type: 'textfield', key: 'valueOf', label: 'x', conditional: { json } })),
  ).not.toThrow()
})

test('a hundred warnings at most, and none of them keeps an error away', () => {
  const kind = { type: 'radio', key: 'kind', label: '类', values: [{ value: 'a', label: '甲' }] }
  const dead = Array.from({ length: 300 }, (_, i) =>
    number(`d${i}`, { conditional: { json: { '===': [data('kind'), 'b'] } } }),
  )
  const error = number('last', { disabled: true, validate: { required: true } })
  const found = lint(form(kind, ...dead, error))
  expect(found.filter(({ level }) => level === 'warning')).toHaveLength(100)
  expect(found.filter(({ level }) => level === 'error').map(({ path }) => path)).toEqual(['last'])
})
