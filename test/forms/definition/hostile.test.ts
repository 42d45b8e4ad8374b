import { describe, expect, test } from 'vitest'
import { compare, importForm, lint } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { bounded } from '../bounded.ts'
import { codes, field, form } from './form.ts'

const parsed = (json: string): object => JSON.parse(json)
const million = 'a'.repeat(1_000_000)
const deep = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
  let inner: unknown = 1
  for (let i = 0; i < levels; i++) inner = wrap(inner)
  return inner
}
const options = (...values: readonly unknown[]) => values.map((value) => ({ value, label: '项' }))
const rule = (json: unknown) => field({ calculateValue: json })
const circle: { and: unknown[] } = { and: [true] }
circle.and.push(circle)

/** A component that must not be published, and the code that says why. */
const refused: readonly (readonly [name: string, component: object, code: string])[] = [
  ['__proto__ as a key', field({ key: '__proto__' }), 'key'],
  ['constructor as a key', field({ key: 'constructor' }), 'reserved-name'],
  ['prototype as a key', field({ key: 'prototype' }), 'reserved-name'],
  ['a setting __proto__', parsed('{"type":"textfield","key":"a","__proto__":{"x":1}}'), 'reserved-name'],
  ['a deep __proto__', field({ validate: parsed('{"__proto__":{"required":true}}') }), 'reserved-name'],
  ['a deep constructor', field({ data: { constructor: { prototype: { x: 1 } } } }), 'reserved-name'],
  [
    'a toString in a condition',
    field({ conditional: { show: true, when: 'a', eq: { toString: 1 } } }),
    'reserved-name',
  ],
  [
    'a toString as a property',
    field({
      logic: [
        {
          trigger: { type: 'json', json: { '!!': [1] } },
          actions: [{ type: 'property', property: { value: { toString: 1 } }, state: true }],
        },
      ],
    }),
    'logic',
  ],
  ['a toString as a key', { type: 'columns', key: { toString: 1 }, columns: [] }, 'key'],
  ['an option __proto__', { type: 'radio', key: 'a', values: options('__proto__') }, 'reserved-name'],
  [
    'a question constructor',
    { type: 'survey', key: 'a', questions: options('constructor'), values: options('1') },
    'reserved-name',
  ],
  [
    'a condition on a path',
    field({ conditional: { show: true, when: '__proto__.x', eq: 1 } }),
    'condition-unknown',
  ],
  [
    'a condition on constructor',
    field({ conditional: { conditions: [{ component: 'constructor', operator: 'isEqual', value: 1 }] } }),
    'condition-unknown',
  ],
  [
    'a property path',
    field({
      logic: [
        {
          trigger: { type: 'json', json: { '!!': [1] } },
          actions: [{ type: 'property', property: { value: 'constructor.prototype.x' }, state: true }],
        },
      ],
    }),
    'logic',
  ],
  ['a variable path', rule({ var: 'data.__proto__.x' }), 'rule-variable'],
  ['a format constructor', field({ properties: { format: 'constructor' } }), 'format'],
  [
    'a grid of 10^6 rows',
    { type: 'datagrid', key: 'a', components: [], validate: { maxLength: 1e6 } },
    'rows',
  ],
  [
    'a grid of "1e6" rows',
    { type: 'editgrid', key: 'a', components: [], validate: { maxLength: '1e6' } },
    'rows',
  ],
  ['10^6 rows by default', { type: 'datagrid', key: 'a', defaultValue: Array(1e6).fill({}) }, 'too-large'],
  [
    '10,000 panels',
    deep(10_000, (inner) => ({ type: 'panel', key: 'p', components: [inner] })) as object,
    'too-deep',
  ],
  [
    '10,000 columns',
    deep(10_000, (inner) => ({ type: 'columns', key: 'p', columns: [{ components: [inner] }] })) as object,
    'too-deep',
  ],
  ['10,000 operators', rule(deep(10_000, (inner) => ({ '!': [inner] }))), 'rule-depth'],
  ['10,000 lists', field({ extra: deep(10_000, (inner) => [inner]) }), 'too-deep'],
  ['a rule in a circle', rule(circle), 'rule-depth'],
  ['a condition in a circle', field({ conditional: { json: circle } }), 'rule-depth'],
  ['a check in a circle', field({ validate: { json: circle } }), 'rule-depth'],
  ['a label of a megabyte', field({ label: million }), 'text-long'],
  ['a key of a megabyte', field({ key: million }), 'key'],
  ['a type of a megabyte', field({ type: million }), 'type'],
  ['a page of a megabyte', { type: 'content', key: 'a', html: million }, 'text-long'],
  ['a pattern of a megabyte', field({ validate: { pattern: million } }), 'pattern'],
  ['a mask of a megabyte', field({ inputMask: million }), 'mask'],
  ['a mask of 50,000 characters', field({ inputMask: '9'.repeat(50_000) }), 'mask'],
  ['an option of a megabyte', { type: 'radio', key: 'a', values: options(million) }, 'options'],
  ['a default of a megabyte', field({ defaultValue: million }), 'default'],
  [
    'a default address of 50,000',
    { type: 'url', key: 'a', defaultValue: `http://${'a'.repeat(50_000)}` },
    'default',
  ],
  ['a megabyte in a rule', rule({ cat: [million] }), 'rule-size'],
  ['a variable of a megabyte', rule({ var: `data.${million}` }), 'rule-variable'],
  ['an operator of a megabyte', rule({ [million]: [1] }), 'rule-operator'],
  [
    'a condition on a megabyte',
    field({ conditional: { show: true, when: million, eq: 1 } }),
    'condition-unknown',
  ],
  ['a nested quantifier', field({ validate: { pattern: '(a+)+$' } }), 'pattern'],
  ['an overlapping choice', field({ validate: { pattern: '(a|aa)+' } }), 'pattern'],
  ['a look-ahead', field({ validate: { pattern: '(?=a)b' } }), 'pattern'],
  ['a limit NaN', { type: 'number', key: 'a', validate: { min: Number.NaN } }, 'limit'],
  ['a limit Infinity', { type: 'number', key: 'a', validate: { max: Number.POSITIVE_INFINITY } }, 'limit'],
  ['a limit of text', { type: 'number', key: 'a', validate: { max: '很多' } }, 'limit'],
  ['a default NaN', { type: 'number', key: 'a', defaultValue: Number.NaN }, 'default'],
  ['a default 1e300', { type: 'number', key: 'a', defaultValue: 1e300 }, 'default'],
  ['a number as text by default', { type: 'number', key: 'a', defaultValue: '3' }, 'default'],
  ['NaN in a rule', rule({ '+': [Number.NaN, 1] }), 'rule-literal'],
  ['half a character in a label', field({ label: '甲\ud800' }), 'sign'],
  ['half a character in an option', { type: 'radio', key: 'a', values: options('\udc00') }, 'sign'],
  ['NUL in a default', field({ defaultValue: 'a\u0000' }), 'sign'],
  ['a day that is none', { type: 'datetime', key: 'a', datePicker: { minDate: '2026-02-30' } }, 'date'],
  ['a month that is none', { type: 'day', key: 'a', maxDate: '2026-13-01' }, 'date'],
  [
    'an hour that is none',
    { type: 'datetime', key: 'a', datePicker: { maxDate: '2026-01-01T25:00' } },
    'date',
  ],
  ['a year out of range', { type: 'datetime', key: 'a', datePicker: { maxDate: '+275760-09-13' } }, 'date'],
  ['a default day that is none', { type: 'datetime', key: 'a', defaultValue: '2026-02-30' }, 'default'],
  [
    '20,000 options',
    { type: 'selectboxes', key: 'a', values: options(...Array.from({ length: 20_000 }, (_, i) => `v${i}`)) },
    'options',
  ],
  [
    'options from an address',
    { type: 'select', key: 'a', dataSrc: 'url', data: { url: 'http://a.b' } },
    'remote',
  ],
  ['an operator outside the list', rule({ mystery: [1] }), 'rule-operator'],
  ['an operator that every object has', rule({ toString: [1] }), 'rule-operator'],
  ['a root outside the list', rule({ var: 'instance.x' }), 'rule-root'],
]

/** A million rows take a while to be copied as JSON alone. */
const most = (name: string): number => (name.startsWith('10^6') ? 4_000 : 1_000)

describe('a form with bad input in it is refused by name, soon, and the refusal is small', () => {
  test.each(refused)('%s', (_, component, code) => {
    const definition = form(component)
    const findings = bounded(() => lint(definition))
    expect(findings.filter(({ level }) => level === 'error').map((one) => one.code)).toContain(code)
    expect(JSON.stringify(findings).length).toBeLessThan(200_000)
    expect(JSON.stringify(findings[0]).length).toBeLessThan(1_000)
    expect('x' in {}).toBe(false)
  })

  test.each(refused.filter(([name]) => !/NaN|Infinity/.test(name)))(
    '%s: it cannot be filled',
    (name, component) => {
      const fill = () => evaluate(compile(form(component) as never), { a: 'x' }, { today: '2026-11-21' })
      const result = bounded(fill, most(name))
      expect(result.errors.map(({ code }) => code)).toEqual(['definition'])
      expect(result.answers).toEqual({})
    },
  )

  test.each(refused)('%s: the importer leaves it out or says what is to be mended', (name, component) => {
    const { form: made, report } = bounded(() => importForm(form(component)), most(name))
    const wrong = codes(made.definition)
    for (const code of wrong) expect(report.refused.map((one) => one.code)).toContain(code)
    expect('x' in {}).toBe(false)
  })

  test('duplicate keys, also where layouts stand between', () => {
    expect(codes(form(field(), field()))).toEqual(['key-twice'])
    const panel = { type: 'panel', key: 'p', components: [field()] }
    expect(codes(form(field(), { ...panel, components: [panel] }))).toContain('key-twice')
    const columns = {
      type: 'columns',
      key: 'c',
      columns: [{ components: [field()] }, { components: [field()] }],
    }
    expect(codes(form(columns))).toEqual(['key-twice'])
    expect(codes(form(field(), { type: 'container', key: 'box', components: [field()] }))).toEqual([])
  })

  test('minus zero is zero, and limits written as text are numbers', () => {
    const number = { type: 'number', key: 'a', validate: { min: '-0', max: '5' }, defaultValue: -0 }
    expect(codes(form(number))).toEqual([])
    const plan = compile(form(number) as never)
    expect(evaluate(plan, {}, { today: '2026-11-21' }).answers).toEqual({ a: 0 })
    expect(evaluate(plan, { a: 6 }, { today: '2026-11-21' }).errors.map(({ code }) => code)).toEqual(['max'])
  })

  test.each(refused)('%s: compared with a plain form it gives few and short lines', (name, component) => {
    const lines = bounded(() => compare(form(component), form(field())), most(name))
    expect(lines.length).toBeLessThan(100)
    expect(JSON.stringify(lines).length).toBeLessThan(20_000)
    expect(bounded(() => compare(form(field()), form(component)), most(name)).length).toBeLessThan(100)
  })
})
