import { fc } from '../../../chance.ts'

/** Values that rules compare with and set. */
export const literal = fc.constantFrom<unknown>(
  null,
  true,
  false,
  0,
  1,
  3,
  5,
  -2,
  10,
  2.5,
  'a',
  'b',
  '3',
  'x',
  '',
  '5',
)

/** JSON Logic over these variables; `grid` names lists of rows with the fields `r0` and `r1`. */
export const ruleOf = (reads: readonly string[], grid: string | undefined): fc.Arbitrary<unknown> =>
  fc.letrec<{ rule: unknown; leaf: unknown; row: unknown }>((tie) => {
    const variable = (names: readonly string[]) =>
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...names).map((name): unknown => ({ var: name })) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.constantFrom(...names), literal)
            .map(([name, other]) => ({ var: [name, other] })),
        },
      )
    const operators = (leaf: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
      const any = fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: tie('rule') })
      const several = fc.array(any, { minLength: 1, maxLength: 4 })
      return fc.oneof(
        fc
          .tuple(fc.constantFrom('==', '===', '!=', '!==', '<', '<=', '>', '>=', '-', '/', '%'), any, any)
          .map(([name, a, b]) => ({ [name]: [a, b] })),
        fc
          .tuple(fc.constantFrom('and', 'or', '+', '*', 'min', 'max', 'if', 'cat'), several)
          .map(([name, list]) => ({ [name]: list })),
        fc.tuple(fc.constantFrom('!', '!!', '+', '-', 'round'), any).map(([name, a]) => ({ [name]: [a] })),
        fc.tuple(any, fc.array(literal, { maxLength: 4 })).map(([a, list]) => ({ in: [a, list] })),
        fc.tuple(literal, any).map(([a, b]) => ({ in: [a, b] })),
        fc.tuple(any, any, any).map(([a, b, c]) => ({ '<': [a, b, c] })),
        fc.tuple(any, any, any, any).map((list) => ({ if: list })),
        any.map((a) => ({ substr: [a, 0, 2] })),
        any.map((a) => ({ age: [a] })),
        fc.tuple(any, any).map((list) => ({ count: [{ merge: list }] })),
        fc.constantFrom(...reads).map((name) => ({ missing: [name] })),
      )
    }
    const inside = grid === undefined ? [] : [grid]
    const walks = inside.map((list) =>
      fc.oneof(
        fc
          .tuple(fc.constantFrom('all', 'some', 'none', 'map', 'filter'), tie('row'))
          .map(([name, body]) => ({ [name]: [{ var: list }, body] })),
        fc.constantFrom('r0', 'r1').map((cell) => ({
          reduce: [
            { var: list },
            { '+': [{ var: 'accumulator' }, { or: [{ var: `current.${cell}` }, 0] }] },
            0,
          ],
        })),
        fc.constantFrom('r0', 'r1').map((cell) => ({
          reduce: [{ var: list }, { max: [{ var: 'accumulator' }, { var: `current.${cell}` }] }, 1],
        })),
        fc.constant({ count: [{ var: list }] }),
        fc.constantFrom('r0', 'r1').map((cell) => ({ var: `${list}.0.${cell}` })),
      ),
    )
    return {
      leaf: fc.oneof({ weight: 3, arbitrary: variable(reads) }, literal),
      row: fc
        .tuple(fc.constantFrom('==', '===', '<', '>', '!=', 'in'), fc.constantFrom('r0', 'r1'), literal)
        .map(([name, cell, value]) => ({
          [name]: name === 'in' ? [{ var: cell }, [value, 'a']] : [{ var: cell }, value],
        })),
      rule: fc.oneof(
        { weight: 4, arbitrary: operators(tie('leaf')) },
        ...walks.map((arbitrary) => ({ weight: 1, arbitrary })),
      ),
    }
  }).rule

const terms = fc.constantFrom(
  'isEqual',
  'isNotEqual',
  'isEmpty',
  'isNotEmpty',
  'includes',
  'notIncludes',
  'startsWith',
  'lessThan',
  'greaterThanOrEqual',
  'isDateEqual',
)

export const conditionOf = (names: readonly string[], rule: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.oneof(
    rule.map((json) => ({ json })),
    fc.record({ when: fc.constantFrom(...names), eq: literal, show: fc.boolean() }),
    fc.record({
      show: fc.boolean(),
      conjunction: fc.constantFrom('all', 'any'),
      conditions: fc.array(
        fc.record({ component: fc.constantFrom(...names), operator: terms, value: literal }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  )
