import { values } from './form.ts'

const file = { attachment: '01JD0000000000000000000000', sha256: 'a'.repeat(64) }
export const grid = (more: object = {}) => ({
  components: [{ type: 'textfield', key: 'x', label: 'x' }],
  ...more,
})

/** For each type: what is taken as it is, and what is refused with which code. */
export const cases: readonly {
  readonly type: string
  readonly more?: object
  readonly good: readonly unknown[]
  readonly bad: readonly (readonly [unknown, string])[]
}[] = [
  {
    type: 'textfield',
    good: ['张三', ' x '],
    bad: [
      [1, 'type'],
      [true, 'type'],
      [[], 'type'],
      [{}, 'type'],
      ['x'.repeat(10_001), 'tooLong'],
      ['\ud800', 'sign'],
      ['a\u0000', 'sign'],
    ],
  },
  { type: 'textarea', good: ['一\n二'], bad: [[{}, 'type']] },
  {
    type: 'email',
    good: ['a@b.cn'],
    bad: [
      ['a@b', 'email'],
      [['a@b.cn'], 'type'],
      ['a b@c.d', 'email'],
    ],
  },
  {
    type: 'url',
    good: ['https://example.org/a?b'],
    bad: [
      ['javascript:alert(1)', 'url'],
      ['ftp://a.b', 'url'],
      [`http://${'a'.repeat(9_000)}`, 'url'],
    ],
  },
  { type: 'phoneNumber', good: ['0566-2212349'], bad: [[13812345678, 'type']] },
  {
    type: 'number',
    good: [0, -1.5, 1e15],
    bad: [
      ['1', 'type'],
      [1e16, 'type'],
      [Number.NaN, 'type'],
    ],
  },
  {
    type: 'currency',
    good: [0.01, 19.99],
    bad: [
      [0.001, 'decimals'],
      ['5', 'type'],
    ],
  },
  {
    type: 'number',
    more: { properties: { format: 'money' } },
    good: [1999],
    bad: [
      [19.99, 'money'],
      [-1, 'money'],
      ['1', 'money'],
    ],
  },
  {
    type: 'checkbox',
    good: [true, false],
    bad: [
      ['x', 'type'],
      [0, 'type'],
      ['false', 'type'],
    ],
  },
  {
    type: 'radio',
    more: { values: values('1', 'b') },
    good: ['1', 'b'],
    bad: [
      ['c', 'option'],
      [{ a: 1 }, 'type'],
      [['1'], 'type'],
    ],
  },
  {
    type: 'select',
    more: { data: { values: values('341702') } },
    good: ['341702'],
    bad: [
      ['0341702', 'option'],
      ['__proto__', 'option'],
    ],
  },
  {
    type: 'select',
    more: { dataSrc: 'json', data: { json: '[{"value":"x","label":"X"}]' } },
    good: ['x'],
    bad: [['y', 'option']],
  },
  {
    type: 'select',
    more: { multiple: true, data: { values: values('a', 'b') } },
    good: [['a', 'b']],
    bad: [
      ['a', 'type'],
      [['a', 'z'], 'option'],
      [Array(201).fill('a'), 'tooMany'],
    ],
  },
  {
    type: 'selectboxes',
    more: { values: values('a', 'b') },
    good: [{ a: true, b: false }, { a: true }],
    bad: [
      [{ z: true }, 'option'],
      [{ a: 'yes' }, 'type'],
      [['a'], 'type'],
      [Array(20_000).fill('a'), 'type'],
    ],
  },
  {
    type: 'survey',
    more: { questions: values('q1', 'q2'), values: values('1', '2') },
    good: [{ q1: '1', q2: '2' }, { q2: '1' }],
    bad: [
      [{ q3: '1' }, 'option'],
      [{ q1: '9' }, 'option'],
      ['q1', 'type'],
      [[], 'type'],
    ],
  },
  {
    type: 'datetime',
    good: ['2026-02-28', '2026-02-28T08:30', '2026-02-28T08:30:00+08:00', '2026-02-28T00:30:00.000Z'],
    bad: [
      ['2026-02-30', 'date'],
      ['2026-13-01', 'date'],
      ['28/02/2026', 'date'],
      [1_700_000_000_000, 'date'],
      ['2026-02-28T25:00', 'date'],
      [new Date(0), 'date'],
    ],
  },
  {
    type: 'day',
    good: ['02/28/2026', '00/00/2026'],
    bad: [
      ['02/30/2026', 'date'],
      [7, 'date'],
      ['2026-02-28', 'date'],
      ['13/01/2026', 'date'],
    ],
  },
  { type: 'day', more: { dayFirst: true }, good: ['28/02/2026'], bad: [['02/28/2026', 'date']] },
  {
    type: 'day',
    more: { fields: { day: { hide: true } } },
    good: ['02/2026'],
    bad: [['02/28/2026', 'date']],
  },
  {
    type: 'time',
    good: ['08:30:00', '23:59:59'],
    bad: [
      ['24:00', 'date'],
      ['8:30', 'date'],
      [830, 'date'],
    ],
  },
  { type: 'tags', good: ['a,b'], bad: [[['a'], 'type']] },
  {
    type: 'tags',
    more: { storeas: 'array' },
    good: [['a', 'b']],
    bad: [
      ['a', 'type'],
      [[1], 'type'],
    ],
  },
  {
    type: 'signature',
    good: [file],
    bad: [
      ['data:image/png;base64,AAAA', 'type'],
      [{ attachment: '../x', sha256: 'a'.repeat(64) }, 'type'],
      [{ attachment: 'x', sha256: 'zz' }, 'type'],
    ],
  },
  {
    type: 'file',
    good: [[file]],
    bad: [
      [file, 'type'],
      [[file, file], 'tooMany'],
      [[{ url: 'javascript:x' }], 'type'],
    ],
  },
  { type: 'file', more: { multiple: true }, good: [[file, file]], bad: [[Array(21).fill(file), 'tooMany']] },
  {
    type: 'container',
    more: grid(),
    good: [{ x: 'a' }, {}],
    bad: [
      ['x', 'type'],
      [[], 'type'],
    ],
  },
  {
    type: 'datagrid',
    more: grid(),
    good: [[], [{ x: 'a' }, {}]],
    bad: [
      ['str', 'type'],
      [{ 0: {} }, 'type'],
      [[1], 'type'],
      [Array(101).fill({}), 'maxRows'],
    ],
  },
  {
    type: 'editgrid',
    more: grid({ validate: { maxLength: 2 } }),
    good: [[{ x: 'a' }]],
    bad: [
      [[{}, {}, {}], 'maxRows'],
      [Array(1_000_000).fill(null), 'maxRows'],
    ],
  },
]
