import { describe, expect, test } from 'vitest'
import { compare } from '#forms/definition'
import { form, linesOf, text, whenB } from './form.ts'
import { choices, type Json } from './forms.ts'

const document = (definition: object, more: object = {}) => ({
  schema: 1,
  key: 'visit',
  title: '入户调查',
  definition,
  ...more,
})
const radio = (...values: readonly Json[]) => ({ type: 'radio', key: 'r', label: '健康', values })
const panel = (more: object, ...components: readonly object[]) => ({
  type: 'panel',
  key: 'p',
  title: '家庭',
  components,
  ...more,
})
const grid = (more: object = {}) => ({
  type: 'datagrid',
  key: 'g',
  label: '成员',
  components: [text('x')],
  ...more,
})
describe('questions', () => {
  test.each<[string, object[], object[], string[]]>([
    ['came', [text('a')], [text('a'), text('b')], ['compatible added b']],
    ['must be answered', [], [text('b', { validate: { required: true } })], ['tightens added b']],
    ['went', [text('a'), text('b')], [text('a')], ['loses-answers removed b']],
    ['has another key', [text('a')], [{ ...text('a'), key: 'b' }], ['loses-answers key-changed a']],
    ['has another label', [text('a')], [text('a', { label: 'c' })], ['compatible label a']],
    ['stands in another order', [text('a'), text('b')], [text('b'), text('a')], ['compatible order ']],
    [
      'stands in a panel now',
      [text('a')],
      [panel({}, text('a'))],
      ['compatible added p', 'compatible moved a'],
    ],
    [
      'stands in a panel that is not always shown',
      [text('b'), text('a')],
      [text('b'), panel({ conditional: whenB }, text('a'))],
      ['compatible added p', 'loses-answers moved a'],
    ],
    [
      'left a panel that is not always shown, and must be answered',
      [text('b'), panel({ conditional: whenB }, text('a', { validate: { required: true } }))],
      [text('b'), text('a', { validate: { required: true } })],
      ['changes-meaning moved a', 'tightens moved a', 'compatible removed p'],
    ],
    [
      'stands in a grid now',
      [text('a')],
      [grid({ components: [text('a')] })],
      ['compatible added g', 'loses-answers path-changed a'],
    ],
    [
      'went with its panel, told once',
      [panel({}, text('a'), text('b'))],
      [text('c')],
      ['compatible added c', 'loses-answers removed p'],
    ],
    ['a panel has another key', [panel({}, text('a'))], [panel({ key: 'q' }, text('a'))], []],
    ['a grid has another key', [grid()], [grid({ key: 'h' })], ['loses-answers key-changed g']],
  ])('%s', (_, older, newer, said) => expect(linesOf(form(...older), form(...newer))).toEqual(said))
})

describe('choices', () => {
  const [a, b, c] = choices('a', 'b', 'c') as [Json, Json, Json]
  test.each<[Json[], Json[], string[]]>([
    [[a, b], [a, b, c], ['compatible option-added r']],
    [[a, b, c], [c, a], ['loses-answers option-removed r']],
    [[a], [{ ...a, label: '不同' }], ['changes-meaning option-label r']],
    [[{ value: '1', label: '1' }], [{ value: 1, label: '1' }], ['changes-meaning option-value r']],
  ])('%j -> %j', (older, newer, said) =>
    expect(linesOf(form(radio(...older)), form(radio(...newer)))).toEqual(said),
  )

  test('of a survey: its questions and its answers', () => {
    const survey = (questions: Json[], values: Json[], more: object = {}) =>
      form({ type: 'survey', key: 's', label: 's', questions, values, ...more })
    const required = { validate: { required: true } }
    expect(linesOf(survey([a, b], [a]), survey([a], [a, b]))).toEqual([
      'loses-answers option-removed s',
      'compatible option-added s',
    ])
    expect(linesOf(survey([a], [a], required), survey([a, b], [a], required))).toEqual([
      'tightens option-added s',
    ])
  })

  test('from the city, or from another list of it', () => {
    const listed = (options?: string) => ({ ...radio(a), ...(options && { properties: { options } }) })
    const [said] = compare(form(listed()), form(listed('catalogue')))
    expect(said).toMatchObject({
      class: 'loses-answers',
      code: 'options',
      pointer: '/components/0/properties/options',
    })
  })
})

describe('conditions', () => {
  const shown = (conjunction: string, ...names: readonly string[]) => ({
    conditional: {
      show: true,
      conjunction,
      conditions: names.map((component) => ({ component, operator: 'isNotEmpty' })),
    },
  })
  const said = (older: object, newer: object) =>
    linesOf(form(text('b'), text('c'), text('a', older)), form(text('b'), text('c'), text('a', newer)))
  test('one more way and one demand less only show more', () => {
    expect(said(shown('any', 'b'), shown('any', 'b', 'c'))).toEqual(['changes-meaning conditional a'])
    expect(said(shown('all', 'b', 'c'), shown('all', 'c'))).toEqual(['changes-meaning conditional a'])
    expect(said(shown('any', 'b', 'c'), shown('any', 'b'))).toEqual(['loses-answers conditional a'])
    expect(said(shown('all', 'b'), shown('all', 'b', 'c'))).toEqual(['loses-answers conditional a'])
    expect(said(shown('all', 'b'), shown('any', 'b'))).toEqual([])
  })
  test('the same words about another question are another condition', () => {
    const inner = text('a', shown('any', 'z'))
    const older = form(grid({ components: [text('z'), inner] }))
    const newer = form(text('z'), ...older.components)
    expect(linesOf(older, newer)).toEqual(['compatible added z', 'loses-answers conditional g.a'])
  })
})

describe('a form document', () => {
  const bands = [{ from: 0, level: 'x', label: '轻' }]
  const outcome = { key: 'score', title: '得分', rule: '一', value: 1 }
  const meal = { item: 'meal', because: '需要', when: true }
  test.each<[object, object, string[]]>([
    [{}, { outcomes: [outcome] }, ['compatible outcomes-added outcomes.score']],
    [{}, { outcomes: [{ ...outcome, bands }] }, ['tightens outcomes-added outcomes.score']],
    [{ outcomes: [outcome] }, {}, ['changes-meaning outcomes-removed outcomes.score']],
    [
      { outcomes: [outcome] },
      { outcomes: [{ ...outcome, rule: '二' }] },
      ['changes-meaning rule outcomes.score'],
    ],
    [
      { outcomes: [outcome] },
      { outcomes: [{ ...outcome, title: '分' }] },
      ['compatible title outcomes.score'],
    ],
    [
      { recommends: [meal] },
      { recommends: [{ ...meal, when: false }] },
      ['changes-meaning when recommends.meal'],
    ],
    [
      { recommends: [meal] },
      { recommends: [{ ...meal, per: 'month' }] },
      ['changes-meaning per recommends.meal'],
    ],
    [
      { recommends: [meal] },
      { recommends: [{ ...meal, because: '应当' }] },
      ['compatible because recommends.meal'],
    ],
    [{ team: [['a', 'b']] }, { team: [['a', 'c']] }, ['changes-meaning team ']],
    [{ subject: 'person' }, { subject: 'household' }, ['changes-meaning subject ']],
    [{ samples: [] }, { samples: [1], title: '走访' }, ['compatible title ', 'compatible samples ']],
  ])('%j -> %j', (older, newer, said) =>
    expect(linesOf(document(form(text('a')), older), document(form(text('a')), newer))).toEqual(said),
  )

  test('has pointers from its own top; a definition from its own', () => {
    const [a, b] = [form(text('a')), form(text('a', { validate: { required: true } }))]
    expect(compare(a, b)[0]).toEqual({
      class: 'tightens',
      code: 'required',
      path: 'a',
      label: 'a',
      pointer: '/components/0/validate/required',
      message: '“a”改为必填，按旧表填的答案可能通不过。',
    })
    expect(compare(document(a), document(b))[0]?.pointer).toBe('/definition/components/0/validate/required')
  })

  test('tells values that people read, and no codes', () => {
    const message = (a: object, b: object) => compare(form(text('a', a)), form(text('a', b)))[0]?.message
    expect(message({ suffix: '元' }, { suffix: '万元' })).toBe(
      '“a”的后缀：“元” → “万元”，新旧答案含义不同，不宜直接比较。',
    )
    expect(message({}, { validate: { minLength: 3 } })).toBe(
      '“a”的长度下限：未设定 → 3，按旧表填的答案可能通不过。',
    )
    expect(message({}, { type: 'number' })).toBe('“a”的类型已修改，按旧表填的答案保留不下来，或不能通过。')
  })

  test('that rules ask about, shown in pages now', () => {
    const asks = text('a', { calculateValue: { var: 'form.display' } })
    expect(linesOf(form(text('a')), { ...form(text('a')), display: 'wizard' })).toEqual([
      'compatible display ',
    ])
    expect(linesOf(form(asks), { ...form(asks), display: 'wizard' })).toEqual(['changes-meaning display '])
  })
})
