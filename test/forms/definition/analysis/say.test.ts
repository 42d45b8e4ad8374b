import { describe, expect, test } from 'vitest'
import { analyse } from '#forms/definition'
import { born, data, form, note } from './form.ts'

const said = (more: object) => analyse(form(note(more))).rules.map(({ words }) => words)

describe('says a condition', () => {
  test.each<[unknown, string]>([
    [{ '===': [data('alone'), 'yes'] }, '“是否独居”选“是”时显示'],
    [{ '!=': [data('alone'), 'yes'] }, '“是否独居”不选“是”时显示'],
    [{ in: [data('alone'), ['yes', 'no']] }, '“是否独居”选“是”“否”之一时显示'],
    [{ '!': [{ in: [data('alone'), ['yes', 'no']] }] }, '“是否独居”选“是”“否”之一时隐藏'],
    [{ '>=': [data('age'), 60] }, '“年龄”不小于 60 时显示'],
    [{ '<': [18, data('age'), 60] }, '“年龄”大于 18，并且“年龄”小于 60 时显示'],
    [{ '!!': [data('agree')] }, '勾选了“本人同意”时显示'],
    [{ '==': [data('agree'), false] }, '没有勾选“本人同意”时显示'],
    [{ '===': [data('traits.ill'), true] }, '“特征”勾选了“重病”时显示'],
    [{ '==': [data('age'), null] }, '“年龄”未填写时显示'],
    [{ '===': [data('score.eat'), 'no'] }, '“自理”的“吃饭”选“不能”时显示'],
    [{ '<': [data('born'), '1960-01-01'] }, '“出生日期”早于“1960-01-01”时显示'],
    [{ '>': [{ age: [data('born')] }, 60] }, '“出生日期”到今天的周岁大于 60 时显示'],
    [{ some: [data('members'), { '>': [{ var: 'age' }, 60] }] }, '“家庭成员”里有一行“年龄”大于 60 时显示'],
    [
      { none: [data('members'), { '===': [{ var: 'works' }, 'yes'] }] },
      '“家庭成员”里没有一行“有工作”选“是”时显示',
    ],
    [
      { and: [{ '===': [data('alone'), 'yes'] }, { or: [{ '>': [data('age'), 60] }, data('agree')] }] },
      '“是否独居”选“是”，并且（“年龄”大于 60，或者勾选了“本人同意”）时显示',
    ],
    [
      { '!': [{ and: [data('agree'), { '===': [data('alone'), 'yes'] }] }] },
      '勾选了“本人同意”，并且“是否独居”选“是”时隐藏',
    ],
    [{ missing: ['data.age', 'data.born'] }, '有未填写的：“年龄”、“出生日期”时显示'],
    [
      { '>': [{ reduce: [data('members'), { '+': [{ var: 'accumulator' }, 1] }, 0] }, 2] },
      '“家庭成员”的行数大于 2 时显示',
    ],
    [{ '>': [data('members.length'), 2] }, '“家庭成员”的行数大于 2 时显示'],
  ])('%j', (json, words) => {
    expect(said({ conditional: { json } })).toEqual([words])
  })

  test('in the shapes of the builder', () => {
    expect(said({ conditional: { show: true, when: 'alone', eq: 'yes' } })).toEqual([
      '“是否独居”选“是”时显示',
    ])
    expect(said({ conditional: { show: false, when: 'alone', eq: 'yes' } })).toEqual([
      '“是否独居”选“是”时隐藏',
    ])
    const conditions = [
      { component: 'traits', operator: 'isEqual', value: 'ill' },
      { component: 'age', operator: 'lessThan', value: 18 },
      { component: 'born', operator: 'isNotEmpty' },
    ]
    expect(said({ conditional: { show: true, conjunction: 'any', conditions } })).toEqual([
      '“特征”勾选了“重病”，或者“年龄”小于 18，或者“出生日期”已填写时显示',
    ])
  })
})

describe('says what is worked out', () => {
  test.each<[unknown, string]>([
    [{ '+': [data('age'), { '*': [2, { '-': [data('age'), 1] }] }] }, '等于“年龄” + 2 × （“年龄” − 1）'],
    [{ '/': [data('age'), 2] }, '等于“年龄” ÷ 2'],
    [{ round: [data('age'), 2] }, '等于“年龄”（四舍五入到 2 位小数）'],
    [{ max: [data('age'), 0] }, '等于“年龄”、0中最大的'],
    [
      { if: [{ '>': [data('age'), 60] }, 2, { '>': [data('age'), 18] }, 1, null] },
      '“年龄”大于 60 时为 2；“年龄”大于 18 时为 1；其他情况没有结果',
    ],
    [
      { '+': [{ if: [{ '===': [data('alone'), 'yes'] }, 1, 0] }, { if: [data('agree'), 2, 0] }] },
      '等于各项相加（“是否独居”选“是”加 1；勾选了“本人同意”加 2）',
    ],
    [
      {
        reduce: [
          data('members'),
          { '+': [{ var: 'accumulator' }, { or: [{ var: 'current.income' }, 0] }] },
          0,
        ],
      },
      '等于“家庭成员”各行“收入”（未填时按 0）合计',
    ],
    [
      {
        reduce: [
          data('members'),
          { '+': [{ var: 'accumulator' }, { if: [{ '===': [{ var: 'current.works' }, 'yes'] }, 1, 0] }] },
          0,
        ],
      },
      '等于“家庭成员”里“有工作”选“是”的行数',
    ],
    [
      { count: [{ filter: [data('members'), { '>': [{ var: 'age' }, 60] }] }] },
      '等于“家庭成员”里“年龄”大于 60 的行数',
    ],
    [{ map: [data('members'), { var: 'age' }] }, '按规则计算，看：“年龄”'],
  ])('%j', (calculateValue, words) => {
    expect(said({ calculateValue })).toEqual([words])
  })

  test('checks, and what `logic` does', () => {
    const json = {
      if: [{ '!': [{ var: 'input' }] }, true, { '<=': [{ var: 'input' }, { today: [] }] }, true, '太晚了'],
    }
    expect(analyse(form({ ...born, key: 'on', label: '日期', validate: { json } })).rules[0]).toMatchObject({
      kind: 'check',
      writes: [{ path: 'on', what: 'valid' }],
      words: '填写后要满足：“日期”不晚于今天，否则提示“太晚了”',
    })
    const logic = [
      {
        trigger: { type: 'json', json: { '===': [data('alone'), 'yes'] } },
        actions: [
          { type: 'property', property: { value: 'validate.required' }, state: true },
          { type: 'property', property: { value: 'label' }, text: '独居说明' },
          { type: 'value', value: { cat: ['独居'] } },
        ],
      },
    ]
    expect(analyse(form(note({ logic }))).rules[0]).toMatchObject({
      words: '“是否独居”选“是”时变为必填，文字变为“独居说明”，值变为“独居”',
      writes: [{ what: 'required' }, { what: 'text' }, { what: 'value' }],
      pointer: '/components/7/logic/0/trigger/json',
    })
  })
})
