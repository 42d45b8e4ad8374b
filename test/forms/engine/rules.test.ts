import { describe, expect, test } from 'vitest'
import { errorsOf, form, number, run, text, values } from './form.ts'

const check = (validate: object, value: unknown, more: object = {}): readonly string[] =>
  errorsOf(run(form(text('a', { validate, ...more })), { a: value })).map((error) => error.slice(2))

describe('validation', () => {
  test('required means an answer of the type, not something truthy', () => {
    const required = { validate: { required: true } }
    const definition = form(
      text('t', required),
      { type: 'checkbox', key: 'c', ...required },
      { type: 'selectboxes', key: 's', values: values('a'), ...required },
      { type: 'survey', key: 'y', questions: values('p', 'q'), values: values('1'), ...required },
      { type: 'datagrid', key: 'g', components: [text('x')], ...required },
      { type: 'day', key: 'd', ...required },
    )
    const all = ['t', 'c', 's', 'y', 'g', 'd']
    expect(errorsOf(run(definition, {}))).toEqual(all.map((key) => `${key} required`))
    const hollow = { t: '  ', c: false, s: { a: false }, y: { p: '1' }, g: [], d: '00/00/0000' }
    expect(errorsOf(run(definition, hollow))).toEqual(all.map((key) => `${key} required`))
    const full = { t: 'x', c: true, s: { a: true }, y: { p: '1', q: '1' }, g: [{}], d: '01/31/2026' }
    expect(run(definition, full).errors).toEqual([])
  })

  test('lengths, words, pattern and mask', () => {
    expect(check({ minLength: 3 }, 'ab')).toEqual(['minLength'])
    expect(check({ maxLength: '3' }, 'abcd')).toEqual(['maxLength'])
    expect(check({ minWords: 3 }, '困难')).toEqual(['minWords'])
    expect(check({ maxWords: 3 }, '困难家庭')).toEqual(['maxWords'])
    expect(check({ maxWords: 4 }, 'two words 汉字')).toEqual([])
    expect(check({ pattern: '[a-z]{2}' }, 'abc')).toEqual(['pattern'])
    expect(check({ pattern: '^[a-z]{2}$' }, 'ab')).toEqual([])
    expect(check({}, '12-x', { inputMask: '99-a' })).toEqual([])
    expect(check({}, `12-${'x'.repeat(9_000)}`, { inputMask: '99-a' })).toEqual(['mask'])
  })

  test('numbers: min, max, integer, step, decimals', () => {
    const numeric = (validate: object, value: number, more: object = {}) =>
      errorsOf(run(form(number('n', { validate, ...more })), { n: value }))
    expect(numeric({ min: 1 }, 0)).toEqual(['n min'])
    expect(numeric({ max: '5' }, 6)).toEqual(['n max'])
    expect(numeric({ integer: true }, 1.5)).toEqual(['n integer'])
    expect(numeric({ step: 0.1 }, 0.3)).toEqual([])
    expect(numeric({ step: 0.1 }, 0.35)).toEqual(['n step'])
    expect(numeric({ step: 'any' }, 0.35)).toEqual([])
    expect(numeric({}, 1.234, { decimalLimit: 2 })).toEqual(['n decimals'])
  })

  test('selected counts, dates, day parts', () => {
    const boxes = {
      type: 'selectboxes',
      key: 's',
      values: values('a', 'b', 'c'),
      validate: { minSelectedCount: 2, maxSelectedCount: 2 },
    }
    expect(errorsOf(run(form(boxes), { s: { a: true } }))).toEqual(['s minSelected'])
    expect(errorsOf(run(form(boxes), { s: { a: true, b: true, c: true } }))).toEqual(['s maxSelected'])
    const date = { type: 'datetime', key: 'd', datePicker: { minDate: '2026-01-01', maxDate: '2026-12-31' } }
    expect(errorsOf(run(form(date), { d: '2025-12-31' }))).toEqual(['d minDate'])
    expect(errorsOf(run(form(date), { d: '2026-12-31T23:59:00+08:00' }))).toEqual([])
    expect(errorsOf(run(form(date), { d: '2027-01-01T00:00:00+08:00' }))).toEqual(['d maxDate'])
    const day = { type: 'day', key: 'd', fields: { day: { required: true } }, maxDate: '2026-06-30' }
    expect(errorsOf(run(form(day), { d: '01/00/2026' }))).toEqual(['d incomplete'])
    expect(errorsOf(run(form(day), { d: '07/01/2026' }))).toEqual(['d maxDate'])
  })

  test('multiple values are checked one by one', () => {
    const definition = form(text('a', { multiple: true, validate: { maxLength: 3, pattern: '[a-z]*' } }))
    expect(errorsOf(run(definition, { a: ['abc', 'abcdef'] }))).toEqual(['a maxLength'])
    expect(errorsOf(run(definition, { a: ['abc', 'AB'] }))).toEqual(['a pattern'])
  })

  test('blank lines of multiple values are no answers, and do not make a required one answered', () => {
    const more = { multiple: true, validate: { required: true } }
    for (const blank of [[''], [null], ['', null, '']]) {
      expect(errorsOf(run(form(text('a', more)), { a: blank }))).toEqual(['a required'])
      expect(errorsOf(run(form(number('a', more)), { a: blank }))).toEqual(['a required'])
    }
    expect(errorsOf(run(form(text('a', more)), { a: ['  '] }))).toEqual(['a required'])
    expect(run(form(number('a', more)), { a: [1, null, 2] })).toMatchObject({
      answers: { a: [1, 2] },
      errors: [],
    })
    expect(errorsOf(run(form(number('a', more)), { a: [1, 'x'] }))).toEqual(['a type'])
  })

  test('unique columns and unique rows', () => {
    const grid = (more: object, ...components: readonly object[]) =>
      form({ type: 'datagrid', key: 'g', label: '成员', components, ...more })
    const twice = { g: [{ x: 'a', y: '1' }, { x: 'b', y: '1' }, { x: 'a', y: '1' }, {}] }
    expect(run(grid({}, text('x', { unique: true }), text('y')), twice).errors).toEqual([
      { path: 'g[2].x', code: 'unique', message: '成员第 3 行：「x」与前面的行重复。' },
    ])
    expect(errorsOf(run(grid({ validate: { unique: true } }, text('x'), text('y')), twice))).toEqual([
      'g[2] unique',
    ])
  })

  test('own messages win, with the label put in', () => {
    const definition = form(
      text('a', {
        label: '姓名',
        validate: { required: true, maxLength: 1 },
        errors: { required: '请写 {{ field }}' },
      }),
    )
    expect(run(definition, {}).errors[0]?.message).toBe('请写 姓名')
    expect(run(definition, { a: 'ab' }).errors[0]?.message).toBe('「姓名」最多 1 个字。')
  })
})

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

describe('logic', () => {
  const property = (value: string, state: boolean) => ({
    type: 'property',
    property: { value, type: 'boolean' },
    state,
  })
  const rule = (...actions: readonly object[]) => ({
    logic: [{ name: 'r', trigger: { type: 'json', json: { '==': [{ var: 'data.k' }, 'go'] } }, actions }],
  })

  test('turns required, hidden and disabled on, and says so to the renderer', () => {
    const definition = form(
      text('k'),
      text('r', rule(property('validate.required', true))),
      text('h', rule(property('hidden', true))),
      text('d', { defaultValue: '原', ...rule(property('disabled', true)) }),
      text('l', rule({ type: 'property', property: { value: 'label', type: 'string' }, text: '新名' })),
    )
    expect(run(definition, { k: 'go', h: 'x', d: '改' })).toMatchObject({
      answers: { k: 'go', d: '原' },
      hidden: ['h'],
      overrides: { r: { required: true }, d: { disabled: true }, l: { label: '新名' } },
      errors: [{ path: 'r', code: 'required' }],
    })
    const idle = run(definition, { k: 'no', h: 'x', d: '改' })
    expect(idle).toMatchObject({ answers: { k: 'no', h: 'x', d: '改' }, overrides: {}, errors: [] })
  })

  test('shows what is hidden, frees what is required, and never stays on for the next evaluation', () => {
    const definition = form(
      text('k'),
      text('r', {
        hidden: true,
        validate: { required: true },
        ...rule(property('hidden', false), property('validate.required', false)),
      }),
    )
    expect(run(definition, { k: 'go' })).toMatchObject({ hidden: [], errors: [] })
    expect(run(definition, {})).toMatchObject({ hidden: ['r'] })
  })

  test('sets values by JSON Logic and simple triggers', () => {
    const definition = form(
      number('n'),
      text('v', {
        logic: [
          {
            trigger: {
              type: 'simple',
              simple: {
                show: true,
                conjunction: 'all',
                conditions: [{ component: 'n', operator: 'greaterThan', value: 5 }],
              },
            },
            actions: [{ type: 'value', value: { cat: ['多', { var: 'data.n' }] } }],
          },
        ],
      }),
    )
    expect(run(definition, { n: 6, v: '假' }).answers).toEqual({ n: 6, v: '多6' })
    expect(run(definition, { n: 5, v: '真' }).answers).toEqual({ n: 5, v: '真' })
  })
})
