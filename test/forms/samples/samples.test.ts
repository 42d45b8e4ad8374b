import { describe, expect, test } from 'vitest'
import type { Component, FormDocument, Sample } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { namingOf, recordSample, runSamples, samplesMost } from '#forms/samples'

const today = '2026-11-21'
const v = (path: string) => ({ var: path })
const options = { catalogue: [{ value: 'meal', label: '供餐送餐' }] }

const form = (samples: readonly unknown[], more: Partial<FormDocument> = {}): FormDocument => ({
  schema: 1,
  key: 'f',
  title: '表',
  definition: {
    display: 'form',
    components: [
      { type: 'number', key: 'n', label: '人数', validate: { required: true } },
      { type: 'number', key: 'double', label: '两倍', calculateValue: { '*': [v('data.n'), 2] } },
      {
        type: 'radio',
        key: 'alone',
        label: '是否独居',
        conditional: { json: { '===': [v('data.n'), 1] } },
        values: [
          { value: 'yes', label: '独居' },
          { value: 'no', label: '不独居' },
        ],
      },
      {
        type: 'datagrid',
        key: 'members',
        label: '家庭成员',
        components: [{ type: 'textfield', key: 'name', label: '姓名', validate: { required: true } }],
      },
    ] as Component[],
  },
  outcomes: [
    {
      key: 'size',
      title: '户型',
      value: v('data.double'),
      rule: 'R',
      bands: [
        { from: 0, to: 3, level: 'small', label: '小户' },
        { from: 4, level: 'large', label: '大户' },
      ],
    },
  ],
  recommends: [{ item: 'meal', when: { '>': [v('data.n'), 1] }, because: '需要' }],
  samples: samples as readonly Sample[],
  ...more,
})
const sample = (answers: object, expect: object): object => ({ title: '例', answers, today, expect })
const message = (answers: object, expected: object) =>
  runSamples(form([sample(answers, expected)]), { options })[0]?.message

describe('a sample says in words what differs', () => {
  test('nothing where all is as expected', () => {
    const expected = {
      errors: [],
      answers: { double: 4, alone: null },
      hidden: ['alone'],
      outcomes: { size: { value: 4, level: 'large' } },
      recommended: ['meal'],
    }
    expect(runSamples(form([sample({ n: 2, members: [] }, expected)]))).toEqual([
      { title: '例', passed: true },
    ])
  })

  test.each([
    [{}, { errors: [] }, '「人数」不应报错，实际提示“「人数」是必填项”'],
    [{ n: 1 }, { errors: ['n'] }, '「人数」应当报错，实际没有'],
    [{ n: 2 }, { answers: { double: 5 } }, '「两倍」应为 5，实际是 4'],
    [{ n: 1, alone: 'yes' }, { answers: { alone: null } }, '「是否独居」应为 没有，实际是 独居'],
    [{ n: 1 }, { hidden: ['alone'] }, '「是否独居」应当隐藏，实际显示着'],
    [{ n: 1 }, { outcomes: { size: { level: 'large' } } }, '「户型」等级应为「大户」，实际是「小户」'],
    [{ n: 1 }, { outcomes: { size: { value: 3 } } }, '「户型」应为 3，实际是 2'],
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

test('the answers of a sample in words, also those the form does not know', () => {
  const { definition } = form([])
  const said = namingOf(compile(definition)).answers({
    n: 1,
    alone: 'yes',
    members: [{ name: '甲' }],
    gone: 1,
  })
  expect(said.map(({ label, text }) => `${label}：${text}`)).toEqual([
    '人数：1',
    '是否独居：独居',
    '家庭成员第 1 行的姓名：甲',
    'gone：表中没有这个问题',
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

describe('hostile samples', () => {
  const nested = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown
  const good = sample({ n: 1 }, {}) as Record<string, unknown>

  test.each([
    [null, '样例应当是一组内容'],
    [7, '样例应当是一组内容'],
    [[], '样例应当是一组内容'],
    [{}, '样例要有名称'],
    [{ ...good, answers: [] }, '答案应当是一组字段'],
    [{ ...good, answers: null }, '答案应当是一组字段'],
    [{ ...good, today: '2026-02-30' }, '日期应写作'],
    [{ ...good, today: 20260101 }, '日期应写作'],
    [{ ...good, expect: 'x' }, '要写明应有的结果'],
    [{ ...good, expect: { errors: 'n' } }, '「应报错的问题」应当是一列文字'],
    [{ ...good, expect: { hidden: [1] } }, '「应隐藏的问题」应当是一列文字'],
    [{ ...good, expect: { recommended: {} } }, '「应建议的事项」应当是一列文字'],
    [{ ...good, expect: { outcomes: { size: 3 } } }, '应有的结论'],
    [{ ...good, expect: { outcomes: [] } }, '应有的结论'],
    [{ ...good, expect: { answers: 'x' } }, '应有的答案'],
  ])('%j fails and says why', (value, words) => {
    const [result] = runSamples(form([value]))
    expect(result?.passed).toBe(false)
    expect(result?.message).toContain(words)
  })

  test('answers and expectations of any shape fail or pass, and never throw', () => {
    const proto = JSON.parse('{"__proto__":{"n":1},"constructor":1,"n":{"toString":null}}') as object
    for (const [answers, expected] of [
      [proto, { answers: proto, outcomes: JSON.parse('{"__proto__":{"value":1}}') as object }],
      [{ n: nested }, { answers: { n: nested, 'members[0].name[0]': nested, '': 1, '[0]': 2 } }],
      [{ members: nested }, { errors: ['[', ']', '..', '__proto__'], hidden: ['constructor'] }],
      [
        { n: 1e308, members: Array.from({ length: 5_000 }, () => 1) },
        { outcomes: { size: { value: nested } } },
      ],
    ] as const) {
      const [result] = runSamples(form([sample(answers, expected)]))
      expect(result?.passed).toBe(false)
      expect(result?.message?.length).toBeLessThan(5_000)
      expect(namingOf(compile(form([]).definition)).answers(answers).length).toBeLessThan(400)
    }
    expect(({} as Record<string, unknown>)['n']).toBeUndefined()
    for (const samples of [7, 'x', {}, null])
      expect(() => runSamples({ ...form([]), samples } as never)).not.toThrow()
  })

  test('a form that cannot be used fails every sample with its reason', () => {
    const definition = { components: [{ type: 'nonsense', key: 'x' }] } as never
    const results = runSamples({ ...form([good, good]), definition })
    expect(results.map(({ passed }) => passed)).toEqual([false, false])
    expect(results[0]?.message).toContain('表单本身有错误')
  })

  test('200 samples of a form of 100 questions run at once, the next one is refused', () => {
    const components = Array.from({ length: 100 }, (_, i) => ({
      type: 'number',
      key: `q${i}`,
      label: `问题${i}`,
    }))
    const answers = Object.fromEntries(components.map(({ key }, i) => [key, i]))
    const big = form(
      Array.from({ length: samplesMost + 5 }, () => sample(answers, { errors: [] })),
      { definition: { components: components as Component[] }, outcomes: [], recommends: [] },
    )
    const begun = performance.now()
    const results = runSamples(big)
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect(results).toHaveLength(samplesMost + 1)
    expect(results.filter(({ passed }) => !passed)).toEqual([
      { title: '例', passed: false, message: '一张表最多 200 个样例，现有 205 个' },
    ])
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
