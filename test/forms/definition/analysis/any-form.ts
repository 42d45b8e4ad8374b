import type { Component, Definition, OutcomeDefinition, RecommendDefinition } from '#forms/definition'
import { fc } from '../../../chance.ts'
import { conditionOf, literal, ruleOf } from './any-rule.ts'

type Form = {
  readonly definition: Definition
  readonly outcomes: readonly OutcomeDefinition[]
  readonly recommends: readonly RecommendDefinition[]
}

export const codes = ['a', 'b', '3'] as const
const options = codes.map((value) => ({ value, label: `选${value}` }))
const scores = [0, 1, 5].map((value) => ({ value, label: `${value} 分` }))

/** A question of some kind, without rules. */
const bare = (key: string): fc.Arbitrary<object> =>
  fc
    .constantFrom<object>(
      { type: 'radio', values: options },
      { type: 'radio', values: scores },
      { type: 'select', data: { values: options }, multiple: true },
      { type: 'select', data: { values: options }, dataType: 'string' },
      { type: 'number', validate: { min: 0, max: 10 } },
      { type: 'number', validate: { min: -2, max: 3, integer: true } },
      { type: 'number' },
      { type: 'checkbox' },
      { type: 'selectboxes', values: options },
      { type: 'textfield' },
      { type: 'email' },
      { type: 'datetime' },
      { type: 'hidden' },
      { type: 'survey', questions: options, values: options },
    )
    .map((one) => ({ key, label: key, ...one }))

/** Seen in the overrides whenever the rule fires. */
const told = { type: 'property', property: { value: 'label', type: 'string' }, text: '变' }

/** A calculation that mostly gives what its question takes. */
const fitting = (type: string, rule: unknown): unknown => {
  if (type === 'number') return { min: [{ max: [{ '+': [{ or: [rule, 0] }] }, 0] }, 3] }
  if (type === 'checkbox') return { '!!': [rule] }
  if (type === 'radio' || type === 'select') return { if: [rule, 'a', { '===': [rule, null] }, null, 'b'] }
  return rule
}

/** Gives a question rules that look at earlier ones. */
const ruled = (
  key: string,
  names: readonly string[],
  root: string,
  grid: string | undefined,
): fc.Arbitrary<object> => {
  const reads = names.length > 0 ? names.map((name) => `${root}.${name}`) : ['form.display']
  const rule = ruleOf(reads, grid)
  const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 })
  const rules = fc.record({
    conditional: names.length > 0 ? sometimes(conditionOf(names, rule)) : fc.constant(undefined),
    calculateValue: fc.option(rule, { nil: undefined, freq: 5 }),
    json: fc.option(
      rule.map((test) => ({ if: [test, true, { '!': [{ var: 'input' }] }, true, '不对'] })),
      { nil: undefined, freq: 6 },
    ),
    logic: fc.option(
      fc.record({
        json: rule,
        action: fc.oneof(
          literal
            .filter((value) => typeof value !== 'string')
            .map((value): object => ({ type: 'value', value })),
          fc
            .tuple(fc.constantFrom('hidden', 'disabled', 'validate.required'), fc.boolean())
            .map(([value, state]) => ({ type: 'property', property: { value, type: 'boolean' }, state })),
        ),
      }),
      { nil: undefined, freq: 4 },
    ),
    required: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    hidden: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    disabled: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    clearOnHide: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
  })
  return fc.tuple(bare(key), rules, fc.boolean()).map(([one, more, fits]) => {
    const { validate, type } = one as { validate?: object; type: string }
    const calculateValue = fits ? fitting(type, more.calculateValue) : more.calculateValue
    return {
      ...one,
      ...(more.conditional && { conditional: more.conditional }),
      ...(more.calculateValue !== undefined && { calculateValue }),
      ...(more.logic && {
        logic: [{ trigger: { type: 'json', json: more.logic.json }, actions: [more.logic.action, told] }],
      }),
      validate: {
        ...validate,
        ...(more.required && { required: true }),
        ...(more.json !== undefined && { json: more.json }),
      },
      ...(more.hidden && { hidden: true }),
      ...(more.disabled && { disabled: true }),
      clearOnHide: more.clearOnHide,
    }
  })
}

/** Forms with rules of every kind, over flat questions, a container, a panel and rows. */
export const anyForm: fc.Arbitrary<Form> = fc
  .tuple(
    fc.tuple(ruled('r0', [], 'row', undefined), ruled('r1', ['r0'], 'row', undefined)),
    fc.tuple(
      bare('f0'),
      bare('f1'),
      ruled('f2', ['f0', 'f1'], 'data', 'data.rows'),
      ruled('f3', ['f0', 'f1', 'f2'], 'data', 'data.rows'),
    ),
    ruled('c0', ['f0', 'f2'], 'data', undefined),
    conditionOf(['f0', 'f1', 'f3'], ruleOf(['data.f0', 'data.f3'], undefined)),
    ruled('p0', ['f1', 'f3'], 'data', 'data.rows'),
    fc.record({
      value: ruleOf(['data.f0', 'data.f1', 'data.f2', 'data.p0', 'data.box.c0'], 'data.rows'),
      cut: fc.integer({ min: -3, max: 12 }),
    }),
    ruleOf(['data.f3', 'outcomes.score', 'data.f0'], undefined),
    fc.record({ least: fc.constantFrom(0, 0, 0, 1), most: fc.integer({ min: 0, max: 4 }) }),
  )
  .map(
    ([cells, flat, inner, condition, last, outcome, when, rows]): Form => ({
      definition: {
        display: 'form',
        components: [
          {
            type: 'datagrid',
            key: 'rows',
            label: '行',
            components: cells,
            validate: { minLength: rows.least, maxLength: Math.max(rows.least, rows.most) },
          },
          ...flat,
          { type: 'container', key: 'box', label: '组', components: [inner] },
          { type: 'panel', key: 'panel', title: '页', conditional: condition, components: [last] },
        ] as unknown as readonly Component[],
      },
      outcomes: [
        {
          key: 'score',
          title: '分数',
          rule: 'v1',
          value: outcome.value,
          bands: [
            { from: -1e18, to: outcome.cut, level: 'low', label: '低' },
            { from: outcome.cut + 1, to: 1e18, level: 'high', label: '高' },
          ],
        },
      ],
      recommends: [{ item: 'meal', because: '需要', when }],
    }),
  )
