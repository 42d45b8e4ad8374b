import type { Clause, Measure, Ref, Scalar, Scene, Term } from '../../../../web/studio/outcomes/model.ts'
import { fc } from '../../../chance.ts'

/** A form with three choices, two numbers, two boxes and one earlier result of three levels. */
export const scene: Scene = {
  isNumber: ({ root, path }) => root === 'outcomes' || path.startsWith('n'),
  isSure: ({ path }) => path.startsWith('t'),
  bandsOf: (key) =>
    key === 'score'
      ? [
          { from: -2, to: 0, level: 'none', label: '无' },
          { from: 1, to: 3, level: 'some', label: '部分' },
          { from: 4, level: 'all', label: '全部' },
        ]
      : [],
}

const refs: readonly Ref[] = [
  ...['c1', 'c2', 'box.c3', 'n1', 'n2', 't1', 't.x'].map((path): Ref => ({ root: 'data', path })),
  { root: 'row', path: 'c4' },
  { root: 'outcomes', path: 'score' },
]
export const ref = fc.constantFrom(...refs)
export const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.string({ minLength: 1, maxLength: 4 }),
  fc.integer({ min: -9, max: 9 }),
  fc.boolean(),
)
const values = fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 })
const number = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0.5, 2.25))
const result = fc.option(number, { nil: null })
const weight = fc.constantFrom(1, 2, 0.5, -1)
const some = fc.constantFrom(undefined, true as const)
/** Nobody waits for this one, or there is no word of it. */
const perhapsBlank = <One extends object>(one: fc.Arbitrary<One>): fc.Arbitrary<One & { blank?: true }> =>
  fc.tuple(one, some).map(([made, blank]) => ({ ...made, ...(blank && { blank }) }))

export const term: fc.Arbitrary<Term> = perhapsBlank(
  fc.oneof(
    fc.record({ kind: fc.constant('number' as const), of: ref, weight }),
    fc.record({
      kind: fc.constant('points' as const),
      of: ref,
      rows: fc.array(fc.record({ values, points: number }), { minLength: 1, maxLength: 3 }),
      otherwise: number,
      weight,
    }),
  ),
)
const isCounted = (one: Term): boolean =>
  one.kind === 'points' &&
  one.weight === 1 &&
  one.otherwise === 0 &&
  one.rows.length === 1 &&
  one.rows[0]?.points === 1

/** Every measure that the editor makes. One point for one row each is a count, and said as such. */
export const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom('sum' as const, 'max' as const, 'min' as const),
      whole: fc.boolean(),
      terms: fc.array(term, { minLength: 1, maxLength: 4 }),
    })
    .filter(({ kind, terms }) => kind !== 'sum' || !terms.every(isCounted)),
  fc.record({
    kind: fc.constant('count' as const),
    whole: fc.boolean(),
    matches: fc.array(perhapsBlank(fc.record({ of: ref, values })), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('lookup' as const),
    of: ref,
    rows: fc.array(fc.record({ values, result: number }), { minLength: 1, maxLength: 4 }),
    otherwise: result,
  }),
  fc.record({
    kind: fc.constant('steps' as const),
    of: ref,
    rows: fc.array(fc.record({ least: number, result: number }), { minLength: 1, maxLength: 4 }),
    otherwise: result,
  }),
  fc.record({ kind: fc.constant('same' as const), of: ref }),
)

export const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc
    .record({ of: ref, test: fc.constantFrom('any' as const, 'none' as const), values })
    // A box that is none of `true` is any of `false`.
    .filter(
      ({ of, test, values: wanted }) => !(scene.isSure(of) && test === 'none' && wanted.includes(true)),
    ),
  fc.record({
    of: ref,
    test: fc.constantFrom('more' as const, 'atLeast' as const, 'less' as const, 'atMost' as const),
    // A bare comparison with the lower end of an open level is that level.
    values: number.filter((one) => one !== 4).map((one) => [one]),
  }),
  fc.record({ of: ref, test: fc.constantFrom('filled' as const, 'blank' as const), values: fc.constant([]) }),
  fc.record({ of: ref, test: fc.constant('includes' as const), values: scalar.map((one) => [one]) }),
  fc.constantFrom('none', 'some', 'all').map(
    (level): Clause => ({
      of: { root: 'outcomes', path: 'score' },
      test: 'level',
      values: [level],
    }),
  ),
)
