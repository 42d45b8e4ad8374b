import { describe, expect, test } from 'vitest'
import { lint, lintForm } from '#forms/definition'

const form = (...components: readonly unknown[]) => ({ display: 'form', components })
const field = (more: object = {}) => ({ type: 'textfield', key: 'a', label: '姓名', ...more })
const codes = (definition: unknown) =>
  lint(definition)
    .filter(({ level }) => level === 'error')
    .map(({ code }) => code)
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

test('an element that would run or load something is refused by its tag and attributes too', () => {
  const element = (more: object) => codes(form({ type: 'htmlelement', key: 'h', content: '说明', ...more }))
  for (const tag of ['script', 'SCRIPT', 'iframe', 'object', 'p onclick=x', 'p><script', 3, {}])
    expect(element({ tag }).length, JSON.stringify(tag)).toBeGreaterThan(0)
  for (const attr of ['onload', 'ONCLICK', 'srcdoc', 'formaction', '"><script', 'x onload', 7])
    expect(element({ tag: 'p', attrs: [{ attr, value: 'x' }] }).length, String(attr)).toBeGreaterThan(0)
  expect(element({ tag: 'a', attrs: [{ attr: 'href', value: 'javascript:x()' }] })).toEqual(['markup-script'])
  for (const tag of ['p', 'h3', 'div', '', undefined, null])
    expect(
      element({
        tag,
        attrs: [
          { attr: '', value: '' },
          { attr: 'class', value: 'note' },
        ],
      }),
    ).toEqual([])
})

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
  test('script in any place that Form.io would run', () => {
    const places = [
      { customConditional: 'show = true' },
      { customDefaultValue: 'value = 1' },
      { calculateValue: 'value = 1' },
      { validate: { custom: 'valid = true' } },
      { logic: [{ trigger: { type: 'javascript', javascript: 'result = true' }, actions: [] }] },
      {
        logic: [
          {
            trigger: { type: 'json', json: { '!!': [1] } },
            actions: [{ type: 'customAction', customAction: 'x()' }],
          },
        ],
      },
      {
        logic: [
          {
            trigger: { type: 'json', json: { '!!': [1] } },
            actions: [{ type: 'value', value: 'value = 1' }],
          },
        ],
      },
      {
        logic: [
          {
            trigger: { type: 'json', json: { '!!': [1] } },
            actions: [{ type: 'mergeComponentSchema', schemaDefinition: 'schema = {}' }],
          },
        ],
      },
      { conditionalAddButton: 'show = true' },
    ]
    for (const place of places) expect(codes(form(field(place)))).toContain('script')
    const [finding] = lint(
      form({ type: 'panel', key: 'p', components: [field({ calculateValue: 'value = 1' })] }),
    )
    expect(finding).toMatchObject({
      level: 'error',
      code: 'script',
      path: 'a',
      label: '姓名',
      pointer: '/components/0/components/0/calculateValue',
    })
    expect(finding?.message).toMatch(/[\u4e00-\u9fff]/)
  })

  test('choices, files and components from elsewhere', () => {
    for (const select of [
      { dataSrc: 'url', data: { url: 'https://example.org/options' } },
      { dataSrc: 'resource', data: { resource: 'abc' } },
      { dataSrc: 'custom', data: { custom: 'values = []' } },
    ])
      expect(codes(form({ type: 'select', key: 's', ...select }))).toContain('remote')
    expect(codes(form({ type: 'file', key: 'f', url: 'https://example.org/upload' }))).toContain('remote')
    expect(codes(form(field({ serverOverride: { type: 'x' } })))).toContain('foreign')
    expect(codes(form(field({ module: 'x' })))).toContain('foreign')
    for (const type of [
      'datasource',
      'resource',
      'form',
      'recaptcha',
      'password',
      'tree',
      'custom',
      'constructor',
      '__proto__',
      7,
      null,
    ])
      expect(codes(form({ ...field(), type }))).toEqual(['type'])
  })

  test('scripts, handlers, tags and data in markup, template programs', () => {
    const html = (text: string) => codes(form({ type: 'content', key: 'c', html: text }))
    expect(html('<p>好 <b>字</b> 1 < 2 <a href="https://example.org">x</a></p>')).toEqual([])
    for (const text of [
      '<script>x</script>',
      '<SCRIPT src=x>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=x>',
      '<a href="javascript:x">',
      '<b\nonclick = "x">',
    ])
      expect(html(text).some((code) => code.startsWith('markup'))).toBe(true)
    for (const tag of ['iframe', 'object', 'form', 'input', 'style', 'math'])
      expect(html(`<${tag}>`)).toEqual(['markup-tag'])
    expect(html('<img src="data:image/png;base64,AAAA">')).toEqual(['inlined-data'])
    expect(codes(form(field({ label: '<img src=x onerror=x>' })))).toEqual(['markup-script'])
    expect(html('你好 {{ data.a }}')).toEqual([])
    for (const text of ['{{ a + 1 }}', '{{ constructor() }}', '{% for %}', '<% x %>', '{{ never closed'])
      expect(html(text)).toEqual(['template'])
  })

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

describe('takes any JSON and more, in bounded work', () => {
  test.each([
    null,
    undefined,
    0,
    'x',
    [],
    {},
    { components: 1 },
    { display: 'form', components: [null, 1, [], 'x'] },
    { display: 'form', components: {} },
  ])('%j', (json) => {
    expect(codes(json).length).toBeGreaterThan(0)
  })

  test('wrong types everywhere', () => {
    for (const wrong of [1, 'x', null, [], true, { a: 1 }])
      for (const key of [
        'type',
        'key',
        'label',
        'validate',
        'conditional',
        'logic',
        'properties',
        'values',
        'data',
        'defaultValue',
        'components',
        'columns',
        'rows',
        'questions',
        'datePicker',
        'fields',
        'errors',
        'calculateValue',
        'multiple',
        'inputMask',
      ])
        for (const type of [
          'textfield',
          'select',
          'survey',
          'datagrid',
          'columns',
          'table',
          'tabs',
          'datetime',
          'day',
          'button',
        ])
          expect(Array.isArray(lint(form({ type, key: 'a', [key]: wrong })))).toBe(true)
  })

  test('10,000 levels, a million components, circles, a huge text, getters that throw', () => {
    let nested: unknown = field()
    for (let i = 0; i < 10_000; i++) nested = { type: 'panel', key: `p${i}`, components: [nested] }
    expect(codes(form(nested))).toContain('too-deep')
    expect(codes({ display: 'form', components: Array(1_000_000).fill(field()) })).toContain('key-twice')
    const circle: { type: string; key: string; components: unknown[] } = {
      type: 'container',
      key: 'c',
      components: [],
    }
    circle.components.push(circle, circle, circle)
    expect(codes(form(circle)).length).toBeGreaterThan(0)
    let inner: unknown = 1
    for (let i = 0; i < 10_000; i++) inner = { x: inner }
    expect(codes(form(field({ extra: inner })))).toEqual(['too-deep'])
    expect(codes(form({ type: 'content', key: 'c', html: '<'.repeat(1_000_000) }))).toEqual(['text-long'])
    expect(codes(form({ type: 'content', key: 'c', html: '<a '.repeat(30_000) }))).toEqual([])
    const trap = Object.defineProperty({}, 'components', {
      get: () => {
        throw new Error('no')
      },
      enumerable: true,
    })
    expect(codes(trap)).toEqual(['unreadable'])
  })

  test('warnings never crowd out an error', () => {
    const loud = Array.from({ length: 900 }, (_, i) => field({ key: `k${i}`, allowCalculateOverride: true }))
    expect(codes(form(...loud, field({ customConditional: 'show = 1' })))).toEqual(['script'])
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
