import { describe, expect, test } from 'vitest'
import { form, linesOf, text, whenB } from './form.ts'

const rule = (...actions: readonly object[]) => [
  { trigger: { type: 'json', json: { var: 'data.b' } }, actions },
]
const push = (value: string, state: boolean) => ({
  type: 'property',
  property: { value, type: 'boolean' },
  state,
})
const own = (older: object, newer: object) =>
  linesOf(form(text('a', older), text('b')), form(text('a', newer), text('b')))
const typed = (type: string, older: object, newer: object) =>
  linesOf(form({ type, key: 'a', label: 'a', ...older }), form({ type, key: 'a', label: 'a', ...newer }))

describe('a setting that means nothing on its kind of question', () => {
  test.each<[string, object]>([
    ['phoneNumber', { storeas: 'array' }],
    ['checkbox', { validate: { integer: true } }],
    ['checkbox', { validate: { min: 1, maxLength: 5, pattern: 'a' } }],
    ['radio', { dayFirst: true, minYear: 1900, fields: { day: { hide: true } } }],
    ['number', { inputMask: '99', validate: { minWords: 2, minSelectedCount: 1 } }],
    ['textfield', { enableTime: false, currency: 'CNY', validate: { max: 3 } }],
  ])('says nothing: %s %j', (type, more) => {
    expect(typed(type, {}, more)).toEqual([])
    expect(typed(type, more, {})).toEqual([])
  })

  test('is told of a type that nobody knows, and where the type becomes one that it means something on', () => {
    expect(typed('strange', {}, { validate: { integer: true } })).toEqual(['tightens integer a'])
    expect(typed('textfield', {}, { type: 'number', validate: { integer: true } })).toContain(
      'tightens integer a',
    )
  })
})

describe('settings', () => {
  test.each<[object, object, string[]]>([
    [{}, { validate: { required: true } }, ['tightens required a']],
    [{ validate: { required: true } }, {}, ['compatible required a']],
    [{ validate: { maxLength: 5 } }, { validate: { maxLength: '9' } }, ['compatible maxLength a']],
    [{ validate: { maxLength: 5 } }, { validate: { maxLength: 4 } }, ['tightens maxLength a']],
    [{}, { validate: { minLength: 0, maxLength: '', required: false } }, []],
    [{}, { validate: { pattern: 'a' } }, ['tightens pattern a']],
    [{ validate: { json: { var: 'value' } } }, {}, ['compatible json a']],
    [{}, { inputMask: '99' }, ['tightens inputMask a']],
    [{}, { hidden: true }, ['loses-answers hidden a']],
    [{ hidden: true }, {}, ['compatible hidden a']],
    [{}, { disabled: true }, ['loses-answers disabled a']],
    [{}, { calculateValue: { var: 'data.b' } }, ['loses-answers calculateValue a']],
    [
      { calculateValue: { '+': [1, 2] } },
      { calculateValue: { '+': [2, 1] } },
      ['changes-meaning calculateValue a'],
    ],
    [{}, { defaultValue: 'x' }, ['changes-meaning defaultValue a']],
    [{}, { multiple: true }, ['loses-answers multiple a']],
    [{ defaultValue: '' }, { defaultValue: [] }, []],
    [{}, { clearOnHide: false }, ['changes-meaning clearOnHide a']],
    [{}, { properties: { element: 'person.name' } }, ['changes-meaning element a']],
    [{}, { properties: { format: 'cn-id' } }, ['changes-meaning format a', 'tightens format a']],
    [
      {},
      { properties: { sensitivity: 'personal' }, tooltip: '帮助' },
      ['compatible tooltip a', 'compatible sensitivity a'],
    ],
    [{ suffix: '元' }, { suffix: '万元' }, ['changes-meaning suffix a']],
    [{}, { tableView: true, widget: { type: 'input' }, id: 'e1', input: true }, []],
    [{}, { conditional: whenB }, ['loses-answers conditional a']],
    [{ clearOnHide: false }, { clearOnHide: false, conditional: whenB }, ['changes-meaning conditional a']],
    [{ conditional: whenB }, {}, ['changes-meaning conditional a']],
    [
      { conditional: whenB, validate: { required: true } },
      { validate: { required: true } },
      ['changes-meaning conditional a', 'tightens conditional a'],
    ],
    [{}, { conditional: { show: null, when: '', eq: '' } }, []],
    [{}, { logic: rule({ type: 'property', property: { value: 'label' }, text: '题' }) }, []],
    [{}, { logic: rule(push('validate.required', true)) }, ['changes-meaning logic a', 'tightens logic a']],
    [
      {},
      { logic: rule({ type: 'value', value: { var: 'data.b' } }) },
      ['changes-meaning logic a', 'loses-answers logic a'],
    ],
    [{ logic: rule(push('hidden', false)) }, {}, ['changes-meaning logic a', 'loses-answers logic a']],
    [{ logic: rule(push('hidden', true)) }, {}, ['changes-meaning logic a']],
  ])('%j -> %j', (older, newer, said) => expect(own(older, newer)).toEqual(said))

  test.each<[string, object, object, string[]]>([
    ['checkbox', { defaultValue: false }, {}, ['changes-meaning defaultValue a']],
    ['number', {}, { validate: { min: 1 } }, ['tightens min a']],
    ['number', { validate: { min: 1 } }, { validate: { min: 0 } }, ['compatible min a']],
    ['number', { validate: { step: 1 } }, { validate: { step: 2 } }, ['tightens step a']],
    ['number', { validate: { step: 2 } }, { validate: { step: 1 } }, ['compatible step a']],
    [
      'number',
      { validate: { min: 0, step: 2 } },
      { validate: { min: -1, step: 2 } },
      ['compatible min a', 'tightens min a'],
    ],
    ['number', {}, { decimalLimit: 0 }, ['tightens decimalLimit a']],
    ['currency', {}, { decimalLimit: 3 }, ['compatible decimalLimit a']],
    ['currency', { currency: 'CNY' }, { currency: 'USD' }, ['changes-meaning currency a']],
    [
      'datetime',
      { datePicker: { minDate: '2026-02-01' } },
      { datePicker: { minDate: '2026-01-01' } },
      ['compatible minDate a'],
    ],
    ['datetime', {}, { datePicker: { maxDate: '2026-01-01' } }, ['tightens maxDate a']],
    ['datetime', {}, { enableTime: false }, ['changes-meaning enableTime a']],
    ['day', {}, { dayFirst: true }, ['changes-meaning dayFirst a']],
    ['day', {}, { fields: { day: { hide: true } } }, ['loses-answers hide a']],
    ['tags', {}, { storeas: 'array' }, ['loses-answers storeas a']],
    ['file', { multiple: true }, {}, ['loses-answers multiple a']],
    ['file', {}, { multiple: true }, ['compatible multiple a']],
    ['datagrid', {}, { validate: { maxLength: 99 } }, ['loses-answers maxLength a']],
    ['datagrid', { validate: { maxLength: 5 } }, {}, ['compatible maxLength a']],
    ['datagrid', {}, { validate: { minLength: 1 } }, ['tightens minLength a']],
  ])('of a %s: %j -> %j', (type, older, newer, said) => expect(typed(type, older, newer)).toEqual(said))

  test.each<[string, string, string[]]>([
    ['textfield', 'number', ['loses-answers type a']],
    ['number', 'textfield', ['loses-answers type a']],
    ['day', 'textfield', ['changes-meaning type a']],
    ['textfield', 'email', ['tightens type a']],
    ['url', 'textarea', ['compatible type a']],
    ['number', 'currency', ['changes-meaning type a', 'tightens decimalLimit a']],
    ['textfield', 'hidden', ['loses-answers type a']],
  ])('a %s becomes a %s', (older, newer, said) =>
    expect(linesOf(form({ type: older, key: 'a' }), form({ type: newer, key: 'a' }))).toEqual(said),
  )

  test('rules in another order', () => {
    const rules = [...rule(push('hidden', true)), ...rule(push('hidden', false))]
    expect(own({ logic: rules }, { logic: rules.toReversed() })).toEqual([
      'changes-meaning logic a',
      'loses-answers logic a',
    ])
  })
})

describe('a new question with a value of its own', () => {
  const sum = { '+': [{ var: 'data.b' }, 1] }
  test.each<[object, string]>([
    [{ calculateValue: sum }, 'compatible'],
    [{ calculateValue: { if: [{ var: 'data.b' }, sum, 0] } }, 'compatible'],
    [{ calculateValue: { if: [{ var: 'data.b' }, 'x', 0] } }, 'tightens'],
    [{ calculateValue: { cat: ['x'] } }, 'tightens'],
    [{ calculateValue: { var: 'data.b' } }, 'tightens'],
    [{ calculateValue: sum, validate: { max: 3 } }, 'tightens'],
    [{ validate: { max: 3 } }, 'compatible'],
    [{ logic: rule({ type: 'value', value: { var: 'data.b' } }) }, 'tightens'],
    [{ type: 'textfield', calculateValue: { cat: ['x'] } }, 'compatible'],
    [{ type: 'email', calculateValue: { cat: ['x'] } }, 'tightens'],
  ])('%j is %s', (more, said) =>
    expect(
      linesOf(form(text('b')), form(text('b'), { type: 'number', key: 'n', label: 'n', ...more })),
    ).toEqual([`${said} added n`]),
  )
})
