import type { Definition } from '#forms/definition'
import { form, questions, text, values } from './form.ts'

/** Forms made for what the others have too little of; each is tried like those of the corpora. */
export const made: readonly {
  readonly name: string
  readonly definition: Definition
  /** Submissions that nothing else would make. */
  readonly more?: readonly Record<string, unknown>[]
}[] = [
  {
    name: 'rows: unique, few and many',
    definition: form({
      type: 'datagrid',
      key: 'g',
      validate: { minLength: 1, maxLength: 2 },
      components: [text('a', { unique: true }), { type: 'checkbox', key: 'c', label: 'c', input: true }],
    }),
    more: [{ g: [{ a: '甲' }, { a: '甲' }] }, { g: [{ a: '甲' }, { a: '乙' }] }],
  },
  {
    name: 'words and lengths',
    definition: form(
      text('a', { validate: { minWords: 2, maxWords: 3 } }),
      text('b', { validate: { minLength: 2, maxLength: 10_001 } }),
      { type: 'textarea', key: 'c', validate: { maxWords: 5, required: true } },
      text('d', { multiple: true }),
      text('e', { multiple: true, clearOnHide: false, conditional: { show: true, when: 'a', eq: '从不' } }),
    ),
    more: [
      { a: '困难', c: '困难家庭的孩子' },
      { c: '甲'.repeat(10_001) },
      { c: '甲', e: [['甲']] },
      { c: '甲', d: Array.from({ length: 201 }, () => '甲') },
    ],
  },
  {
    name: 'numbers',
    definition: form(
      { type: 'number', key: 'a', validate: { min: 0, max: 10, step: 2, integer: true }, decimalLimit: 0 },
      { type: 'currency', key: 'b', validate: { min: '1', max: '' } },
      { type: 'number', key: 'c', validate: { required: true, min: 1 } },
    ),
  },
  {
    name: 'days',
    definition: form(
      { type: 'day', key: 'a', fields: { year: { minYear: 2020 } } },
      { type: 'day', key: 'b', minYear: 2020, maxYear: 2030, validate: { required: true } },
      { type: 'day', key: 'c', dayFirst: true, fields: { day: { required: true }, month: { hide: true } } },
      { type: 'day', key: 'd', minDate: '2026-01-01', maxDate: '2026-12-31' },
    ),
  },
  {
    name: 'calculations that read one another',
    definition: form(
      { type: 'number', key: 'a', validate: { required: true } },
      { type: 'number', key: 'b', calculateValue: { '+': [{ var: 'data.a' }, 0.1] } },
      { type: 'number', key: 'c', calculateValue: { '*': [{ var: 'data.b' }, 3] } },
      text('d', { calculateValue: { cat: ['共', { var: 'data.c' }] } }),
      { type: 'number', key: 'e', calculateValue: { cat: ['x', { var: 'data.a' }] } },
      text('f', { calculateValue: { '*': [{ var: 'data.a' }, 2] } }),
      text('g', {
        conditional: { json: { or: [{ var: 'data.h' }, { var: 'data.i' }] } },
        validate: { required: true },
      }),
      text('h'),
      text('i'),
      { type: 'number', key: 'j', calculateValue: { '+': [{ var: 'value' }, { var: 'data.a' }] } },
      { type: 'number', key: 'k', calculateValue: { round: [{ '/': [{ var: 'data.a' }, 3] }, 1] } },
    ),
    more: [{ a: 1 }, { a: 2, h: '甲' }],
  },
  {
    name: 'choices',
    definition: form(
      { type: 'radio', key: 'a', values, validate: { required: true } },
      { type: 'select', key: 'b', data: { values }, multiple: true, validate: { onlyAvailableItems: true } },
      { type: 'selectboxes', key: 'c', values, validate: { minSelectedCount: 1, maxSelectedCount: 1 } },
      { type: 'survey', key: 'd', questions, values, validate: { required: true } },
      text('e', { conditional: { show: true, when: 'c.甲', eq: 'true' } }),
      text('f', { conditional: { show: 'true', when: 'c', eq: '1' }, validate: { required: true } }),
      text('g', {
        conditional: {
          show: false,
          conjunction: 'any',
          conditions: [
            { component: 'a', operator: 'isEqual', value: '1' },
            { component: 'b', operator: 'isNotEmpty' },
          ],
        },
      }),
    ),
    more: [{ a: '甲', d: { q: '甲' } }],
  },
  {
    name: 'pages, tables and containers that hide one another',
    definition: {
      display: 'wizard',
      components: [
        {
          type: 'panel',
          key: 'one',
          components: [text('a'), { type: 'checkbox', key: 'k', label: 'k', input: true }],
        },
        {
          type: 'panel',
          key: 'two',
          conditional: { show: true, when: 'k', eq: 'true' },
          components: [
            text('b', { validate: { required: true } }),
            {
              type: 'container',
              key: 'box',
              input: true,
              components: [text('c', { validate: { required: true } })],
            },
          ],
        },
        {
          type: 'panel',
          key: 'three',
          logic: [
            {
              name: 'hide',
              trigger: { type: 'simple', simple: { show: true, when: 'a', eq: '甲' } },
              actions: [{ type: 'property', property: { value: 'hidden', type: 'boolean' }, state: true }],
            },
          ],
          components: [text('d'), { type: 'table', key: 't', rows: [[{ components: [text('e')] }]] }],
        },
      ],
    } as unknown as Definition,
  },
]
