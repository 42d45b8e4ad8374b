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
    const hollow = { t: '  ', c: false, s: { a: false }, y: { p: '1' }, g: [{}], d: '00/00/0000' }
    expect(errorsOf(run(definition, hollow))).toEqual(all.map((key) => `${key} required`))
    const full = { t: 'x', c: true, s: { a: true }, y: { p: '1', q: '1' }, g: [{ x: 'x' }], d: '01/31/2026' }
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
