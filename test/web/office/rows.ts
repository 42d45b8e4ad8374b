import type { GridColumn } from '../../../web/office/grid/column.ts'
import type { Table } from '../../../web/office/grid/write.ts'

export type Row = {
  readonly key: string
  readonly name: string
  readonly price: number | null
  readonly unit?: string
}

export const columns: readonly GridColumn<Row>[] = [
  {
    id: 'name',
    title: '名称',
    kind: 'text',
    required: true,
    get: (row) => row.name || undefined,
    set: (row, name) => ({ ...row, name: name ?? '' }),
  },
  {
    id: 'price',
    title: '单价',
    kind: 'money',
    get: (row) => row.price,
    set: (row, price) => ({ ...row, price }),
  },
  {
    id: 'unit',
    title: '单位',
    kind: 'choice',
    options: [
      { value: 'once', label: '次' },
      { value: 'month', label: '月' },
    ],
    get: (row) => row.unit,
    set: ({ unit: _, ...row }, unit) => (unit === undefined ? row : { ...row, unit }),
  },
]

export const some = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, n) => ({ key: `r${n}`, name: `第${n}项`, price: n * 100, unit: 'once' }))

export const tableOf = (rows: readonly Row[], more: Partial<Table<Row>> = {}): Table<Row> => ({
  rows,
  shown: rows.map((_, at) => at),
  columns,
  rowKey: ({ key }) => key,
  mayWrite: () => true,
  create: (all) => ({ key: `n${all.length}`, name: '', price: null }),
  ...more,
})
