import { fc } from '../chance.ts'

/** A question that rules may ask for, by its path without row numbers; `row`: it stands in a container or row. */
export type Named = { readonly path: string; readonly row: boolean }

const wanted = ['甲', '1', 'x', 'true', 'false', 1, true, 3, '']
const operators = [
  'isEqual',
  'isNotEqual',
  'isEmpty',
  'isNotEmpty',
  'includes',
  'notIncludes',
  'startsWith',
  'endsWith',
  'lessThan',
  'greaterThan',
]
const nameOf = (known: readonly Named[]): fc.Arbitrary<string> =>
  fc.constantFrom(...known.map(({ path }) => path))

/** What JSON Logic calls it: from the form, or beside the component that asks. */
const variable = (known: readonly Named[]): fc.Arbitrary<object> => {
  const outside = known.filter(({ path }) => !path.startsWith('grid.'))
  return outside.length === 0
    ? fc.constant({ var: 'data.f0' })
    : fc.constantFrom(...outside.map(({ path }) => ({ var: `data.${path}` })))
}

const test = (known: readonly Named[]): fc.Arbitrary<object> =>
  fc
    .tuple(variable(known), variable(known), fc.constantFrom<unknown>('甲', 1, true), fc.nat(4))
    .map(([a, b, value, which]) => {
      const equal = { '==': [a, value] }
      return [
        equal,
        { '!!': [a] },
        { and: [equal, { '!': [b] }] },
        { or: [equal, { '>': [b, 2] }] },
        { in: ['甲', a] },
      ][which] as object
    })

const simple = (known: readonly Named[]): fc.Arbitrary<object> =>
  fc.record({
    show: fc.constantFrom<unknown>(true, false, 'true'),
    conjunction: fc.constantFrom('all', 'any'),
    conditions: fc.array(
      fc.record({
        component: nameOf(known),
        operator: fc.constantFrom(...operators),
        value: fc.constantFrom<unknown>(...wanted),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  })

const legacy = (known: readonly Named[]): fc.Arbitrary<object> =>
  fc.record({
    show: fc.constantFrom<unknown>(true, false, 'true', 'false'),
    when: nameOf(known),
    eq: fc.constantFrom<unknown>(...wanted.slice(0, 6)),
  })

export const conditions = (known: readonly Named[]): fc.Arbitrary<object> =>
  fc.oneof(
    fc.constant({}),
    fc.constant({ conditional: { show: null, when: null, eq: '' } }),
    legacy(known).map((conditional) => ({ conditional })),
    simple(known).map((conditional) => ({ conditional })),
    test(known).map((json) => ({ conditional: { json } })),
  )

const actions: readonly object[] = [
  { type: 'property', property: { value: 'hidden', type: 'boolean' }, state: true },
  { type: 'property', property: { value: 'hidden', type: 'boolean' }, state: false },
  { type: 'property', property: { value: 'validate.required', type: 'boolean' }, state: true },
  { type: 'property', property: { value: 'validate.required', type: 'boolean' }, state: false },
]

/** Sometimes a rule of `logic`, with a simple trigger or one in JSON Logic. */
export const logics = (known: readonly Named[]): fc.Arbitrary<object> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc
      .tuple(
        fc.oneof(
          simple(known).map((one) => ({ type: 'simple', simple: one })),
          test(known).map((json) => ({ type: 'json', json })),
        ),
        fc.constantFrom(...actions),
      )
      .map(([trigger, action]) => ({ logic: [{ name: 'rule', trigger, actions: [action] }] })),
  )

/** Sometimes what JSON Logic makes of other answers: as a calculation, or as a value that a rule puts in. */
export const calculations = (known: readonly Named[]): fc.Arbitrary<(type: string) => object> =>
  fc.tuple(variable(known), test(known), fc.nat(15)).map(([read, trigger, which]) => (type: string) => {
    const sum = { '+': [{ if: [{ '!!': [read] }, 2, 1] }, 1] }
    const words = { cat: ['计', { if: [trigger, '甲', '乙'] }] }
    const value = type === 'number' ? sum : type === 'textfield' ? words : undefined
    if (value === undefined || which > 2) return {}
    if (which < 2) return { calculateValue: value, multiple: false }
    const rule = {
      name: 'put',
      trigger: { type: 'json', json: trigger },
      actions: [{ type: 'value', value }],
    }
    return { logic: [rule], multiple: false }
  })
