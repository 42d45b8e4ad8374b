import { describe, expect, test } from 'vitest'
import type { Component, FormDocument } from '#forms/definition'
import { evaluate } from '#forms/engine'
import { reasonsView } from '../../../functions/casework/reasons.ts'
import { packed, unpacked } from '../../../functions/casework/stored-trace.ts'
import { planOf } from '../../../functions/casework/view-assessment.ts'

const v = (path: string) => ({ var: path })
const kept = (sensitivity: string) => ({ properties: { sensitivity } })
const number = (key: string, sensitivity: string, more: object = {}) =>
  ({ type: 'number', key, label: key, ...kept(sensitivity), ...more }) as Component

const secret = 7_654_321
const form: FormDocument = {
  schema: 1,
  key: 'f',
  title: '表',
  definition: {
    display: 'form',
    components: [
      number('secret', 'sensitive'),
      number('open', 'internal'),
      number('sum', 'internal', { calculateValue: { '+': [v('data.secret'), v('data.open')] } }),
      {
        type: 'datagrid',
        key: 'rows',
        label: '行',
        ...kept('sensitive'),
        components: [number('n', 'sensitive')],
      },
      {
        type: 'datagrid',
        key: 'single',
        label: '单',
        ...kept('internal'),
        components: [number('n', 'sensitive')],
      },
      {
        type: 'container',
        key: 'outcomes',
        label: '组',
        components: [number('score', 'sensitive'), number('grade', 'sensitive')],
      },
    ] as Component[],
  },
  outcomes: [
    { key: 'raw', title: '原值', value: v('data.secret'), rule: 'R' },
    {
      key: 'secret',
      title: '等级',
      value: v('data.secret'),
      rule: 'R',
      bands: [{ from: 0, level: 'high', label: '高' }],
    },
    { key: 'score', title: '得分', value: v('data.open'), rule: 'R' },
    { key: 'same', title: '同名', value: { '+': [v('data.secret'), v('outcomes.secret')] }, rule: 'R' },
    {
      key: 'grade',
      title: '评级',
      value: v('data.secret'),
      rule: 'R',
      bands: [{ from: 0, level: 'top', label: '顶' }],
    },
    { key: 'total', title: '合计', value: v('data.sum'), rule: 'R' },
  ],
  recommends: [
    { item: 'a', when: { '>': [v('data.secret'), 0] }, because: '需要', quantity: v('data.open') },
    { item: 'b', when: { '>': [v('outcomes.raw'), 0] }, because: '需要' },
    { item: 'c', when: { '>': [v('outcomes.secret'), 0] }, because: '需要' },
    { item: 'd', when: { '>': [v('data.sum'), 0] }, because: '需要' },
    { item: 'e', when: { some: [v('data.rows'), { '>': [v('n'), 0] }] }, because: '需要' },
    { item: 'g', when: { '>': [v('data.outcomes.grade'), 0] }, because: '需要' },
    { item: 'h', when: { some: [v('data.single'), { '>': [v('n'), 0] }] }, because: '需要' },
    { item: 'f', when: { '>': [v('data.outcomes.score'), 0] }, because: '需要' },
  ],
}
const answers = {
  secret,
  open: 3,
  rows: [{ n: -secret }, { n: secret }],
  single: [{ n: secret }],
  outcomes: { score: secret, grade: secret },
}
const plan = planOf(form)
const result = evaluate(plan, answers, { today: '2026-11-21' })
const reasons = {
  outcomes: result.outcomes,
  recommended: result.recommended.map((one) => ({ ...one, name: one.item })),
}
const township = (sensitivity: string) => sensitivity === 'sensitive'
const stranger = (sensitivity: string) => sensitivity !== 'public'

test('the form is what the cases below say', () => {
  expect(result.errors).toEqual([])
  expect(result.recommended.map(({ item }) => item)).toEqual(['a', 'b', 'c', 'd', 'e', 'g', 'h', 'f'])
})

describe('a reader who may not see what is sensitive', () => {
  const seen = reasonsView(plan, reasons, township)
  // `sum` was declared to be internal: that it gives the answer away is the form's decision, and it stands alone.
  const sum = String(secret + 3)
  const text = JSON.stringify(seen).replaceAll(`"value":${sum}`, '').replaceAll(`：${sum}"`, '')

  test('never meets the value, in no trace of an outcome or a recommendation', () => {
    expect(JSON.stringify(reasons)).toContain(String(secret))
    expect(text).not.toContain('765432')
  })

  test('still learns by which rule, from which questions, and the level', () => {
    const [a, b, c, d, e, g, h, f] = seen.recommended.map(({ trace }) => trace?.map(({ from }) => from))
    expect(a).toEqual([
      [{ path: 'secret', label: 'secret', value: '***' }],
      [{ path: 'open', label: 'open', value: 3 }],
    ])
    expect(b).toEqual([[{ path: 'outcomes.raw', label: '原值', value: '***' }]])
    expect(c).toEqual([[{ path: 'outcomes.secret', label: '等级', value: '高' }]])
    expect(d?.[1]).toEqual([
      { path: 'secret', label: 'secret', value: '***' },
      { path: 'open', label: 'open', value: 3 },
    ])
    expect(e).toEqual([[{ path: 'rows[].n', label: 'n', value: '***' }]])
    expect(g).toEqual([[{ path: 'outcomes.grade', label: 'grade', value: '***' }]])
    expect(h).toEqual([[{ path: 'single[0].n', label: 'n', value: '***' }]])
    expect(f).toEqual([[{ path: 'outcomes.score', label: 'score', value: '***' }]])
  })

  test('a question of the name of a hidden outcome is hidden by itself', () => {
    const same = seen.outcomes.find(({ key }) => key === 'same')
    expect(same?.value).toBeNull()
    expect(same?.trace[0]?.from).toEqual([
      { path: 'secret', label: 'secret', value: '***' },
      { path: 'outcomes.secret', label: '等级', value: '高' },
    ])
  })

  test('a calculated answer is as sensitive as the form says, what it came from as it is itself', () => {
    const total = seen.outcomes.find(({ key }) => key === 'total')
    expect(total?.value).toBe(secret + 3)
    expect(total?.trace.find(({ of }) => of === 'sum')?.from[0]).toMatchObject({ value: '***' })
  })
})

test('who may not read what is personal gets no finding and no reason', () => {
  const text = JSON.stringify(reasonsView(plan, reasons, stranger))
  expect(text).not.toContain('765432')
  expect(text).not.toContain('高')
})

test('whoever may see everything sees the traces as the engine wrote them', () => {
  expect(reasonsView(plan, reasons, () => false)).toEqual(reasons)
})

describe('what is stored', () => {
  const stored = packed(reasons, plan, result.answers)
  test('is paths where the form and the answers tell the rest, and reads as before', () => {
    expect(stored.recommended[0]?.trace?.[0]?.from).toEqual(['secret'])
    expect(stored.recommended[4]?.trace?.[0]?.from).toEqual(['rows[].n'])
    const read = JSON.parse(JSON.stringify(stored)) as typeof stored
    expect(unpacked(read, plan, result.answers)).toEqual(reasons)
  })

  test('keeps what only the city of that day could name', () => {
    const city: FormDocument = {
      ...form,
      definition: {
        components: [
          { type: 'radio', key: 'pick', label: '选', properties: { options: 'catalogue' } },
        ] as Component[],
      },
      outcomes: [],
      recommends: [{ item: 'a', when: { '!!': [v('data.pick')] }, because: '需要' }],
    }
    const options = { catalogue: [{ value: 'bath', label: '助浴' }] }
    const { answers: given, recommended } = evaluate(
      planOf(city, options),
      { pick: 'bath' },
      { today: '2026-11-21' },
    )
    const one = { outcomes: [], recommended: recommended.map((item) => ({ ...item, name: '甲' })) }
    const row = packed(one, planOf(city), given)
    expect(row.recommended[0]?.trace?.[0]?.from).toEqual([{ path: 'pick', label: '选', value: '助浴' }])
    expect(unpacked(row, planOf(city), given)).toEqual(one)
  })

  test('from before there were paths, or traces of advice, still reads', () => {
    const old = { outcomes: result.outcomes, recommended: [{ item: 'a', name: '甲', because: '需要' }] }
    expect(unpacked(old, plan, result.answers)).toEqual(old)
    expect(reasonsView(plan, unpacked(old, plan, result.answers), township).recommended).toEqual(
      old.recommended,
    )
  })

  test('a path that nothing stands at any more is left out', () => {
    const odd = {
      outcomes: [],
      recommended: [
        {
          item: 'a',
          name: '甲',
          because: '需要',
          trace: [{ rule: 'R', text: 't', from: ['gone', 'outcomes.gone', '__proto__', ''] }],
        },
      ],
    }
    expect(unpacked(odd, plan, {}).recommended[0]?.trace?.[0]?.from).toEqual([])
  })
})
