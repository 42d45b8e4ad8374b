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
    [
      'a list that is not answered',
      {
        ...simple({ component: 'many', operator: 'isNotEqual', value: 'one' }),
        key: 'after',
      },
    ],
    ['today', when({ '<': [{ today: [] }, '2030-01-01'] })],
  ])('says nothing of %s', (_, question) => {
    const many = { ...kind, key: 'many', type: 'select', data: { values: options }, multiple: true }
    expect(said(form(kind, age, question, many))).toEqual([])
  })

  test('says nothing of a condition that a rule overrules, nor of limits of what nobody sees', () => {
    const show = {
      trigger: { type: 'json', json: data('age') },
      actions: [{ type: 'property', property: { value: 'hidden' }, state: false }],
    }
    const never = { json: { '===': [data('kind'), 'three'] } }
    expect(
      said(form(kind, age, text({ hidden: true, logic: [show], conditional: never }))).filter((one) =>
        one.includes('show'),
      ),
    ).toEqual([])
    const secret = { ...age, key: 'secret', hidden: true, calculateValue: { '*': [data('age'), 100] } }
    expect(said(form(kind, age, secret, when({ '>': [data('secret'), 6_000] })))).toEqual([])
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
