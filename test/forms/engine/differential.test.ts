import { Processors, processSync } from '@formio/core/process'
import { Evaluator } from '@formio/core/utils'
import { expect, test } from 'vitest'
import type { Component, Definition } from '#forms/definition'
import { fc } from '../../chance.ts'
import { run } from './form.ts'

/** What `@formio/core` makes of the same input; it writes into both, so it gets copies. */
const peer = (
  definition: Definition,
  answers: object,
): { readonly data: unknown; readonly errors: readonly string[] } => {
  Evaluator.noeval = true
  const components = structuredClone(definition.components)
  const data = structuredClone(answers)
  const context = {
    form: { ...definition, components },
    submission: { data },
    components,
    data,
    processors: Processors,
    scope: {} as { errors?: readonly { readonly context: { readonly path: string } }[] },
    config: { server: true },
  }
  processSync(context as never)
  return { data: context.data, errors: (context.scope.errors ?? []).map((error) => error.context.path) }
}

/** Empty containers and lists are written by one engine and left out by the other; they mean the same. */
const pruned = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.length === 0 ? undefined : json.map((item) => pruned(item) ?? {})
  if (typeof json !== 'object' || json === null) return json === '' || json === null ? undefined : json
  const entries = Object.entries(json)
    .map(([key, value]) => [key, pruned(value)] as const)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

const words = ['甲', '乙', 'x']
const kinds = ['textfield', 'number', 'checkbox'] as const

/** Fields whose conditions name earlier fields of the form or of their own place by full path. */
const fields = (prefix: string, place: string, outer: readonly string[]): fc.Arbitrary<readonly object[]> => {
  const field = (i: number): fc.Arbitrary<object> => {
    const known = [...outer, ...Array.from({ length: i }, (_, n) => `${place}${prefix}${n}`)]
    const condition =
      known.length === 0
        ? fc.constant({})
        : fc.oneof(
            fc.constant({}),
            fc
              .record({
                when: fc.constantFrom(...known),
                eq: fc.constantFrom(...words, '1', 'true'),
                show: fc.constantFrom(true, false, 'true'),
              })
              .map((conditional) => ({ conditional })),
            fc
              .record({
                show: fc.boolean(),
                conjunction: fc.constantFrom('all', 'any'),
                conditions: fc.array(
                  fc.record({
                    component: fc.constantFrom(...known),
                    operator: fc.constantFrom('isEqual', 'isNotEqual'),
                    value: fc.constantFrom('甲', 'x'),
                  }),
                  { minLength: 1, maxLength: 2 },
                ),
              })
              .map((conditional) => ({ conditional })),
          )
    return fc
      .tuple(fc.constantFrom(...kinds), condition, fc.boolean(), fc.boolean())
      .map(([type, when, required, bound]) => ({
        type,
        key: `${prefix}${i}`,
        label: `${prefix}${i}`,
        input: true,
        ...when,
        ...((required || bound) && {
          validate: {
            ...(required && { required }),
            ...(bound && type === 'number' && { min: 1 }),
            ...(bound && type === 'textfield' && { minLength: 1, pattern: '[甲乙]' }),
          },
        }),
      }))
  }
  return fc.tuple(field(0), field(1), field(2))
}

const valueFor = (component: Component): fc.Arbitrary<unknown> =>
  component.type === 'number'
    ? fc.constantFrom(0, 1, 5)
    : component.type === 'checkbox'
      ? fc.boolean()
      : fc.constantFrom(...words)

const place = (components: readonly object[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries((components as Component[]).map((one) => [one.key, valueFor(one)])), {
    requiredKeys: [],
  })

const cases = fc
  .tuple(
    fields('f', '', []),
    fields('b', 'box.', ['f0', 'f1']),
    fields('g', 'grid.', ['f0']),
    fields('p', '', ['f2']),
    fields('n', 'grid.inner.', ['f1']),
  )
  .chain(([flat, box, grid, panel, inner]) =>
    fc.tuple(
      fc.constant({
        display: 'form',
        components: [
          ...flat,
          { type: 'container', key: 'box', label: 'box', input: true, components: box },
          {
            type: 'editgrid',
            key: 'grid',
            label: 'grid',
            input: true,
            components: [
              ...grid,
              { type: 'container', key: 'inner', label: 'inner', input: true, components: inner },
            ],
          },
          { type: 'panel', key: 'panel', label: 'panel', input: false, components: panel },
        ],
      } as unknown as Definition),
      place([...flat, ...panel]),
      place(box),
      fc.array(
        fc.tuple(place(grid), place(inner)).map(([cells, deep]) => ({ ...cells, inner: deep })),
        { maxLength: 3 },
      ),
    ),
  )

test('agrees with @formio/core on cleaned answers and error paths wherever that is not lenient', () => {
  let refused = 0
  fc.assert(
    fc.property(cases, ([definition, flat, box, grid]) => {
      const answers = { ...flat, box, grid, stranger: 1 }
      const ours = run(definition, answers)
      const theirs = peer(definition, answers)
      expect([...new Set(ours.errors.map(({ path }) => path))].sort()).toEqual(
        [...new Set(theirs.errors)].sort(),
      )
      expect(pruned(ours.answers)).toEqual(pruned(theirs.data))
      if (ours.errors.length > 0) refused++
    }),
    { numRuns: 120 },
  )
  expect(refused).toBeGreaterThan(10)
})
