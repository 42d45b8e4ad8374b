import type { Component, OutcomeDefinition, RecommendDefinition } from '#forms/definition'
import { compile } from '#forms/engine'
import { begin } from '#forms/engine/sitting'
import type { BenchCase } from './engine-cases.ts'
import type { Line } from './line.ts'
import { measured } from './measure.ts'
import { peerInput, runPeer } from './peer.ts'

type Json = Record<string, unknown>

const options = ['a', 'b', 'c', 'd'].map((value, i) => ({ value, label: '甲乙丙丁'[i] ?? value }))
const sum = (keys: readonly string[]): Json => ({ '+': keys.map((key) => ({ var: `data.${key}` })) })

/** One of every five questions hangs on the one before it; one of five is a number. */
const question = (i: number): readonly [Component, unknown] => {
  const key = `q${i}`
  const label = `问题${i}`
  const required = { validate: { required: true } }
  switch (i % 5) {
    case 0:
      return [{ type: 'textfield', key, label, validate: { required: true, maxLength: 80 } }, `答案${i}`]
    case 1:
      return [{ type: 'number', key, label, validate: { min: 0, max: 10_000 } }, i % 90]
    case 2:
      return [{ type: 'radio', key, label, values: options, ...required }, i % 2 === 0 ? 'a' : 'b']
    case 3:
      return [
        { type: 'selectboxes', key, label, values: options },
        { a: true, b: i % 2 === 0, c: false, d: false },
      ]
    default:
      return [
        { type: 'textarea', key, label, conditional: { show: true, when: `q${i - 2}`, eq: 'b' } },
        `说明${i}`,
      ]
  }
}

const grid = (key: string, label: string): readonly [Component, Json[]] => [
  {
    type: 'editgrid',
    key,
    label,
    validate: { maxLength: 100 },
    components: [
      { type: 'textfield', key: 'name', label: '名称', validate: { required: true } },
      { type: 'number', key: 'count', label: '数量', validate: { min: 0 } },
      { type: 'number', key: 'price', label: '单价' },
      {
        type: 'number',
        key: 'cost',
        label: '小计',
        calculateValue: { '*': [{ var: 'row.count' }, { var: 'row.price' }] },
      },
      {
        type: 'textfield',
        key: 'why',
        label: '说明',
        conditional: { show: true, when: `${key}.name`, eq: '其他' },
      },
    ],
  },
  Array.from({ length: 20 }, (_, i) => ({
    name: i % 4 ? `物品${i}` : '其他',
    count: i,
    price: 2,
    cost: 2 * i,
    why: '说明',
  })),
]

type LongForm = BenchCase & {
  readonly outcomes: readonly OutcomeDefinition[]
  readonly recommends: readonly RecommendDefinition[]
}

/**
 * A form of 700 questions as cities have them: texts, numbers, choices, a fifth of them conditional, totals that
 * read many answers, two grids of 20 rows, outcomes with bands.
 */
export const longForm = (): LongForm => {
  const asked = Array.from({ length: 700 }, (_, i) => question(i))
  const grids = [grid('goods', '物品'), grid('services', '服务')] as const
  const numbers = asked.flatMap(([{ type, key }]) => (type === 'number' && key ? [key] : []))
  const totals = [0, 1, 2].map(
    (i): Component => ({
      type: 'number',
      key: `total${i}`,
      label: `合计${i}`,
      calculateValue: sum(numbers.slice(i * 40, i * 40 + 40)),
    }),
  )
  const spent: Component = {
    type: 'number',
    key: 'spent',
    label: '支出',
    calculateValue: {
      reduce: [{ var: 'data.goods' }, { '+': [{ var: 'accumulator' }, { var: 'current.cost' }] }, 0],
    },
  }
  const bands = [
    { from: 0, to: 999, level: '1', label: '较低' },
    { from: 1_000, level: '2', label: '较高' },
  ]
  const outcome = (key: string, value: unknown) => ({ key, title: `结果 ${key}`, rule: 'r1', value, bands })
  return {
    name: 'keystroke in 700 questions',
    runs: [2_000, 5],
    definition: {
      display: 'form',
      components: [
        ...asked.map(([component]) => component),
        ...grids.map(([component]) => component),
        ...totals,
        spent,
      ],
    },
    outcomes: [
      outcome('score', sum(numbers.slice(0, 26))),
      outcome('need', { '+': [{ var: 'data.total1' }, { var: 'data.spent' }] }),
      outcome('all', { '+': [{ var: 'outcomes.score' }, { var: 'outcomes.need' }] }),
    ],
    recommends: [{ item: 'meal', because: '支出较高', when: { '>': [{ var: 'outcomes.all' }, 500] } }],
    answers: {
      ...Object.fromEntries(asked.map(([component, value]) => [component.key, value])),
      goods: grids[0][1],
      services: grids[1][1],
    },
  }
}

type Stroke = readonly [path: string, value: unknown]

/** Keystrokes all over the form, each of which changes something: texts, numbers, choices, cells of the grids. */
export const strokes = (count: number): readonly Stroke[] =>
  Array.from({ length: count }, (_, n): Stroke => {
    const round = Math.floor(n / 100)
    if (n % 9 === 7) return [`goods[${n % 20}].count`, 1 + ((n + round) % 50)]
    if (n % 9 === 8) return [`services[${n % 20}].name`, `${round % 5 ? '物品' : '其他'}${n}`]
    const i = (n * 37) % 700
    const [{ type }, value] = question(i)
    const turn = Math.floor(n / 700) % 2 === 0
    if (type === 'number') return [`q${i}`, 90 + Math.floor(n / 700)]
    if (type === 'radio') return [`q${i}`, (i % 2 === 0) === turn ? 'b' : 'a']
    if (type === 'selectboxes') return [`q${i}`, { ...(value as Json), c: turn }]
    return [`q${i}`, `${value}，${n}`]
  })

const part = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN

/** Milliseconds of every keystroke. */
const times = (form: LongForm, count: number): readonly number[] => {
  const { definition, answers, ...decisions } = form
  const plan = compile(definition, decisions)
  const sitting = begin(plan, answers, { today: '2026-11-21' })
  if (sitting.result.errors.length > 0) throw new Error(JSON.stringify(sitting.result.errors))
  return strokes(count).map(([path, value]) => {
    const start = performance.now()
    sitting.change(path, value)
    return performance.now() - start
  })
}

/**
 * One keystroke in a form of 700 questions: the median of 2,000 at different questions, and the slowest in a
 * hundred. The peer evaluates the whole form, which is what Form.io does at a keystroke.
 */
export const keystroke = (): Line => {
  const form = longForm()
  const [count, peerRuns] = form.runs
  times(form, 300)
  const taken = times(form, count)
  const oursMs = part(taken, 0.5)
  const peerMs = measured(peerRuns, () => peerInput(form), runPeer, 2)
  return { case: form.name, oursMs, peerMs, ratio: peerMs / oursMs, p99Ms: part(taken, 0.99) }
}
