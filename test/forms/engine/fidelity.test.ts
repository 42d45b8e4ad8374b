import { describe, expect, test } from 'vitest'
import { errorsOf, form, number, run, text, values } from './form.ts'

const required = { validate: { required: true } }
const errors = (component: object, value: unknown): readonly string[] =>
  errorsOf(run(form({ key: 'a', label: 'a', ...component }), { a: value })).map((error) => error.slice(2))
const taken = (component: object, value: unknown): unknown =>
  run(form({ key: 'a', label: 'a', ...component }), { a: value }).answers['a']

describe('details that Form.io decides', () => {
  test('mail addresses: in small letters, a top-level domain of two letters at least', () => {
    const mail = { type: 'email' }
    expect(taken(mail, ' Li.Si@Example.CN ')).toBe('li.si@example.cn')
    for (const wrong of [
      'a@b.c',
      'a..b@example.cn',
      '.a@example.cn',
      'a@例.cn',
      'a b@example.cn',
      '@example.cn',
    ])
      expect(errors(mail, wrong)).toEqual(['email'])
    expect(errors(mail, `${'a'.repeat(255)}@example.cn`)).toEqual(['email'])
  })

  test('web addresses: also without a scheme, never one that runs something or leads inside', () => {
    const url = { type: 'url' }
    for (const good of [
      'example.org',
      'example.org/a?b',
      'http://localhost:3000',
      '//example.org',
      'https://8.8.8.8/',
    ])
      expect(errors(url, good)).toEqual([])
    for (const wrong of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.org',
      'http://10.0.0.1',
      'http://127.0.0.1/',
      'http://192.168.1.1',
      'http://172.16.0.1',
      'http://169.254.1.1',
      'a@example.cn',
      'word',
      'http://a b.cn',
      'https://-a.cn',
    ])
      expect(errors(url, wrong)).toEqual(['url'])
  })

  test('times are stored with seconds unless the form wants none', () => {
    expect(taken({ type: 'time' }, '08:30')).toBe('08:30:00')
    expect(taken({ type: 'time', dataFormat: 'HH:mm' }, '08:30')).toBe('08:30')
    expect(errors({ type: 'time', dataFormat: 'HH:mm' }, '08:30:00')).toEqual(['date'])
    expect(errors({ type: 'time', format: 'hh:mm A' }, '08:30')).toEqual(['date'])
    expect(taken({ type: 'time', format: 'hh:mm A' }, '03:05 PM')).toBe('15:05:00')
    expect(taken({ type: 'time', format: 'hh:mm A' }, '12:05 AM')).toBe('00:05:00')
    expect(errors({ type: 'time' }, '03:05 PM')).toEqual(['date'])
    expect(errors({ type: 'time', format: 'hh:mm A' }, '13:05 PM')).toEqual(['date'])
    expect(errors({ type: 'time', inputMask: '99:99' }, '08:30')).toEqual([])
  })

  test('days: years within their limits, required parts, hidden parts left out or zero', () => {
    const day = (fields: object, more: object = {}) => ({ type: 'day', fields, ...more })
    expect(errors(day({ year: { minYear: 2000, maxYear: '2025' } }), '01/31/2026')).toEqual(['maxDate'])
    expect(errors(day({}, { minYear: 2000 }), '01/31/1999')).toEqual(['minDate'])
    expect(errors(day({ year: { minYear: '', maxYear: '' } }), '01/31/1899')).toEqual([])
    expect(errors(day({ month: { required: true } }), undefined)).toEqual(['incomplete'])
    expect(errors(day({ month: { required: true } }), '00/31/2026')).toEqual(['incomplete'])
    expect(errors(day({ month: { required: true } }), '01/00/0000')).toEqual([])
    expect(errors(day({ month: { required: true } }, { validate: { maxLength: 5 } }), undefined)).toEqual([
      'incomplete',
    ])
    expect(errors(day({ month: { required: true } }, { multiple: true }), undefined)).toEqual(['incomplete'])
    expect(errors(day({ day: { hide: true, required: true } }), undefined)).toEqual([])
    expect(errors(day({ day: { hide: true } }), '01/00/2026')).toEqual([])
    expect(errors(day({ day: { hide: true } }), '01/31/2026')).toEqual(['date'])
  })

  test('a limit of 0 signs, words or boxes is no limit; one of the value 0 is', () => {
    expect(errors({ type: 'textfield', validate: { maxLength: 0, maxWords: '0' } }, '甲乙')).toEqual([])
    expect(
      errors({ type: 'selectboxes', values: values('x'), validate: { maxSelectedCount: 0 } }, { x: true }),
    ).toEqual([])
    expect(errors({ type: 'number', validate: { min: 0 } }, -1)).toEqual(['min'])
    expect(errors({ type: 'number', validate: { max: '0' } }, 1)).toEqual(['max'])
  })

  test('words are what spaces part, and in Chinese every sign', () => {
    const words = (text: string) =>
      errors({ type: 'textfield', validate: { minWords: 3, maxWords: 3 } }, text)
    for (const good of ['a@b c-d 3.5', '困难，户', '困 A1', '低保 3'])
      expect(words(good)).toEqual(good === '困 A1' ? ['minWords'] : [])
    expect(words('a@b')).toEqual(['minWords'])
    expect(words('困难家庭')).toEqual(['maxWords'])
  })

  test('lengths and patterns hold for every kind of text', () => {
    const radio = { type: 'radio', values: values('ab', 'abc'), validate: { maxLength: 2 } }
    expect(errors(radio, 'ab')).toEqual([])
    expect(errors(radio, 'abc')).toEqual(['maxLength'])
    expect(errors({ type: 'radio', values: values('1'), validate: { minLength: 2 } }, '1')).toEqual([])
    expect(
      errors({ type: 'tags', storeas: 'array', validate: { pattern: 'x', minLength: 9 } }, ['甲']),
    ).toEqual([])
    expect(errors({ type: 'datetime', validate: { pattern: '2026.*' } }, '2025-01-01')).toEqual(['pattern'])
  })

  test('masks: a small letter only where Form.io wants one; spaces are put in order where it says so', () => {
    expect(errors({ type: 'phoneNumber', inputMask: 'aA9*' }, 'QQ1x')).toEqual(['mask'])
    expect(errors({ type: 'phoneNumber', inputMask: 'aA9*' }, 'qQ1x')).toEqual([])
    expect(errors({ type: 'textfield', inputMask: 'aA9*' }, 'QQ1x')).toEqual([])
    expect(errors({ type: 'textfield', inputMask: '*' }, '甲')).toEqual(['mask'])
    expect(taken({ type: 'textfield', truncateMultipleSpaces: true }, '  a   b ')).toBe('a b')
  })

  test("what is hidden by setting holds the form's own value, which is not checked", () => {
    expect(
      errors({ type: 'number', hidden: true, defaultValue: 9, validate: { max: 5 } }, undefined),
    ).toEqual([])
    expect(errors({ type: 'number', defaultValue: 9, validate: { max: 5 } }, undefined)).toEqual(['max'])
    expect(errors({ type: 'number', hidden: true, calculateValue: { cat: ['x'] } }, undefined)).toEqual([
      'calculated',
    ])
  })

  test('blank entries of a list are dropped, also those that tidying makes blank', () => {
    expect(
      taken({ type: 'textfield', multiple: true, truncateMultipleSpaces: true }, ['a', '   ', '']),
    ).toEqual(['a'])
  })

  test('select boxes: options that are gone may still be said not to be ticked', () => {
    const boxes = { type: 'selectboxes', values: values('x') }
    expect(taken(boxes, { x: true, gone: false, '': false })).toEqual({ x: true })
    expect(errors(boxes, { gone: true })).toEqual(['option'])
    const flood = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, false]))
    expect(errors(boxes, flood)).toEqual(['option'])
  })

  test('required: rows and containers in which nothing stands are not answered', () => {
    const grid = {
      type: 'datagrid',
      components: [text('x'), { type: 'checkbox', key: 'c', label: 'c' }],
      ...required,
    }
    expect(errors(grid, [{}, { x: '', c: false }])).toEqual(['required'])
    expect(errors(grid, [{}, { c: true }])).toEqual([])
    const box = {
      type: 'container',
      components: [{ type: 'container', key: 'i', components: [text('x')] }],
      ...required,
    }
    expect(errors(box, { i: {} })).toEqual(['required'])
    expect(errors(box, { i: { x: 'x' } })).toEqual([])
  })

  test('spaces alone answer nothing, yet must fit what a text has to be', () => {
    expect(errors({ type: 'textfield', ...required }, '  ')).toEqual(['required'])
    expect(errors({ type: 'textfield', validate: { minLength: 3 } }, '  ')).toEqual(['minLength'])
    expect(errors({ type: 'url' }, '  ')).toEqual(['url'])
    expect(errors({ type: 'textfield' }, '  ')).toEqual([])
  })

  test('null says that a grid has no rows: its default does not come back', () => {
    const grid = { type: 'datagrid', components: [text('x')], defaultValue: [{ x: '默认' }] }
    expect(taken(grid, undefined)).toEqual([{ x: '默认' }])
    expect(taken(grid, null)).toEqual([])
  })

  test('a rule of logic shows what is hidden by setting, never what a condition hides', () => {
    const logic = [
      {
        trigger: { type: 'json', json: { '==': [{ var: 'data.k' }, 'go'] } },
        actions: [{ type: 'property', property: { value: 'hidden', type: 'boolean' }, state: false }],
      },
    ]
    const conditional = { show: true, when: 'n', eq: '1' }
    const definition = form(
      text('k'),
      number('n'),
      text('c', { conditional, logic }),
      text('h', { hidden: true, logic }),
    )
    expect(run(definition, { k: 'go' }).hidden).toEqual(['c'])
    expect(run(definition, { k: 'go', n: 1 }).hidden).toEqual([])
    expect(run(definition, { n: 1 }).hidden).toEqual(['h'])
  })
})
