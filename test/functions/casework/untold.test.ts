import { describe, expect, test } from 'vitest'
import type { Component, FormDocument } from '#forms/definition'
import { evaluate } from '#forms/engine'
import { mapAnswers } from '../../../functions/casework/answers.ts'
import { reasonsView } from '../../../functions/casework/reasons.ts'
import { planOf } from '../../../functions/casework/view-assessment.ts'

const v = (path: string) => ({ var: path })
const kept = (sensitivity: string) => ({ properties: { sensitivity } })
const number = (key: string, sensitivity: string) =>
  ({ type: 'number', key, label: key, ...kept(sensitivity) }) as Component
const secret = 7_654_321
const township = (sensitivity: string) => sensitivity === 'sensitive'

describe('what a trace leaves out hides all the same', () => {
  const many = Array.from({ length: 70 }, (_, i) => `q${i}`)
  const wide: FormDocument = {
    schema: 1,
    key: 'f',
    title: '表',
    definition: {
      components: [
        ...many.map((key) => number(key, 'internal')),
        number('last', 'sensitive'),
        number('other', 'sensitive'),
        {
          type: 'datagrid',
          key: 'list',
          label: '行',
          ...kept('internal'),
          validate: { maxLength: 100 },
          components: [number('m', 'internal'), number('n', 'sensitive')],
        },
      ] as Component[],
    },
    outcomes: [
      {
        key: 'sum',
        title: '和',
        value: { '+': [...many.map((key) => v(`data.${key}`)), v('data.last')] },
        rule: 'R',
      },
      { key: 'branch', title: '支', value: { if: [v('data.q0'), v('data.q1'), v('data.other')] }, rule: 'R' },
      {
        key: 'late',
        title: '后',
        value: {
          reduce: [
            v('data.list'),
            { '+': [v('accumulator'), { if: [v('current.m'), 0, v('current.n')] }] },
            0,
          ],
        },
        rule: 'R',
      },
      { key: 'whole', title: '全', value: v('data.list'), rule: 'R' },
      {
        key: 'count',
        title: '数',
        value: { reduce: [v('data.list'), { '+': [v('accumulator'), 1] }, 0] },
        rule: 'R',
      },
    ],
    recommends: [],
  }
  const wideAnswers = {
    ...Object.fromEntries(many.map((key) => [key, 1])),
    last: secret,
    other: secret,
    list: Array.from({ length: 80 }, (_, i) => (i < 70 ? { m: 1 } : { m: 0, n: secret })),
  }
  const widePlan = planOf(wide)
  const found = evaluate(widePlan, wideAnswers, { today: '2026-11-21' })

  test('beyond sixty answers, fifty rows and the branch that was taken', () => {
    expect(found.errors).toEqual([])
    expect(found.outcomes.map(({ value }) => typeof value)).toEqual([
      'number',
      'number',
      'number',
      'object',
      'number',
    ])
    const { outcomes } = reasonsView(widePlan, { outcomes: found.outcomes, recommended: [] }, township)
    expect(outcomes.map(({ key, value }) => [key, value])).toEqual([
      ['sum', null],
      ['branch', null],
      ['late', null],
      ['whole', null],
      ['count', 80],
    ])
    expect(JSON.stringify(outcomes)).not.toContain('76543')
  })

  test('and so does a form that can no longer be read', () => {
    const gone = [{ type: 'gone', key: 'secret' } as Component]
    const broken = planOf({ ...wide, definition: { components: gone } })
    expect(broken.fields.size).toBe(0)
    const path = 'outcomes.grade'
    const advised = { item: 'a', name: '甲', because: '需要' }
    const trace = [{ rule: 'R', text: '符合', from: [{ path, label: '级', value: secret }] }]
    const graded = { key: 'grade', title: '级', value: secret, level: 'x', label: '高', rule: 'R', trace }
    const reasons = { outcomes: [...found.outcomes, graded], recommended: [{ ...advised, trace }] }
    expect(JSON.stringify(reasonsView(broken, reasons, township))).not.toContain('76543')
    const masked = mapAnswers(broken, found.answers, (one) => (township(one.sensitivity) ? null : one.value))
    expect(JSON.stringify(masked)).not.toContain('76543')
  })
})
