import type { Definition } from '#forms/definition'
import { fc } from '../chance.ts'
import { calculations, conditions, logics, type Named } from './generated-rules.ts'

const valuesOf = (...list: readonly string[]): readonly object[] =>
  list.map((value) => ({ value, label: `选${value}` }))
const values = valuesOf('甲', '乙', 'x')
/** Codes that the peer makes numbers and truth values of. */
const coded = valuesOf('1', '2', 'true')
const questions = ['q', 'r'].map((value) => ({ value, label: value }))

/** Types that have lists of answers, and the settings that builders offer for only some types. */
const texts = ['textfield', 'textarea', 'phoneNumber', 'email', 'url']
const lists = [...texts, 'number', 'currency', 'select', 'datetime', 'time']
const settings: Readonly<Record<string, readonly string[]>> = {
  min: ['number', 'currency'],
  max: ['number', 'currency'],
  minLength: texts,
  maxLength: texts,
  pattern: texts,
  minSelectedCount: ['selectboxes'],
  maxSelectedCount: ['selectboxes'],
}

/** Every kind of question, with the settings that matter to it. */
const question = (key: string): fc.Arbitrary<object> => {
  const validate = fc.record(
    {
      required: fc.boolean(),
      min: fc.constantFrom(0, 1, '2'),
      max: fc.constantFrom(4, '5', 0),
      minLength: fc.constantFrom(0, 1, '2'),
      maxLength: fc.constantFrom(2, '3', ''),
      pattern: fc.constantFrom('', '[甲乙a-z]*', '\\d+'),
      minSelectedCount: fc.constantFrom(0, 1, 2),
      maxSelectedCount: fc.constantFrom(1, 2, ''),
    },
    { requiredKeys: [] },
  )
  const common = fc.record(
    {
      validate,
      clearOnHide: fc.boolean(),
      multiple: fc.boolean(),
      hidden: fc.nat(14).map((n) => n === 0),
      disabled: fc.nat(14).map((n) => n === 0),
    },
    { requiredKeys: [] },
  )
  const typed = fc.oneof(
    fc.constantFrom<object>(
      { type: 'textfield' },
      { type: 'textfield' },
      { type: 'textfield', defaultValue: '甲' },
      { type: 'textfield', truncateMultipleSpaces: true },
      { type: 'phoneNumber', inputMask: '999-aA' },
      { type: 'textarea' },
      { type: 'email' },
      { type: 'url' },
      { type: 'number' },
      { type: 'currency' },
      { type: 'checkbox' },
      { type: 'number' },
      { type: 'checkbox', defaultValue: true },
      { type: 'time' },
      { type: 'datetime' },
      { type: 'tags' },
      { type: 'tags', storeas: 'array' },
    ),
    fc.constantFrom<object>(
      { type: 'radio', values },
      { type: 'radio', values, defaultValue: '甲' },
      { type: 'radio', values: coded },
      { type: 'radio', values: coded.slice(0, 2), dataType: 'number' },
      { type: 'select', data: { values } },
      { type: 'select', data: { values: coded }, dataType: 'string' },
      { type: 'select', dataSrc: 'json', data: { json: ['甲', '乙'] } },
      { type: 'selectboxes', values },
      { type: 'selectboxes', values, defaultValue: { 甲: true, 乙: false, x: false } },
      { type: 'survey', questions, values },
      { type: 'day' },
      { type: 'day', dayFirst: true, fields: { month: { required: true } } },
      { type: 'day', fields: { day: { hide: true }, year: { maxYear: 2025 } } },
    ),
  )
  return fc.tuple(typed, common).map(([kind, more]) => {
    const whole: Record<string, unknown> = { key, label: key, input: true, ...more, ...kind }
    const type = String(whole['type'])
    if (!lists.includes(type) || 'defaultValue' in whole) delete whole['multiple']
    const validate = Object.entries((whole['validate'] ?? {}) as object)
    whole['validate'] = Object.fromEntries(
      validate.filter(([name]) => (settings[name] ?? [type]).includes(type)),
    )
    return whole
  })
}

const ruled = (component: fc.Arbitrary<object>, known: readonly Named[]): fc.Arbitrary<object> =>
  known.length === 0
    ? component
    : fc
        .tuple(component, conditions(known), logics(known), calculations(known))
        .map(([one, condition, logic, made]) => ({
          ...one,
          ...condition,
          ...logic,
          ...made(String((one as { type?: unknown }).type)),
        }))

/** `count` questions of one place; each may ask for any of the others and for those known already. */
const questions3 = (
  place: string,
  prefix: string,
  known: readonly Named[],
): fc.Arbitrary<readonly object[]> => {
  const keys = ['0', '1', '2'].map((n) => prefix + n)
  return fc.tuple(
    ...keys.map((key, i) =>
      ruled(question(key), [
        ...known,
        ...keys.slice(0, i).map((one) => ({ path: place + one, row: place !== '' })),
      ]),
    ),
  )
}

const named = (place: string, prefix: string): readonly Named[] =>
  ['0', '1'].map((n) => ({ path: place + prefix + n, row: place !== '' }))

const layout = (inside: readonly object[]): fc.Arbitrary<object> =>
  fc.constantFrom<object>(
    { type: 'panel', key: 'lay', components: inside },
    {
      type: 'columns',
      key: 'lay',
      columns: [{ components: inside.slice(0, 1) }, { components: inside.slice(1) }],
    },
    {
      type: 'table',
      key: 'lay',
      rows: [[{ components: inside.slice(0, 2) }, { components: inside.slice(2) }]],
    },
    { type: 'tabs', key: 'lay', components: [{ key: 'tab', label: 'tab', components: inside }] },
    { type: 'fieldset', key: 'lay', components: inside },
  )

/** Forms of all kinds of questions in all kinds of places, with conditions, rules and calculations among them. */
export const definitions: fc.Arbitrary<Definition> = fc
  .tuple(
    questions3('', 'f', []),
    questions3('box.', 'b', named('', 'f')),
    questions3('box.deep.', 'd', named('box.', 'b')),
    questions3('grid.', 'g', named('', 'f')),
    questions3('grid.inner.', 'i', [...named('grid.', 'g'), ...named('', 'f')]),
    questions3('', 'p', named('', 'f')),
    fc.constantFrom('datagrid', 'editgrid'),
  )
  .chain(([flat, box, deep, grid, inner, paged, type]) => {
    const places: fc.Arbitrary<object>[] = [
      ruled(fc.constantFrom<object>({ clearOnHide: false }, {}), named('', 'f')).map((rule) => ({
        ...rule,
        type: 'container',
        key: 'box',
        label: 'box',
        input: true,
        components: [
          ...box,
          { type: 'container', key: 'deep', label: 'deep', input: true, components: deep },
        ],
      })),
      ruled(fc.constant({}), named('', 'f')).map((rule) => ({
        ...rule,
        type,
        key: 'grid',
        label: 'grid',
        input: true,
        components: [
          ...grid,
          { type: 'container', key: 'inner', label: 'inner', input: true, components: inner },
        ],
      })),
      fc
        .tuple(layout(paged), ruled(fc.constant({}), named('', 'f')))
        .map(([one, rule]) => ({ ...rule, ...one, label: 'lay', input: false })),
    ]
    return fc
      .tuple(...places)
      .map((more) => ({ display: 'form', components: [...flat, ...more] }) as Definition)
  })
