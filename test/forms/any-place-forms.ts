const values = ['甲', 'a'].map((value) => ({ value, label: value }))
const field = (type: string, key: string, more: object = {}): object => ({
  type,
  key,
  label: key,
  input: true,
  ...more,
})
const text = (key: string, more: object = {}): object => field('textfield', key, more)
const flag = (value: string, state: boolean): object => ({
  type: 'property',
  property: { value, type: 'boolean', label: value },
  state,
})

/** Every setting that some room reads, in small forms, so that each place of each of them can be tried. */
export const components: readonly (readonly object[])[] = [
  [
    text('t', {
      validate: { required: true, minLength: 1, maxLength: '5', pattern: '[a-z]+', customMessage: '请填写' },
      inputMask: 'aaa',
      defaultValue: 'abc',
      properties: { element: 'person.name', sensitivity: 'personal', source: { paper: 'S0', rule: 'S0-1' } },
    }),
    field('number', 'n', { validate: { min: 0, max: '9', step: 1 }, decimalLimit: 1, defaultValue: 1 }),
    field('currency', 'c', { multiple: true, properties: { format: 'money' } }),
    text('sum', { calculateValue: { cat: [{ var: 'data.t' }, '共'] } }),
    text('js', { calculateValue: 'value = data.n + 1', customConditional: 'show = data.n > 1' }),
  ],
  [
    field('radio', 'r', { values, defaultValue: '甲', dataType: 'string' }),
    field('select', 's', { data: { values }, conditional: { show: true, when: 'r', eq: '甲' } }),
    field('select', 'j', { dataSrc: 'json', data: { json: '["甲"]' }, valueProperty: 'value' }),
    field('select', 'o', { properties: { options: 'catalogue' } }),
    field('selectboxes', 'b', { values, validate: { minSelectedCount: 1, maxSelectedCount: 2 } }),
    field('survey', 'v', { questions: [{ value: 'q', label: 'q' }], values }),
    text('if', {
      conditional: { json: { and: [{ '==': [{ var: 'data.b.a' }, true] }, { var: 'data.v.q' }] } },
    }),
    text('when', {
      conditional: {
        show: true,
        conjunction: 'all',
        conditions: [
          { component: 'b', operator: 'isEqual', value: 'a' },
          { component: 'if', operator: 'includes', value: 'x' },
        ],
      },
    }),
  ],
  [
    field('datetime', 'd', { datePicker: { minDate: '2026-01-01', maxDate: '' } }),
    field('day', 'y', { fields: { day: { hide: true }, year: { minYear: 2000 } }, maxDate: '2026-01-01' }),
    field('time', 'h', { format: 'HH:mm', dataFormat: 'HH:mm' }),
    field('tags', 'g', { storeas: 'array' }),
    text('l', {
      logic: [
        {
          name: 'first',
          trigger: { type: 'simple', simple: { show: true, when: 'h', eq: '08:30' } },
          actions: [flag('hidden', true), { type: 'property', property: { value: 'label' }, text: '名称' }],
        },
        {
          name: 'second',
          trigger: { type: 'json', json: { '>': [{ var: 'data.d' }, 1] } },
          actions: [
            flag('validate.required', true),
            { type: 'value', value: { cat: ['a', { var: 'data.h' }] } },
          ],
        },
      ],
    }),
  ],
  [
    field('datagrid', 'rows', {
      validate: { minLength: 1, maxLength: 3 },
      components: [field('number', 'x', { unique: true }), text('z', { clearOnHide: false })],
      defaultValue: [{ x: 1 }],
    }),
    field('container', 'box', { components: [text('in')] }),
    {
      type: 'panel',
      key: 'panel',
      title: '一',
      components: [
        { type: 'columns', key: 'two', columns: [{ components: [field('url', 'u')], width: 6 }] },
        { type: 'table', key: 'table', rows: [[{ components: [field('phoneNumber', 'p')] }]] },
        { type: 'tabs', key: 'tabs', components: [{ key: 'tab', label: '页', components: [text('k')] }] },
      ],
    },
    { type: 'content', key: 'html', html: '<p>甲</p>' },
    text('total', { calculateValue: { '+': [{ var: 'data.rows.length' }, 1] } }),
  ],
]

/** A form document around them. */
export const documentOf = (list: readonly object[]): Record<string, unknown> => ({
  schema: 1,
  key: 'any',
  title: '任意',
  definition: { display: 'form', components: list },
  outcomes: [
    {
      key: 'score',
      title: '得分',
      value: { '+': [1, 1] },
      bands: [
        { from: 0, to: 1, level: 'low', label: '低' },
        { from: 2, level: 'high', label: '高' },
      ],
      rule: '一',
    },
  ],
  recommends: [
    { item: 'meal', when: { '==': [{ var: 'outcomes.score' }, 2] }, because: '需要', quantity: 1 },
  ],
})
