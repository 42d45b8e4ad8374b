import { describe, expect, test } from 'vitest'
import type { Component } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { answersInWords, expected, namingOf, readSample, recordSample, runSamples } from '#forms/samples'
import { form, options, sample, today } from './form.ts'

const message = (answers: object, expected: object) =>
  runSamples(form([sample(answers, expected)]), { options })[0]?.message

describe('a sample says in words what differs', () => {
  test('nothing where all is as expected', () => {
    const wanted = {
      errors: [],
      answers: { double: 4, alone: null },
      hidden: ['alone'],
      outcomes: { size: { value: 4, level: 'large' } },
      recommended: ['meal'],
    }
    expect(runSamples(form([sample({ n: 2, members: [] }, wanted)]))).toEqual([{ title: '例', passed: true }])
  })

  test.each([
    [{}, { errors: [] }, '「人数」不应报错，实际提示“「人数」是必填项”'],
    [{ n: 1 }, { errors: ['n'] }, '「人数」应当报错，实际没有'],
    [{ n: 2 }, { answers: { double: 5 } }, '「两倍」应为 5，实际是 4'],
    [{ n: 1, alone: 'yes' }, { answers: { alone: null } }, '「是否独居」应为 没有，实际是 独居'],
    [{ n: 1 }, { hidden: ['alone'] }, '「是否独居」应当隐藏，实际显示着'],
    [{ n: 1 }, { outcomes: { size: { level: 'large' } } }, '「户型」等级应为「大户」，实际是「小户」'],
    [{ n: 1 }, { outcomes: { size: { value: 3 } } }, '「户型」应为 3，实际是 2'],
    [{}, { outcomes: { size: { value: 3 } } }, '「户型」应为 3，实际是 未得出'],
    [{ n: 1 }, { outcomes: { none: {} } }, '没有得出「none」'],
    [{ n: 1 }, { recommended: ['meal', 'bath'] }, '应建议 供餐送餐、bath，实际是 （无）'],
  ])('%j against %j', (answers, expected, words) => {
    expect(message(answers, expected)?.replace(/“「人数」[^”]*”/, '“「人数」是必填项”')).toBe(words)
  })

  test('a question in a row is named with its row', () => {
    expect(message({ n: 1, members: [{ name: '甲' }, {}] }, { errors: [] })).toContain(
      '「家庭成员第 2 行的姓名」不应报错',
    )
    expect(message({ n: 1, members: [{ name: '甲' }] }, { answers: { 'members[0].name': '乙' } })).toBe(
      '「家庭成员第 1 行的姓名」应为 乙，实际是 甲',
    )
  })

  test('many differences are counted after the first ten', () => {
    const wanted = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`x${i}`, 1]))
    expect(message({ n: 1 }, { answers: wanted })).toMatch(/；另有 20 处不同$/)
  })
})

test('the answers of a sample in words and in the order of the form, also those the form does not know', () => {
  const { definition } = form([])
  const plan = compile(definition)
  const given = { gone: 1, members: [{ name: '甲' }, { name: '乙' }], alone: 'yes', n: 1 }
  const said = answersInWords(given, plan, namingOf(plan))
  expect(said.map(({ label, text }) => `${label}：${text}`)).toEqual([
    '人数：1',
    '是否独居：独居',
    '家庭成员第 1 行的姓名：甲',
    '家庭成员第 2 行的姓名：乙',
    'gone：表中没有这个问题',
  ])
})

test('what a sample wants, in words', () => {
  const { definition, outcomes = [] } = form([])
  const naming = namingOf(compile(definition, { outcomes }), options)
  const wanted = readSample(
    sample(
      {},
      {
        errors: ['n', 'members[1].name'],
        answers: { alone: 'no', double: null },
        hidden: ['alone'],
        outcomes: { size: { value: 4, level: 'large' }, none: { value: null } },
        recommended: ['meal', 'bath'],
      },
    ),
  )
  expect(
    typeof wanted === 'string' || expected(wanted, naming).map(({ label, text }) => [label, text]),
  ).toEqual([
    ['应报错的问题', '人数、家庭成员第 2 行的姓名'],
    ['是否独居', '不独居'],
    ['两倍', '没有'],
    ['应隐藏的问题', '是否独居'],
    ['户型', '大户'],
    ['none', '未得出'],
    ['应建议的事项', '供餐送餐、bath'],
  ])
})

describe('recording', () => {
  test.each([[{ n: 2, members: [{ name: '甲' }] }], [{ n: 1, alone: 'no' }], [{}], [{ n: 'x', gone: [1] }]])(
    'of %j gives a sample that passes, until the form changes',
    (answers) => {
      const made = recordSample(form([]), { title: '记录', answers, today })
      expect(runSamples(form([made]))).toEqual([{ title: '记录', passed: true }])
      const changed = form([made], { outcomes: [{ key: 'size', title: '户型', value: 99, rule: 'R' }] })
      expect(runSamples(changed)[0]?.passed).toBe(false)
    },
  )

  test('expects calculated answers, hidden questions, outcomes and items', () => {
    const made = recordSample(form([]), { title: '记录', answers: { n: 2, note: undefined }, today })
    expect(made).toEqual({
      title: '记录',
      answers: { n: 2 },
      today,
      expect: {
        errors: [],
        answers: { double: 4 },
        hidden: ['alone'],
        outcomes: { size: { value: 4, level: 'large' } },
        recommended: ['meal'],
      },
    })
  })
})

test('samples may hold invented people', () => {
  const id = { type: 'textfield', key: 'id', label: '证件', properties: { format: 'cn-id' } }
  const people = form([sample({ id: '999901193802150016' }, { errors: [] })], {
    definition: { components: [id] as Component[] },
    outcomes: [],
    recommends: [],
  })
  expect(runSamples(people)[0]?.passed).toBe(true)
  const plan = compile(people.definition)
  expect(evaluate(plan, { id: '999901193802150016' }, { today }).errors).toHaveLength(1)
})
