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
const data = (name: string) => ({ var: `data.${name}` })

const found = (definition: object, given: LintOptions = {}): readonly LintFinding[] => lint(definition, given)
const said = (definition: object, given: LintOptions = {}) =>
  found(definition, given).map(({ level, code, pointer }) => `${level} ${code} ${pointer}`)

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
