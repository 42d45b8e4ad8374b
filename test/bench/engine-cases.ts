import type { Component, Definition } from '#forms/definition'

export type BenchCase = {
  readonly name: string
  readonly definition: Definition
  readonly answers: Record<string, unknown>
  /** How often to run ours and the peer; the peer is slow on big cases. */
  readonly runs: readonly [ours: number, peer: number]
}

const options = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
  { value: 'c', label: '丙' },
]

const flatField = (i: number): readonly [Component, unknown] => {
  const key = `f${i}`
  const label = `字段${i}`
  const condition = i % 5 === 4 ? { conditional: { show: true, when: `f${i - 4}`, eq: `值${i - 4}` } } : {}
  switch (i % 5) {
    case 0:
      return [{ type: 'textfield', key, label, validate: { required: true, maxLength: 50 } }, `值${i}`]
    case 1:
      return [{ type: 'number', key, label, validate: { min: 0, max: 10_000 } }, i]
    case 2:
      return [{ type: 'radio', key, label, values: options }, 'b']
    case 3:
      return [
        { type: 'selectboxes', key, label, values: options },
        { a: true, b: false, c: false },
      ]
    default:
      return [{ type: 'textarea', key, label, ...condition }, `说明${i}`]
  }
}

export const flat = (count: number): BenchCase => {
  const fields = Array.from({ length: count }, (_, i) => flatField(i))
  return {
    name: `${count} flat`,
    definition: { display: 'form', components: fields.map(([component]) => component) },
    answers: Object.fromEntries(fields.map(([component, value]) => [component.key, value])),
    runs: [200, count > 500 ? 8 : 25],
  }
}

/** Half of the columns depend on another column of their row. */
export const grid = (rows: number, columns: number): BenchCase => {
  const components = Array.from({ length: columns }, (_, i): Component => {
    const base = { type: 'textfield', key: `c${i}`, label: `列${i}`, validate: { required: true } }
    return i % 2 === 1 ? { ...base, conditional: { show: true, when: `rows.c${i - 1}`, eq: 'yes' } } : base
  })
  const row = (r: number) =>
    Object.fromEntries(
      components.map((c, i) => [c.key, i % 2 === 0 ? ((r + i) % 4 === 0 ? 'no' : 'yes') : `v${r}`]),
    )
  return {
    name: `edit grid ${rows}x${columns}, half conditional`,
    definition: {
      display: 'form',
      components: [{ type: 'editgrid', key: 'rows', label: '行', components, validate: { maxLength: 200 } }],
    },
    answers: { rows: Array.from({ length: rows }, (_, r) => row(r)) },
    runs: [100, rows > 50 ? 2 : 5],
  }
}

/** A data grid of five columns, one of them shown only where another column of its row says so. */
export const dataGrid = (rows: number): BenchCase => ({
  name: `data grid ${rows}x5`,
  definition: {
    display: 'form',
    components: [
      {
        type: 'datagrid',
        key: 'rows',
        label: '行',
        validate: { maxLength: 200 },
        components: [
          { type: 'textfield', key: 'kind', label: '类别', validate: { required: true } },
          { type: 'textfield', key: 'name', label: '名称', validate: { maxLength: 50 } },
          { type: 'number', key: 'count', label: '数量', validate: { min: 0 } },
          { type: 'textarea', key: 'note', label: '说明' },
          {
            type: 'textfield',
            key: 'why',
            label: '原因',
            conditional: { show: true, when: 'rows.kind', eq: 'other' },
          },
        ],
      },
    ],
  },
  answers: {
    rows: Array.from({ length: rows }, (_, r) => ({
      kind: r % 2 === 0 ? 'other' : 'known',
      name: `名称${r}`,
      count: r,
      note: `说明${r}`,
      why: `原因${r}`,
    })),
  },
  runs: [200, 5],
})

export const nested = (outer: number, middle: number, inner: number, fields: number): BenchCase => {
  const leaves = Array.from(
    { length: fields },
    (_, i): Component => ({
      type: 'textfield',
      key: `t${i}`,
      label: `文字${i}`,
      validate: { required: true },
    }),
  )
  const level = (key: string, components: readonly Component[]): Component => ({
    type: 'datagrid',
    key,
    label: key,
    components,
  })
  const times = (n: number, make: () => unknown) => Array.from({ length: n }, make)
  const leaf = () => Object.fromEntries(leaves.map(({ key }) => [key, 'x']))
  return {
    name: `nested ${outer}x${middle}x${inner}x${fields}`,
    definition: { display: 'form', components: [level('one', [level('two', [level('three', leaves)])])] },
    answers: { one: times(outer, () => ({ two: times(middle, () => ({ three: times(inner, leaf) })) })) },
    runs: [50, 2],
  }
}

export const cases: readonly BenchCase[] = [
  flat(200),
  flat(1_000),
  grid(50, 20),
  grid(100, 20),
  nested(20, 5, 3, 10),
]
