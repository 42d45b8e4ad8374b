import { describe, expect, test } from 'vitest'
import { lint, lintForm } from '#forms/definition'
import { codes, field, form } from './form.ts'

const option = [{ value: 'x', label: 'X' }]

test('every supported type passes', () => {
  const leaf = (type: string, more: object = {}) => ({ type, key: type, label: type, ...more })
  const inside = (key: string) => [{ type: 'textfield', key, label: key }]
  const definition = form(
    ...[
      'textfield',
      'textarea',
      'number',
      'currency',
      'checkbox',
      'datetime',
      'day',
      'time',
      'phoneNumber',
      'email',
      'url',
      'signature',
      'file',
      'hidden',
      'tags',
      'content',
      'htmlelement',
    ].map((type) => leaf(type)),
    leaf('radio', { values: option }),
    leaf('selectboxes', { values: option }),
    leaf('select', { data: { values: option } }),
    leaf('survey', { questions: option, values: option }),
    ...['panel', 'fieldset', 'well'].map((type) => leaf(type, { components: inside(`${type}1`) })),
    ...['container', 'datagrid', 'editgrid'].map((type) => leaf(type, { components: inside('x') })),
    leaf('columns', { columns: [{ components: inside('c1') }, { components: inside('c2') }] }),
    leaf('table', { rows: [[{ components: inside('t1') }]] }),
    leaf('tabs', { components: [{ key: 'tab', label: 'Tab', components: inside('tab1') }] }),
    leaf('button', { action: 'submit' }),
  )
  expect(lint(definition)).toEqual([])
})

test.each([
  ['table', { rows: [{ components: [field({ key: 'lost' })] }] }, '/rows'],
  ['table', { rows: { components: [field({ key: 'lost' })] } }, '/rows'],
  ['columns', { columns: [[{ components: [field({ key: 'lost' })] }]] }, '/columns'],
  ['tabs', { components: ['lost'] }, '/components'],
])(
  'cells that are not written as such are refused, since what they hold would be passed by: %s',
  (type, more, at) => {
    expect(lint(form({ type, key: 'a', label: 'a', ...more }))).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'shape', pointer: `/components/0${at}` }),
    )
  },
)

test('what Form.io leaves empty or out refuses nothing', () => {
  const empty = {
    errors: '',
    properties: '',
    attributes: {},
    widget: null,
    overlay: { style: '', left: '' },
    calculateValue: '',
    customConditional: '',
    customDefaultValue: '',
    conditional: { show: null, when: null, eq: '' },
    validate: { required: false, custom: '', customPrivate: false, minLength: '', pattern: '' },
    logic: [],
  }
  expect(lint({ components: [field(empty)] })).toEqual([])
  expect(codes({ components: [field({ errors: 'x' })] })).toEqual(['shape'])
  expect(codes({ display: null, components: [field()] })).toEqual(['display'])
})

test('a component says that its type is missing or no text', () => {
  const message = (type: unknown) => lint(form({ key: 'a', ...(type !== undefined && { type }) }))[0]?.message
  expect(message(undefined)).toBe('这个组件没有写明类型（type）。')
  expect(message('')).toBe('这个组件没有写明类型（type）。')
  expect(message({ toString: 1 })).toBe('组件的类型（type）应当是文字。')
  expect(message('mystery')).toBe('不支持「mystery」类型的组件。')
})

describe('refuses, with path, pointer, label and a Chinese sentence', () => {
  test('patterns, masks, dates, limits, buttons, formats', () => {
    expect(codes(form(field({ validate: { pattern: '(a+)+' } })))).toEqual(['pattern'])
    expect(codes(form(field({ validate: { pattern: '(?=x)' } })))).toEqual(['pattern'])
    expect(codes(form(field({ validate: { pattern: 'a'.repeat(201) } })))).toEqual(['pattern'])
    expect(codes(form(field({ inputMask: '9'.repeat(201) })))).toEqual(['mask'])
    expect(
      codes(form({ type: 'datetime', key: 'd', datePicker: { minDate: "moment().subtract(1, 'days')" } })),
    ).toContain('moment')
    expect(codes(form({ type: 'datetime', key: 'd', datePicker: { minDate: 'yesterday' } }))).toEqual([
      'date',
    ])
    expect(codes(form(field({ validate: { maxLength: 'many' } })))).toEqual(['limit'])
    expect(codes(form(field({ validate: { minLength: 5, maxLength: 4 } })))).toEqual(['limit'])
    expect(codes(form({ type: 'button', key: 'b', action: 'url' }))).toEqual(['button'])
    expect(codes(form(field({ properties: { format: 'money' } })))).toEqual(['format'])
    expect(codes(form(field({ properties: { sensitivity: 'secret' } })))).toEqual(['sensitivity'])
    expect(codes(form({ type: 'datagrid', key: 'g', components: [], validate: { maxLength: 201 } }))).toEqual(
      ['rows'],
    )
    expect(codes(form(field({ unique: true })))).toEqual(['unique'])
  })

  test('keys, twice the same key, reserved names', () => {
    expect(codes(form(field({ key: '1a' })))).toEqual(['key'])
    expect(codes(form(field({ key: 'a.b' })))).toEqual(['key'])
    expect(codes(form(field({ key: undefined })))).toEqual(['key'])
    expect(codes(form(field(), field()))).toEqual(['key-twice'])
    expect(codes(form(field(), { type: 'panel', key: 'p', components: [field()] }))).toEqual(['key-twice'])
    expect(codes(form(field(), { type: 'container', key: 'c', components: [field()] }))).toEqual([])
    for (const key of ['constructor', 'prototype', 'toString', 'hasOwnProperty'])
      expect(codes(form(field({ key })))).toEqual(['reserved-name'])
    expect(codes(form(field({ key: '__proto__' })))).toEqual(['key'])
    expect(codes(form(JSON.parse('{"type":"textfield","key":"a","x":{"__proto__":{"y":1}}}')))).toEqual([
      'reserved-name',
    ])
    expect(
      codes(form({ type: 'selectboxes', key: 's', values: [{ value: '__proto__', label: 'x' }] })),
    ).toEqual(['reserved-name'])
  })

  test('references to nothing, operators and roots outside the lists', () => {
    expect(codes(form(field({ conditional: { show: true, when: 'ghost', eq: 'x' } })))).toEqual([
      'condition-unknown',
    ])
    expect(codes(form(field({ conditional: { json: { '==': [{ var: 'data.ghost' }, 1] } } })))).toEqual([
      'read-unknown',
    ])
    expect(codes(form(field({ calculateValue: { var: 'row.ghost' } })))).toEqual(['read-unknown'])
    expect(codes(form(field({ calculateValue: { var: 'data' } })))).toEqual(['read-whole'])
    expect(codes(form(field({ calculateValue: { var: 'instance.root' } })))).toEqual(['rule-root'])
    expect(codes(form(field({ validate: { json: { _map: [1] } } })))).toEqual(['rule-operator'])
    expect(
      codes(
        form(
          field(),
          field({
            key: 'b',
            conditional: {
              show: true,
              conjunction: 'all',
              conditions: [{ component: 'a', operator: 'constructor', value: 1 }],
            },
          }),
        ),
      ),
    ).toEqual(['condition-operator'])
    const rows = { type: 'datagrid', key: 'g', label: '表', components: [field({ key: 'x' })] }
    expect(codes(form(rows, field({ conditional: { show: true, when: 'g.x', eq: '1' } })))).toEqual([
      'condition-rows',
    ])
  })

  test('choices that are none, defaults that are no answer, pages that are no pages', () => {
    expect(codes(form({ type: 'radio', key: 'r', values: [] }))).toEqual(['options'])
    expect(codes(form({ type: 'radio', key: 'r', values: [...option, ...option] }))).toEqual(['option-twice'])
    expect(codes(form({ type: 'radio', key: 'r', properties: { options: 'catalogue' } }))).toEqual([])
    expect(codes(form({ type: 'number', key: 'n', defaultValue: '5' }))).toEqual(['default'])
    expect(codes({ display: 'wizard', components: [field()] })).toEqual(['wizard'])
    expect(codes({ display: 'pdf', components: [field()] })).toEqual(['display'])
  })

  test('too many, too deep', () => {
    const many = (count: number) => form(...Array.from({ length: count }, (_, i) => field({ key: `k${i}` })))
    expect(codes(many(1_000))).toEqual([])
    expect(codes(many(1_001))).toEqual(['too-many'])
    const deep = (levels: number): unknown =>
      levels === 0 ? field() : { type: 'panel', key: `p${levels}`, components: [deep(levels - 1)] }
    expect(codes(form(deep(9)))).toEqual([])
    expect(codes(form(deep(10)))).toEqual(['too-deep'])
  })
})

test('lintForm points into the document', () => {
  const findings = lintForm({
    schema: 1,
    key: 'f',
    title: 'f',
    definition: form(field({ customConditional: 'x' })) as never,
    outcomes: [{ key: 'o', title: 'o', value: { var: 'data.ghost' }, rule: 'R' }],
  })
  expect(findings.map(({ pointer }) => pointer)).toEqual([
    '/definition/components/0/customConditional',
    '/outcomes/0/value',
  ])
})
