import { expect, test } from 'vitest'
import type { Definition } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { fc } from '../../chance.ts'
import { today } from './form.ts'

const options = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
]

/** A component of any leaf type that can stand under this key; rules may read earlier keys of the same place. */
const leaf = (key: string, earlier: readonly string[], root: string): fc.Arbitrary<object> => {
  const reads = earlier.length > 0 ? fc.constantFrom(...earlier) : fc.constant(undefined)
  const more = fc.record(
    {
      clearOnHide: fc.boolean(),
      hidden: fc.boolean(),
      disabled: fc.boolean(),
      required: fc.boolean(),
      when: reads,
      calculates: reads,
      fallback: fc.boolean(),
      logic: reads,
    },
    { requiredKeys: [] },
  )
  const kind = fc.constantFrom(
    'textfield',
    'number',
    'checkbox',
    'radio',
    'selectboxes',
    'datetime',
    'day',
    'hidden',
    'email',
  )
  return fc.tuple(kind, more).map(([type, m]) => ({
    type,
    key,
    label: key,
    ...(type === 'radio' || type === 'selectboxes' ? { values: options } : {}),
    ...(m.clearOnHide !== undefined && { clearOnHide: m.clearOnHide }),
    ...(m.hidden && { hidden: true }),
    ...(m.disabled && { disabled: true }),
    ...(m.required && { validate: { required: true } }),
    ...(m.when !== undefined && { conditional: { json: { '!!': [{ var: `${root}.${m.when}` }] } } }),
    ...(m.calculates !== undefined &&
      type === 'number' && { calculateValue: { '+': [{ var: `${root}.${m.calculates}` }, 1] } }),
    ...(m.fallback && type === 'textfield' && { defaultValue: '默认' }),
    ...(m.logic !== undefined && {
      logic: [
        {
          trigger: { type: 'json', json: { '==': [{ var: `${root}.${m.logic}` }, 'a'] } },
          actions: [{ type: 'property', property: { value: 'disabled', type: 'boolean' }, state: true }],
        },
      ],
    }),
  }))
}

const level = (prefix: string, root: string, size: number): fc.Arbitrary<object[]> => {
  const keys = Array.from({ length: size }, (_, i) => `${prefix}${i}`)
  return fc.tuple(...keys.map((key, i) => leaf(key, keys.slice(0, i), root)))
}

const definitions: fc.Arbitrary<Definition> = fc
  .tuple(
    level('f', 'data', 5),
    level('b', 'row', 3),
    level('g', 'row', 4),
    level('n', 'row', 2),
    level('p', 'data', 2),
  )
  .map(([flat, box, grid, nested, panel]) => ({
    display: 'form',
    components: [
      ...flat,
      { type: 'container', key: 'box', label: 'box', components: box },
      {
        type: 'editgrid',
        key: 'grid',
        label: 'grid',
        components: [...grid, { type: 'datagrid', key: 'inner', label: 'inner', components: nested }],
      },
      { type: 'panel', key: 'panel', components: panel, conditional: { show: true, when: 'f0', eq: 'a' } },
    ] as Definition['components'],
  }))

const value: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'a',
      'b',
      '',
      null,
      true,
      false,
      0,
      1,
      -1.5,
      '2026-02-28',
      '02/28/2026',
      'x@y.cn',
      { a: true },
      {},
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
)
const record = (keys: readonly string[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] })
const row = fc
  .tuple(
    record(['g0', 'g1', 'g2', 'g3', 'zz']),
    fc.oneof(value, fc.array(record(['n0', 'n1']), { maxLength: 2 })),
  )
  .map(([cells, inner]) => ({ ...cells, inner }))
const answers = fc
  .tuple(
    record(['f0', 'f1', 'f2', 'f3', 'f4', 'p0', 'p1', 'unknown', 'panel']),
    fc.oneof(value, record(['b0', 'b1', 'b2'])),
    fc.oneof(value, fc.array(row, { maxLength: 3 })),
  )
  .map(([flat, box, grid]) => ({ ...flat, box, grid }))

const reversed = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(reversed)
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

const freeze = <T>(json: T): T => {
  if (typeof json === 'object' && json !== null) {
    for (const inner of Object.values(json)) freeze(inner)
    Object.freeze(json)
  }
  return json
}

test('for any form and any answers: the same result, on its own output too, in any key order, input untouched', () => {
  let clean = 0
  fc.assert(
    fc.property(definitions, answers, (definition, given) => {
      const plan = compile(definition)
      expect(plan.findings.filter(({ level: l }) => l === 'error')).toEqual([])
      const before = JSON.stringify(given)
      const first = evaluate(plan, freeze(given), { today })
      expect(JSON.stringify(given)).toBe(before)
      expect(evaluate(plan, given, { today })).toEqual(first)
      expect(evaluate(plan, reversed(given), { today })).toEqual(first)
      const second = evaluate(plan, first.answers, { today })
      expect(second.answers).toEqual(first.answers)
      expect(second.hidden).toEqual(first.hidden)
      if (first.errors.length === 0) {
        clean++
        expect(second).toEqual(first)
      }
      expect(JSON.stringify(first.answers)).not.toContain('unknown')
    }),
    { numRuns: 400 },
  )
  expect(clean).toBeGreaterThan(10)
})

test('a value that the form does not allow is never in the output, whatever was sent', () => {
  const definition: Definition = {
    display: 'form',
    components: [
      { type: 'textfield', key: 't' },
      { type: 'number', key: 'n' },
      { type: 'checkbox', key: 'c' },
      { type: 'radio', key: 'r', values: options },
      { type: 'selectboxes', key: 's', values: options },
      { type: 'datagrid', key: 'g', components: [{ type: 'textfield', key: 'x' }] },
    ],
  }
  const plan = compile(definition)
  const allowed: Readonly<Record<string, (one: unknown) => boolean>> = {
    t: (one) => typeof one === 'string',
    n: (one) => typeof one === 'number' && Number.isFinite(one),
    c: (one) => typeof one === 'boolean',
    r: (one) => one === 'a' || one === 'b',
    s: (one) =>
      typeof one === 'object' &&
      one !== null &&
      Object.entries(one).every(([key, on]) => (key === 'a' || key === 'b') && typeof on === 'boolean'),
    g: (one) =>
      Array.isArray(one) &&
      one.every(
        (cells: unknown) =>
          typeof cells === 'object' && cells !== null && Object.keys(cells).every((key) => key === 'x'),
      ),
  }
  const anything = fc.anything({
    withNullPrototype: true,
    withObjectString: true,
    withDate: true,
    withMap: true,
    withBigInt: true,
    withTypedArray: true,
    withSparseArray: true,
  })
  fc.assert(
    fc.property(
      fc.oneof(anything, fc.record(Object.fromEntries(Object.keys(allowed).map((key) => [key, anything])))),
      (given) => {
        const result = evaluate(plan, given, { today })
        for (const [key, one] of Object.entries(result.answers)) expect(allowed[key]?.(one)).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
