/** Columns of a question list, by what they are called in its first row. */
export const columns = {
  label: '题目',
  type: '类型',
  options: '选项',
  required: '必填',
  description: '说明',
  group: '分组',
  element: '数据元',
  sensitivity: '敏感级别',
  key: '标识',
} as const
export type Column = keyof typeof columns

/** Other names that people write over the same column. */
const others: Readonly<Partial<Record<Column, readonly string[]>>> = {
  label: ['题目名称', '问题', '字段名称', '字段'],
  type: ['题型', '字段类型'],
  options: ['选项内容', '可选项', '备选项'],
  required: ['是否必填'],
  description: ['填写说明', '备注'],
  group: ['所属分组', '版块'],
  element: ['数据元编码', '数据元代码'],
  sensitivity: ['敏感等级'],
  key: ['字段标识', '编码'],
}

const written = (cell: unknown): string => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof cell) ? String(cell) : ''
}

/** Text of a cell on one line; what no cell of a workbook can hold counts as empty. */
export const textOf = (cell: unknown): string => written(cell).normalize('NFKC').trim()

export const columnOf = (cell: unknown): Column | undefined => {
  const name = textOf(cell).replaceAll(/[\s*()]/g, '')
  return (Object.keys(columns) as Column[]).find(
    (column) => columns[column] === name || others[column]?.includes(name),
  )
}
