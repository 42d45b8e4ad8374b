import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compare } from '#forms/definition'
import { fc } from '../../../chance.ts'
import { bounded } from '../../bounded.ts'

const deep = (levels: number, inner: object = {}): object => {
  let at = inner
  for (let i = 0; i < levels; i++) at = { type: 'panel', key: 'p', components: [at] }
  return at
}
const many = (count: number, key: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => ({ type: 'textfield', key: key(i), label: 'x' }))
const circle: Record<string, unknown> = { type: 'panel', key: 'p' }
circle['components'] = [circle, circle]
const ring: Record<string, unknown> = { type: 'number', key: 'n' }
ring['calculateValue'] = { '+': [ring, ring] }

describe('any JSON, and worse, is compared without an accident', () => {
  const form = { components: [{ type: 'textfield', key: 'a', label: 'a' }] }
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'form'],
    ['a list', [form]],
    ['no components', {}],
    ['components that are none', { components: [null, 1, [], { type: 7, key: {} }, { key: 'x' }] }],
    ['inherited names', { components: [{ type: 'constructor', key: '__proto__', validate: { min: {} } }] }],
    [
      'rules that are none',
      { components: [{ type: 'number', key: 'a', logic: [1, {}], conditional: [], calculateValue: 'x' }] },
    ],
    ['lists that are none', { definition: form, outcomes: 'x', recommends: [null, 1, {}], team: {} }],
    ['10,000 levels', { components: [deep(10_000)] }],
    ['a rule of 10,000 levels', { components: [{ type: 'number', key: 'a', calculateValue: deep(10_000) }] }],
    ['a circle of components', { components: [circle] }],
    ['a circle in a rule', { components: [ring] }],
    ['20,000 components', { components: many(20_000, (i) => `k${i}`) }],
    ['4,000 components of one key', { components: many(4_000, () => 'k') }],
    ['20,000 options', { components: [{ type: 'radio', key: 'a', values: many(20_000, (i) => `${i}`) }] }],
    ['20,000 outcomes of one key', { definition: form, outcomes: Array(20_000).fill({ key: 'x' }) }],
    [
      '5,000 rules',
      {
        components: [
          {
            type: 'number',
            key: 'a',
            logic: Array.from({ length: 5_000 }, (_, i) => ({
              trigger: { type: 'json', json: i },
              actions: [{ type: 'value', value: i }],
            })),
          },
        ],
      },
    ],
    [
      'a getter that throws',
      {
        get components(): never {
          throw new Error('no')
        },
      },
    ],
  ])('%s', (_, strange) => {
    const pairs = [
      [form, strange],
      [strange, form],
      [strange, strange],
    ] as const
    const lines = bounded(() => pairs.flatMap(([one, other]) => compare(one, other)), 5_000)
    for (const { class: one, message } of lines.slice(0, 200)) {
      expect(['loses-answers', 'changes-meaning', 'tightens', 'compatible']).toContain(one)
      expect(message).toMatch(/\p{Script=Han}.*。$/u)
    }
  })

  test('what cannot be read promises nothing', () => {
    expect(compare(form, { components: many(20_000, (i) => `k${i}`) })).toMatchObject([
      { class: 'loses-answers', code: 'unreadable' },
    ])
  })

  test('a rule that is one list in many places', () => {
    const folded = () => {
      let rule: unknown = 1
      for (let i = 0; i < 40; i++) rule = { '+': [rule, rule] }
      return { components: [{ type: 'number', key: 'n', calculateValue: rule }] }
    }
    expect(compare(folded(), folded())).toMatchObject([{ code: 'calculateValue' }])
  })

  test('of any shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.anything(), (a, b, c) => {
        for (const [x, y] of [
          [a, b],
          [{ components: a }, { components: [b] }],
          [
            { components: [{ type: 'radio', key: 'k', values: a, validate: b, logic: [a] }] },
            { components: [{ type: 'radio', key: 'k', data: a, conditional: b }] },
          ],
          [c, { definition: { components: [c] }, outcomes: c }],
        ])
          expect(Array.isArray(compare(x, y))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

/** Settings that the engine reads of a component, found in its sources. */
const engine = new URL('../../../../forms/engine/', import.meta.url)
const source = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(new URL(file, engine), 'utf8'))
  .join('\n')
const names = new Set(
  [...source.matchAll(/\bcomponent(?:\[')(\w+)|\b(?:component\.)?(validate)\??(?:\.|\[')(\w+)/g)].map(
    ([, own, validate, rule]) => (validate ? `${validate}.${rule}` : String(own)),
  ),
)

describe('every setting that the engine reads', () => {
  /** Values that differ in meaning for some kind of question. */
  const values: readonly unknown[] = [
    undefined,
    true,
    false,
    5,
    'array',
    'HH:mm',
    '2026-01-01',
    { day: { hide: true } },
    { minDate: '2026-01-01' },
    { var: 'data.b' },
  ]
  /** Words alone, and what holds other settings, which have tests of their own. */
  const apart = [
    'errors',
    'validate.customMessage',
    'validate.ts',
    'datePicker',
    'data',
    'values',
    'questions',
    'columns',
    'rows',
    'valueProperty',
    'dataSrc',
  ]
  test('was found', () => {
    for (const name of ['inputMask', 'dayFirst', 'validate.minWords', 'clearOnHide'])
      expect(names).toContain(name)
  })
  test.each([...names].filter((name) => !apart.includes(name)))('is compared: %s', (name) => {
    const [first = '', second] = name.split('.')
    const told = ['textfield', 'number', 'day', 'datetime', 'tags', 'time', 'radio'].flatMap((type) =>
      values.flatMap((value) => {
        const more = second === undefined ? { [first]: value } : { [first]: { [second]: value } }
        const of = (extra: object) => ({
          components: [
            { type, key: 'a', ...extra },
            { type: 'textfield', key: 'b' },
          ],
        })
        return compare(of({}), of(more))
      }),
    )
    expect(told).not.toEqual([])
  })
})
