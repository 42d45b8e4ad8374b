import type { OutcomeDefinition, RecommendDefinition } from '#forms/definition'
import { fc } from '../../../chance.ts'

/** A component as the tests write and change it. */
export type Json = Record<string, unknown>
export type TestForm = {
  readonly schema: 1
  readonly key: string
  readonly title: string
  readonly definition: { display: 'form'; components: Json[] }
  readonly outcomes: (OutcomeDefinition & Json)[]
  readonly recommends: (RecommendDefinition & Json)[]
}

export const choices = (...list: readonly string[]): Json[] =>
  list.map((value) => ({ value, label: `选${value}` }))

/** Every kind of leaf, with settings that engines obey. */
const leaves: readonly ((key: string) => Json)[] = [
  (key) => ({ type: 'textfield', key }),
  (key) => ({ type: 'textarea', key, validate: { maxLength: 4 } }),
  (key) => ({ type: 'number', key }),
  (key) => ({ type: 'number', key, validate: { min: 0, max: 6, step: 2 } }),
  (key) => ({ type: 'currency', key }),
  (key) => ({ type: 'checkbox', key }),
  (key) => ({ type: 'radio', key, values: choices('a', 'b', 'c') }),
  (key) => ({ type: 'select', key, data: { values: choices('a', 'b') } }),
  (key) => ({ type: 'select', key, multiple: true, data: { values: choices('a', 'b') } }),
  (key) => ({ type: 'selectboxes', key, values: choices('a', 'b') }),
  (key) => ({ type: 'survey', key, questions: choices('q', 'r'), values: choices('a', 'b') }),
  (key) => ({ type: 'datetime', key }),
  (key) => ({ type: 'day', key }),
  (key) => ({ type: 'time', key }),
  (key) => ({ type: 'tags', key }),
  (key) => ({ type: 'hidden', key, defaultValue: 'h' }),
  (key) => ({ type: 'file', key, multiple: true }),
]

export const leaf = (key: string, which: number): Json => ({
  label: `问${key}`,
  ...leaves[which % leaves.length]?.(key),
})

const kinds = fc.nat(leaves.length - 1)
const leavesOf = (...keys: readonly string[]) =>
  fc.tuple(...keys.map((key) => kinds.map((n) => leaf(key, n))))

export const forms: fc.Arbitrary<TestForm> = fc
  .tuple(leavesOf('a', 'b', 'c', 'd'), leavesOf('e'), leavesOf('f', 'g'), leavesOf('h', 'i'))
  .map(([flat, panel, box, grid]) => ({
    schema: 1,
    key: 'visit',
    title: '入户调查',
    definition: {
      display: 'form',
      components: [
        ...flat,
        { type: 'panel', key: 'panel', title: '版块', components: panel },
        { type: 'container', key: 'box', label: '分组', components: box },
        { type: 'datagrid', key: 'grid', label: '表格', components: grid },
      ],
    },
    outcomes: [
      {
        key: 'score',
        title: '得分',
        rule: '一',
        value: { if: [{ var: 'data.a' }, { count: [{ var: 'data.grid' }] }, 0] },
      },
    ],
    recommends: [{ item: 'meal', because: '需要', when: { '!!': [{ var: 'data.b' }] } }],
  }))

const good: Readonly<Record<string, readonly unknown[]>> = {
  textfield: ['a', 'abc', '2', ''],
  textarea: ['b', 'abcd'],
  email: ['x@y.cn'],
  number: [0, 2, 4, 5, 1.25],
  currency: [2, 0.5],
  checkbox: [true, false],
  radio: ['a', 'b', 'c'],
  select: ['a', 'b'],
  selectboxes: [{ a: true }, { a: true, b: false }, {}],
  survey: [{ q: 'a' }, { q: 'a', r: 'b' }],
  datetime: ['2026-02-28', '2026-01-05T08:30'],
  day: ['02/28/2026', '01/02/2026'],
  time: ['08:30'],
  tags: ['a,b'],
  file: [[{ attachment: 'x', sha256: 'a'.repeat(64) }]],
}

/** Answers that fit the types of a form, chosen by number; some are left out. */
export const answersFor = (list: readonly Json[], seed: number): Json => {
  const found: Json = {}
  for (const [i, one] of list.entries()) {
    const n = (seed * 31 + i * 17) % 97
    const type = String(one['type'])
    const key = String(one['key'])
    const inner = one['components'] as readonly Json[] | undefined
    if (type === 'datagrid')
      found[key] = [n, n + 1, n + 2].slice(n % 4).map((m) => answersFor(inner ?? [], m))
    else if (type === 'container') found[key] = answersFor(inner ?? [], n)
    else if (inner) Object.assign(found, answersFor(inner, n))
    else if (n % 5 > 0) {
      const choice = good[type]
      const value = choice?.[n % choice.length]
      found[key] = one['multiple'] === true && type !== 'file' ? [value] : value
    }
  }
  return found
}
