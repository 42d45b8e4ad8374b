import type { Definition } from '#forms/definition'
import { form, questions, text, values } from './form.ts'

/** A form and a submission in which a row of the table is met, so that no row stands by the luck of a draw. */
export type Witness = {
  readonly id: string
  readonly definition: Definition
  readonly answers: Readonly<Record<string, unknown>>
}

const by = (id: string, answers: Witness['answers'], ...components: readonly object[]): Witness => ({
  id,
  definition: form(...components),
  answers,
})
const number = (key: string, more: object = {}): object => ({ type: 'number', key, ...more })
const grid = (components: readonly object[], more: object = {}): object => ({
  type: 'datagrid',
  key: 'g',
  components,
  ...more,
})
const many = { multiple: true }
const never = { conditional: { show: true, when: 'a', eq: '从不' } }

/** What the peer takes and we refuse. */
const strict: readonly Witness[] = [
  by('refused-not-kept', { a: 'nonsense' }, { type: 'datetime', key: 'a' }),
  by('inside-refused', { g: [{ a: '1' }, { a: '2' }] }, grid([text('a')], { validate: { maxLength: 1 } })),
  by('numeric-text', { a: '12' }, number('a')),
  by('type', { a: { b: 1 } }, text('a')),
  by('option', { a: '乙' }, { type: 'radio', key: 'a', values }),
  by('too-much', { a: '甲'.repeat(10_001) }, text('a')),
  by('rows', { g: [{ a: '甲' }] }, grid([text('a')], { validate: { minLength: 2 } })),
  by('unique', { g: [{ a: '甲' }, { a: '甲' }] }, grid([text('a', { unique: true })])),
  by('decimals', { a: 1.5 }, number('a', { decimalLimit: 0 })),
  by('words', { a: '困难家庭' }, text('a', { validate: { maxWords: 2 } })),
  by('each-of-list', { a: ['甲'] }, text('a', { ...many, validate: { pattern: 'a+' } })),
  by('dates', { a: '2026-02-30' }, { type: 'datetime', key: 'a' }),
  by('web-address', { a: 'ftp://example.cn' }, { type: 'url', key: 'a' }),
  by(
    'survey-whole',
    { a: { q: '甲' } },
    { type: 'survey', key: 'a', questions, values, validate: { required: true } },
  ),
  by(
    'calculation-type',
    { a: 1 },
    number('a'),
    number('b', { calculateValue: { cat: ['x', { var: 'data.a' }] } }),
  ),
  by('forged', { a: '甲' }, text('a', { disabled: true })),
  by(
    'kept-if-valid',
    { b: 6 },
    text('a'),
    number('b', { ...never, clearOnHide: false, validate: { max: 5 } }),
  ),
  by('year-limits', { a: '01/31/2019' }, { type: 'day', key: 'a', fields: { year: { minYear: 2020 } } }),
]

/** What means something else to us. */
const other: readonly Witness[] = [
  by('button', { a: true }, { type: 'button', key: 'a', action: 'submit' }),
  by('absent-grid', {}, grid([text('a', { defaultValue: '甲' })])),
  by('not-a-number', {}, { type: 'radio', key: 'a', values: values.slice(1), dataType: 'number' }),
  by(
    'calculated-in-rows',
    { g: [{ a: 1 }] },
    grid([number('a'), number('b', { calculateValue: { '+': [1, 2] } })]),
  ),
  by('tidy-sums', {}, number('a', { calculateValue: { '+': [0.1, 0.2] } })),
  by('calculated-text', {}, text('a', { calculateValue: { '+': [1, 2] } })),
  by('blank-rows', { g: [{ a: '甲' }, {}] }, grid([text('a')])),
  by(
    'hollow-rows',
    { g: [{}] },
    grid([{ type: 'container', key: 'c', input: true, components: [text('a', many)] }], {
      validate: { required: true },
    }),
  ),
  by('code-as-written', { a: '1' }, { type: 'radio', key: 'a', values }),
  by('blank-lines', { a: ['甲', ''] }, text('a', many)),
  by('number-default', {}, number('a', { defaultValue: 3 })),
  by('false-default', {}, { type: 'checkbox', key: 'a', defaultValue: false }),
  by('unanswered-radio', { a: null }, { type: 'radio', key: 'a', values, dataType: 'string' }),
  by(
    'day-parts',
    { a: '03/2026' },
    { type: 'day', key: 'a', fields: { day: { hide: true } }, defaultValue: '01/02/2025' },
  ),
  by('gone-options', { a: { 甲: true, 丙: false } }, { type: 'selectboxes', key: 'a', values }),
  by('time-list', { a: ['08:30'] }, { type: 'time', key: 'a', ...many }),
  by(
    'cleared-whole',
    { g: [] },
    text('a'),
    grid(
      [
        {
          type: 'container',
          key: 'c',
          input: true,
          components: [{ type: 'selectboxes', key: 'b', values, clearOnHide: false }],
        },
      ],
      never,
    ),
  ),
  by('empty-list', { a: [] }, { type: 'phoneNumber', key: 'a', ...many, inputMask: '999' }),
  by('hidden-shape', { b: [['甲']] }, text('a'), text('b', { ...many, ...never, clearOnHide: false })),
]

const shown = (conditional: object): object => text('z', { conditional, validate: { required: true } })
const simply = (component: string, operator: string, value?: unknown): object => ({
  show: true,
  conjunction: 'all',
  conditions: [{ component, operator, value }],
})
const boxes = { type: 'selectboxes', key: 'a', values }
const required = (json: object): object => ({
  name: 'rule',
  trigger: { type: 'json', json },
  actions: [{ type: 'property', property: { value: 'validate.required', type: 'boolean' }, state: true }],
})

/** Rules that read answers in another way. */
const ruled: readonly Witness[] = [
  by('list-index', { a: ['0'] }, text('a', many), shown({ show: true, when: 'a', eq: '0' })),
  by('list-equality', { a: ['甲'] }, text('a', many), shown({ json: { '==': [{ var: 'data.a' }, '甲'] } })),
  by('asks-blank', {}, text('a'), shown(simply('a', 'isEqual', ''))),
  by(
    'hidden-list',
    {},
    text('b'),
    text('a', { ...many, conditional: simply('b', 'isEqual', '从不') }),
    shown(simply('a', 'isNotEqual', '甲')),
  ),
  by(
    'required-list',
    { b: '甲' },
    text('b'),
    text('a', { ...many, logic: [required({ '==': [{ var: 'data.b' }, '甲'] })] }),
    shown(simply('a', 'isNotEqual', '甲')),
  ),
  by('empty-boxes', {}, boxes, shown({ json: { '!!': [{ var: 'data.a' }] } })),
  by(
    'rule-in-rows',
    { g: [{ a: '甲' }, { a: '乙' }] },
    grid([text('a'), text('b', { logic: [required({ '==': [{ var: 'row.a' }, '甲'] })] })]),
  ),
  by('condition-null', {}, text('a'), shown({ json: { var: 'data.a' } })),
  by(
    'own-row',
    { g: [{ a: '甲' }, { a: '乙', z: '丙' }] },
    grid([text('a'), shown({ show: true, when: 'a', eq: '甲' })]),
  ),
  by(
    'own-operators',
    { a: 1 },
    number('a'),
    number('b', { calculateValue: { round: [{ '/': [{ var: 'data.a' }, 3] }, 1] } }),
  ),
  by(
    'own-value',
    { a: 1, b: 5 },
    number('a'),
    number('b', { calculateValue: { '+': [{ var: 'value' }, { var: 'data.a' }] } }),
  ),
]

export const witnesses: readonly Witness[] = [...strict, ...other, ...ruled]
