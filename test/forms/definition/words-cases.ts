import type { JudgeOptions } from '#forms/definition'
import type { WordKey } from '../../../forms/definition/words.ts'
import { field, form } from './form.ts'

/** A form for which the key is said, or the form and what stands beside it. */
type Case = readonly [definition: unknown, options?: unknown]

const one = (more: object): Case => [form(field(more))]
const rule = (json: unknown): Case => one({ calculateValue: json })
const radio = (values: readonly unknown[]): Case => [form({ type: 'radio', key: 'r', label: '选', values })]
const logic = (...rules: readonly unknown[]): Case => one({ logic: rules })
const trigger = { type: 'json', json: { '!!': [1] } }
const action = (...actions: readonly unknown[]): Case => logic({ trigger, actions })
const when = (more: object): Case => one({ conditional: { show: true, ...more } })
const outcome = (more: object): Case => [
  form(field()),
  { outcomes: [{ key: 'o', title: '结论', rule: 'R', value: 1, ...more }] },
]
const recommend = (more: object): Case => [
  form(field()),
  { recommends: [{ item: 'i', because: '因为', when: true, ...more }] },
]
const nested = (levels: number): unknown => (levels === 0 ? 1 : { '!': [nested(levels - 1)] })
const panels = (levels: number): object =>
  levels === 0 ? field() : { type: 'panel', key: `p${levels}`, components: [panels(levels - 1)] }
const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])
const option = (value: unknown) => ({ value, label: '项' })
const unreadable = {
  get components(): never {
    throw new Error('no JSON')
  },
}

/** For every key of the catalogue a form that makes the linter say it. */
export const cases: Readonly<Record<WordKey, Case>> = {
  unreadable: [unreadable],
  'shape.form': ['x'],
  'shape.components': [{}],
  'shape.component': [{ components: [1] }],
  'shape.object': one({ validate: 1 }),
  'shape.logic': one({ logic: {} }),
  'shape.list': [form(field()), { outcomes: 1 }],
  'shape.item': [form(field()), { outcomes: [1] }],
  display: [{ display: 'pdf', components: [field()] }],
  empty: [form()],
  'too-many': [form(...Array.from({ length: 1_001 }, (_, i) => field({ key: `k${i}` })))],
  'too-deep': [form(panels(10))],
  'too-deep.content': one({ attributes: deep(50) }),
  sign: one({ label: 'a\u0000' }),
  'too-large': one({ attributes: Array.from({ length: 200_001 }, () => 1) }),
  wizard: [{ display: 'wizard', components: [field()] }],
  'type.missing': [form({ key: 'a' })],
  'type.shape': one({ type: 7 }),
  'type.unknown': one({ type: 'tree' }),
  'key.missing': one({ key: '' }),
  'key.shape': one({ key: '1a' }),
  'key-twice': [form(field(), field())],
  'key-twice.layout': [form({ type: 'content', key: 'c' }, { type: 'content', key: 'c' })],
  'reserved-name': [form(JSON.parse('{"type":"textfield","key":"a","__proto__":1}'))],
  'reserved-name.key': one({ key: 'constructor' }),
  'reserved-name.option': radio([option('__proto__')]),
  unique: one({ unique: true }),
  override: one({ allowCalculateOverride: true }),
  'mask.several': one({ inputMask: ['9'] }),
  'mask.length': one({ inputMask: '9'.repeat(201) }),
  'calculate-here': [form({ type: 'panel', key: 'p', calculateValue: { var: 'data.a' }, components: [] })],
  'limit.number': one({ validate: { max: 'many' } }),
  'limit.range': one({ validate: { minLength: 2, maxLength: 1 } }),
  rows: [form({ type: 'datagrid', key: 'g', components: [], validate: { maxLength: 201 } })],
  'pattern.shape': one({ validate: { pattern: 1 } }),
  'pattern.too-long': one({ validate: { pattern: 'a'.repeat(201) } }),
  'pattern.syntax': one({ validate: { pattern: '(?=x)' } }),
  'pattern.ambiguous': one({ validate: { pattern: '(a+)+' } }),
  date: [form({ type: 'day', key: 'd', minDate: 'yesterday' })],
  'options.many': radio(Array.from({ length: 2_001 }, (_, i) => option(`o${i}`))),
  'options.long': radio([option('x'.repeat(501))]),
  'options.none': radio([]),
  'options.questions': [form({ type: 'survey', key: 's', questions: [], values: [option('x')] })],
  'options.values': [form({ type: 'survey', key: 's', questions: [option('x')], values: [] })],
  'option-twice': radio([option('x'), option('x')]),
  'remote.options': [form({ type: 'select', key: 's', dataSrc: 'url' })],
  'remote.address': [form({ type: 'file', key: 'f', url: 'https://example.org' })],
  'format.unknown': one({ properties: { format: 'x' } }),
  'format.here': one({ properties: { format: 'money' } }),
  sensitivity: one({ properties: { sensitivity: 'x' } }),
  button: [form({ type: 'button', key: 'b', action: 'url' })],
  default: [form({ type: 'number', key: 'n', defaultValue: '5' })],
  'script.code': one({ customConditional: 'show = true' }),
  'script.trigger': logic({ trigger: { type: 'javascript' }, actions: [] }),
  'script.value': action({ type: 'value', value: 'value = 1' }),
  'script.action': action({ type: 'customAction' }),
  foreign: one({ module: 'x' }),
  'text-long': one({ description: 'x'.repeat(100_001) }),
  moment: one({ description: 'moment()' }),
  template: one({ description: '{{ a + 1 }}' }),
  'inlined-data': one({ description: 'data:image/png;base64,' }),
  'markup-script': one({ description: '<script>' }),
  'markup-tag': one({ description: '<iframe>' }),
  'logic.many': logic(...Array.from({ length: 51 }, () => ({ trigger, actions: [] }))),
  'logic.rule': logic({}),
  'logic.action': action(1),
  'logic.here': [
    form({
      type: 'panel',
      key: 'p',
      components: [],
      logic: [{ trigger, actions: [{ type: 'value', value: 1 }] }],
    }),
  ],
  'logic.state': action({ type: 'property', property: { value: 'hidden' }, state: 'yes' }),
  'logic.property': action({ type: 'property', property: { value: 'key' } }),
  'condition-operator': when({ conditions: [{ component: 'a', operator: 'x' }] }),
  'condition-unknown': when({ when: 'ghost', eq: 1 }),
  'condition-rows': [
    form(
      { type: 'datagrid', key: 'g', label: '表', components: [field({ key: 'x' })] },
      {
        ...field(),
        conditional: { show: true, when: 'g.x', eq: 1 },
      },
    ),
  ],
  cycle: rule({ var: 'data.a' }),
  'read-unknown': rule({ var: 'data.ghost' }),
  'read-whole': rule({ var: 'data' }),
  'rule-shape': rule({ a: 1, b: 2 }),
  'rule-shape.calculation': rule([1]),
  'rule-shape.check': one({ validate: { json: [1] } }),
  'rule-shape.condition': when({ json: 'x' }),
  'rule-depth': rule(nested(41)),
  'rule-size': rule({
    and: Array.from({ length: 45 }, () => ({ max: Array.from({ length: 45 }, () => 1) })),
  }),
  'rule-size.text': rule({ '!': ['x'.repeat(10_001)] }),
  'rule-size.list': rule({ '!': [Array.from({ length: 2_001 }, () => 1)] }),
  'rule-literal': rule({ '!': [undefined] }),
  'rule-literal.number': rule({ '!': [Number.POSITIVE_INFINITY] }),
  'rule-operator': rule({ mystery: [] }),
  'rule-arguments': rule({ missing_some: [1, 2] }),
  'rule-arguments.count': rule({ map: [1] }),
  'rule-variable': rule({ var: 'data.__proto__' }),
  'rule-variable.computed': rule({ var: { var: 'data.a' } }),
  'rule-variable.fallback': rule({ var: ['data.a', {}] }),
  'rule-root': rule({ var: 'process.env' }),
  'rule-root.reduce': rule({ reduce: [[1], { var: 'x' }, 0] }),
  'outcome-key': outcome({ key: '1' }),
  'outcome-title': outcome({ title: '' }),
  'outcome-rule': outcome({ rule: '' }),
  'outcome-unknown': outcome({ value: { var: 'outcomes.later' } }),
  'recommend-item': recommend({ item: '' }),
  'recommend-because': recommend({ because: '' }),
  'recommend-per': recommend({ quantity: 1, per: 'hour' }),
  'recommend-per.alone': recommend({ per: 'month' }),
  'bands.list': outcome({ bands: 1 }),
  'bands.band': outcome({ bands: [1] }),
  'bands.overlap': outcome({
    bands: [
      { from: 0, to: 5, level: 'a', label: '轻' },
      { from: 5, level: 'b', label: '重' },
    ],
  }),
}

export const optionsOf = ([, options]: Case): JudgeOptions => (options ?? {}) as JudgeOptions
