import { describe, expect, test } from 'vitest'
import { errorsOf, form, number, run, text, values } from './form.ts'

describe('conditions', () => {
  const shown = (conditional: object, answers: object) =>
    !run(
      form(
        text('a'),
        number('n'),
        { type: 'selectboxes', key: 's', values: values('x', 'y') },
        { type: 'datetime', key: 'd' },
        text('t', { conditional }),
      ),
      answers,
    ).hidden.includes('t')
  const one = (component: string, operator: string, value?: unknown, show = true) => ({
    show,
    conjunction: 'all',
    conditions: [{ component, operator, value }],
  })

  test.each([
    [{ show: true, when: 'a', eq: 'x' }, { a: 'x' }, true],
    [{ show: true, when: 'a', eq: 'x' }, {}, false],
    [{ show: 'false', when: 'a', eq: 'x' }, { a: 'x' }, false],
    [{ show: true, when: 's', eq: 'x' }, { s: { x: true } }, true],
    [{ show: true, when: 's', eq: 'x' }, { s: { x: false } }, false],
    [{ show: true, when: 's.x', eq: 'true' }, { s: { x: true } }, true],
    [one('s.x', 'isEqual', 'true'), { s: { x: false } }, false],
    [{ show: null, when: null, eq: '' }, {}, true],
    [one('a', 'isEqual', 'x'), { a: 'x' }, true],
    [one('a', 'isEqual', 'x', false), { a: 'x' }, false],
    [one('n', 'isEqual', '5'), { n: 5 }, true],
    [one('a', 'isNotEqual', 'x'), {}, true],
    [one('a', 'isEmpty'), {}, true],
    [one('a', 'isNotEmpty'), { a: 'x' }, true],
    [one('a', 'includes', 'bc'), { a: 'abcd' }, true],
    [one('a', 'notIncludes', 'bc'), { a: 'abcd' }, false],
    [one('a', 'startsWith', 'ab'), { a: 'abcd' }, true],
    [one('a', 'endsWith', 'ab'), { a: 'abcd' }, false],
    [one('n', 'lessThan', 5), { n: 4 }, true],
    [one('n', 'lessThan', 5), {}, false],
    [one('n', 'greaterThanOrEqual', '5'), { n: 5 }, true],
    [one('d', 'dateLessThan', '2026-06-01'), { d: '2026-05-31' }, true],
    [one('d', 'isDateEqual', '2026-05-31T00:00:00+08:00'), { d: '2026-05-31' }, true],
    [
      { json: { and: [{ '==': [{ var: 'data.a' }, 'x'] }, { '>': [{ var: 'data.n' }, 1] }] } },
      { a: 'x', n: 2 },
      true,
    ],
    [{ json: { var: 'data.a' } }, {}, false],
  ])('%j with %j', (conditional, answers, expected) => {
    expect(shown(conditional, answers)).toBe(expected)
  })

  test("a name means the form's own field first, then the nearest", () => {
    const inRow = text('t', { conditional: { show: true, when: 'k', eq: 'x' } })
    const rows = { type: 'datagrid', key: 'g', components: [text('k'), inRow] }
    expect(run(form(text('k'), rows), { k: 'x', g: [{ k: 'y' }] }).hidden).toEqual([])
    expect(run(form(rows), { g: [{ k: 'y' }, { k: 'x' }] }).hidden).toEqual(['g[0].t'])
  })

  test('several conditions: all or any, show or hide', () => {
    const terms = [
      { component: 'a', operator: 'isEqual', value: 'x' },
      { component: 'n', operator: 'greaterThan', value: 1 },
    ]
    const both = { a: 'x', n: 2 }
    const half = { a: 'x' }
    expect(shown({ show: true, conjunction: 'all', conditions: terms }, both)).toBe(true)
    expect(shown({ show: true, conjunction: 'all', conditions: terms }, half)).toBe(false)
    expect(shown({ show: true, conjunction: 'any', conditions: terms }, half)).toBe(true)
    expect(shown({ show: false, conjunction: 'any', conditions: terms }, half)).toBe(false)
    expect(shown({ show: false, conjunction: 'all', conditions: terms }, half)).toBe(true)
  })

  test('a hidden layout hides and clears what stands in it; clearOnHide false keeps only what would pass', () => {
    const definition = form(text('gate'), {
      type: 'panel',
      key: 'p',
      conditional: { show: true, when: 'gate', eq: 'yes' },
      components: [
        text('a', { validate: { required: true } }),
        number('b', { clearOnHide: false, validate: { max: 5 } }),
        { type: 'columns', key: 'c', columns: [{ components: [text('d')] }] },
      ],
    })
    expect(run(definition, { a: 'x', b: 5, d: 'y' })).toMatchObject({
      answers: { b: 5 },
      errors: [],
      hidden: ['p', 'a', 'b', 'c', 'd'],
    })
    expect(run(definition, { b: 6 }).answers).toEqual({})
    expect(errorsOf(run(definition, { gate: 'yes', b: 6 }))).toEqual(['a required', 'b max'])
  })

  test('an empty list that is kept while hidden is no answer, so no check looks into it', () => {
    const definition = form(text('gate'), {
      ...text('list', { multiple: true, clearOnHide: false }),
      conditional: { show: true, when: 'gate', eq: 'yes' },
    })
    for (const more of [
      { type: 'currency' },
      { type: 'number', validate: { min: 1, step: 2, integer: true } },
      { type: 'datetime', datePicker: { minDate: '2026-01-01' } },
      { type: 'url', validate: { minLength: 2, pattern: 'a+' } },
    ]) {
      const [gate, list] = definition.components
      const kept = form(gate as object, { ...list, ...more })
      for (const answers of [{ list: [] }, { gate: 'yes', list: [] }])
        expect(run(kept, answers), more.type).toMatchObject({ answers, errors: [] })
    }
  })

  test('statically hidden: the form may compute there, the client may not write there', () => {
    const definition = form(
      number('a'),
      number('s', {
        hidden: true,
        validate: { required: true },
        calculateValue: { '*': [{ var: 'data.a' }, 2] },
      }),
      text('h', { hidden: true }),
    )
    expect(run(definition, { a: 2, s: 99, h: 'x' })).toMatchObject({
      answers: { a: 2, s: 4 },
      errors: [],
      hidden: ['s', 'h'],
    })
  })
})
