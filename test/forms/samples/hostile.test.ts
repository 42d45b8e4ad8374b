import { expect, test } from 'vitest'
import type { Component } from '#forms/definition'
import { compile } from '#forms/engine'
import { answersInWords, namingOf, runSamples, samplesMost } from '#forms/samples'
import { bounded } from '../bounded.ts'
import { form, sample } from './form.ts'

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
  const plan = compile(form([]).definition)
  const claimed = JSON.parse('{"__proto__":{"value":1}}') as object
  for (const [answers, expected] of [
    [proto, { answers: proto, outcomes: claimed }],
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
    expect(answersInWords(answers, plan, namingOf(plan)).length).toBeLessThan(400)
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
  const results = bounded(() => runSamples(big), 5_000)
  expect(results).toHaveLength(samplesMost + 1)
  expect(results.filter(({ passed }) => !passed)).toEqual([
    { title: '例', passed: false, message: '一张表最多 200 个样例，现有 205 个' },
  ])
})
