import { describe, expect, test } from 'vitest'
import { type LintFinding, type LintOptions, lint } from '#forms/definition'

const options = [
  { value: 'one', label: '独居' },
  { value: 'two', label: '合住' },
]
const kind = { type: 'radio', key: 'kind', label: '户类型', values: options }
const age = { type: 'number', key: 'age', label: '年龄', validate: { min: 0, max: 120 } }
const text = (more: object = {}) => ({ type: 'textfield', key: 'note', label: '说明', ...more })
const form = (...components: readonly object[]) => ({ display: 'form', components })
const when = (json: unknown) => text({ conditional: { json } })
const simple = (...conditions: readonly object[]) =>
  text({ conditional: { show: true, conjunction: 'all', conditions } })
const is = (component: string, value: unknown) => ({ component, operator: 'isEqual', value })
const data = (name: string) => ({ var: `data.${name}` })

const found = (definition: object, given: LintOptions = {}): readonly LintFinding[] => lint(definition, given)
const said = (definition: object, given: LintOptions = {}) =>
  found(definition, given).map(({ level, code, pointer }) => `${level} ${code} ${pointer}`)

describe('conditions that always go one way', () => {
  const at = '/components/2/conditional/json'
  test.each<[string, object, string[]]>([
    ['an option that is not there', when({ '===': [data('kind'), 'three'] }), [`warning show-never ${at}`]],
    [
      'one of several options that is not there',
      when({ in: [data('kind'), ['one', 'three']] }),
      [`warning compare-never ${at}`],
    ],
    ['a number where the option is a text', when({ '===': [data('kind'), 1] }), [`warning show-never ${at}`]],
    ['a number out of range', when({ '>': [data('age'), 150] }), [`warning show-never ${at}`]],
    ['a range that always holds', when({ '<=': [data('age'), 120] }), [`warning show-always ${at}`]],
    [
      'two options at once',
      when({ and: [{ '==': [data('kind'), 'one'] }, { '==': [data('kind'), 'two'] }] }),
      [`warning show-never ${at}`],
    ],
    [
      'an age above and below',
      when({ and: [{ '>': [data('age'), 60] }, { '<': [data('age'), 18] }] }),
      [`warning show-never ${at}`],
    ],
    [
      'an answer and its opposite',
      when({ or: [data('kind'), { '!': [data('kind')] }] }),
      [`warning show-always ${at}`],
    ],
    [
      'a part of an or that cannot be',
      when({ or: [{ '>': [data('age'), 60] }, { '>': [data('age'), 150] }] }),
      [`warning compare-never ${at}/or/1`],
    ],
    [
      'all of two options, simple',
      simple(is('kind', 'one'), is('kind', 'two')),
      ['warning show-never /components/2/conditional/conditions/0'],
    ],
    [
      'an option that is not there, simple',
      simple(is('kind', 'three')),
      ['warning show-never /components/2/conditional/conditions/0'],
    ],
    [
      'the old shape',
      text({ conditional: { show: true, when: 'kind', eq: 'three' } }),
      ['warning show-never /components/2/conditional/when'],
    ],
  ])('%s', (_, question, expected) => {
    expect(said(form(kind, age, question))).toEqual(expected)
  })

  test.each<[string, object]>([
    ['an option', when({ '===': [data('kind'), 'one'] })],
    ['any of the options', when({ in: [data('kind'), ['one', 'two']] })],
    ['no answer', when({ '!': [data('kind')] })],
    ['the last number of the range', when({ '>=': [data('age'), 120] })],
    ['two questions', when({ and: [{ '==': [data('kind'), 'one'] }, { '>': [data('age'), 60] }] })],
    [
      'any of two options',
      text({
        conditional: { show: true, conjunction: 'any', conditions: [is('kind', 'one'), is('kind', 'two')] },
      }),
    ],
    ['a part of a text', when({ in: ['o', data('kind')] })],
    ['today', when({ '<': [{ today: [] }, '2030-01-01'] })],
  ])('says nothing of %s', (_, question) => {
    expect(said(form(kind, age, question))).toEqual([])
  })

  test('in words, with the name of the question and what to do', () => {
    const [first] = found(
      form(
        kind,
        text({ conditional: { json: { '===': [data('kind'), 'three'] } }, validate: { required: true } }),
      ),
    )
    expect(first).toMatchObject({ path: 'note', label: '说明' })
    expect(first?.message).toBe(
      '“户类型”没有选项“three”，所以显示条件永远不成立，没有人能看到这里，而它又是必填的。请修改条件，或删除这里。',
    )
    const [second] = found(form(age, when({ '>': [data('age'), 150] })))
    expect(second?.message).toContain('“年龄”不可能大于“150”（只可能是 0 到 120）')
  })

  test('a question that hangs on one that nobody sees, said of each', () => {
    const never = text({ key: 'a', label: '甲', conditional: { json: { '==': [data('kind'), 'three'] } } })
    const after = text({ key: 'b', label: '乙', conditional: { json: { '==': [data('a'), 'x'] } } })
    const messages = found(form(kind, never, after)).map(({ message }) => message)
    expect(messages).toHaveLength(2)
    expect(messages[1]).toContain('“甲”永远没有答案')
  })

  test('what stands in a part that nobody sees is said once', () => {
    const panel = {
      type: 'panel',
      key: 'p',
      title: '页',
      conditional: { json: { '==': [data('kind'), 'three'] } },
    }
    const inside = [when({ '===': [data('kind'), 'four'] }), text({ key: 'm', validate: { required: true } })]
    expect(said(form(kind, { ...panel, components: inside }))).toEqual([
      'warning show-never /components/1/conditional/json',
    ])
  })

  test('triggers, branches and checks', () => {
    const logic = [
      {
        trigger: { type: 'json', json: { '<': [data('age'), 0] } },
        actions: [{ type: 'property', property: { value: 'hidden' }, state: true }],
      },
    ]
    expect(said(form(age, text({ logic })))).toEqual([
      'warning trigger-never /components/1/logic/0/trigger/json',
    ])
    const calculateValue = { if: [{ '>': [data('age'), 60] }, 2, { '>': [data('age'), 80] }, 1, 0] }
    expect(said(form(age, { type: 'number', key: 'n', label: '分', calculateValue }))).toEqual([
      'warning branch-never /components/1/calculateValue/if/2',
    ])
    const check = (json: unknown) => said(form({ ...age, validate: { ...age.validate, json } }))
    expect(check({ '>': [{ var: 'input' }, 130] })).toEqual(['error check-never /components/0/validate/json'])
    expect(check({ '<': [{ var: 'input' }, 130] })).toEqual([
      'warning check-always /components/0/validate/json',
    ])
    expect(check({ if: [{ '>': [{ var: 'input' }, 60] }, true, '太小'] })).toEqual([])
  })
})

describe('what nobody can fill or reach', () => {
  const needed = { validate: { required: true } }
  test.each<[string, object, string[]]>([
    [
      'a disabled question that must be answered',
      text({ disabled: true, ...needed }),
      ['error required-never /components/0/validate/required'],
    ],
    [
      'a hidden value that must be there',
      { type: 'hidden', key: 'h', ...needed },
      ['error required-never /components/0/validate/required'],
    ],
    [
      'a hidden question that must be answered',
      text({ hidden: true, ...needed }),
      ['warning required-hidden /components/0/validate/required'],
    ],
    [
      'a grid without room',
      { type: 'datagrid', key: 'g', label: '表', components: [text(needed)], validate: { maxLength: 0 } },
      ['warning rows-none /components/0/validate'],
    ],
    [
      'a grid that must have a row but no room',
      { type: 'datagrid', key: 'g', components: [text()], validate: { maxLength: 0, required: true } },
      ['error rows-never /components/0/validate'],
    ],
    [
      'more rows than a grid can have',
      { type: 'datagrid', key: 'g', components: [text()], validate: { minLength: 150 } },
      ['error rows-never /components/0/validate'],
    ],
    [
      'more ticks than boxes',
      { type: 'selectboxes', key: 's', values: options, validate: { minSelectedCount: 3 } },
      ['warning ticks-never /components/0/validate/minSelectedCount'],
    ],
    [
      'a fixed value for what must be answered',
      text({ disabled: true, defaultValue: '市民政局', ...needed }),
      [],
    ],
    ['a value that a rule gives', text({ disabled: true, calculateValue: { cat: ['市'] }, ...needed }), []],
    [
      'a question that a rule opens',
      text({
        disabled: true,
        ...needed,
        logic: [
          {
            trigger: { type: 'json', json: { '!': [data('other')] } },
            actions: [{ type: 'property', property: { value: 'disabled' }, state: false }],
          },
        ],
      }),
      [],
    ],
  ])('%s', (_, question, expected) => {
    expect(said(form(question, text({ key: 'other' })))).toEqual(expected)
  })

  test('a required question that nobody can fill only forbids where it is always asked', () => {
    const conditional = { json: { '==': [data('kind'), 'one'] } }
    expect(said(form(kind, text({ disabled: true, ...needed, conditional })))).toEqual([
      'warning required-never /components/1/validate/required',
    ])
  })

  test('options that no rule chooses, and choices that are no options', () => {
    const chosen = (calculateValue: unknown) => said(form(age, { ...kind, calculateValue }))
    const old = { '>=': [data('age'), 60] }
    expect(chosen({ if: [old, 'one', 'two'] })).toEqual([])
    expect(chosen({ if: [old, 'one', null] })).toEqual(['warning choice-unreached /components/1/values'])
    expect(chosen({ if: [old, 'one', 'three'] })).toEqual([
      'warning choice-wrong /components/1/calculateValue',
      'warning choice-unreached /components/1/values',
    ])
    expect(chosen({ cat: ['thr', 'ee'] })).toEqual(['error choice-wrong /components/1/calculateValue'])
    expect(chosen({ substr: [data('age'), 0, 3] })).toEqual([])
    const city = {
      type: 'select',
      key: 'item',
      label: '事项',
      properties: { options: 'catalogue' },
      calculateValue: { cat: ['meal'] },
    }
    expect(said(form(city))).toEqual([])
  })

  test('a calculation that nobody sees and no rule reads', () => {
    const total = {
      type: 'number',
      key: 'total',
      label: '合计',
      hidden: true,
      calculateValue: { '+': [data('age'), 1] },
    }
    expect(said(form(age, total))).toEqual(['warning calculation-unused /components/1/calculateValue'])
    expect(said(form(age, { ...total, hidden: false }))).toEqual([])
    expect(said(form(age, { ...total, properties: { element: 'age' } }))).toEqual([])
    expect(said(form(age, total, when({ '>': [data('total'), 60] })))).toEqual([])
    expect(said(form(age, total, when({ missing: ['data.total'] })))).toEqual([])
  })
})

test('rows: options inside them, sums up to their number', () => {
  const rows = {
    type: 'datagrid',
    key: 'rows',
    label: '成员',
    components: [
      { ...kind, key: 'k' },
      { ...age, key: 'n' },
    ],
    validate: { maxLength: 10 },
  }
  const some = (value: string) => when({ some: [data('rows'), { '===': [{ var: 'k' }, value] }] })
  expect(said(form(rows, some('one')))).toEqual([])
  expect(said(form(rows, some('three')))).toEqual(['warning show-never /components/1/conditional/json'])
  expect(found(form(rows, some('three')))[0]?.message).toContain('没有选项“three”')
  const sum = { reduce: [data('rows'), { '+': [{ var: 'accumulator' }, { var: 'current.n' }] }, 0] }
  expect(said(form(rows, when({ '>': [sum, 1_200] })))).toEqual([
    'warning show-never /components/1/conditional/json',
  ])
  expect(said(form(rows, when({ '>=': [sum, 1_200] })))).toEqual([])
})

test('nothing is said of a form that is refused already', () => {
  expect(
    said(form(kind, when({ '===': [data('kind'), 'three'] }), { type: 'nothing', key: 'x' })).map(
      (one) => one.split(' ')[1],
    ),
  ).toEqual(['type'])
})
