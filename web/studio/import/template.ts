import { questionColumns, typeWords } from '#forms/definition'
import type { Cell, Page } from '../../office/workbook/page.ts'
import { imports as words } from './zh.ts'

const head = (value: string): Cell => ({ value, look: 'head' })
const text = (value: string): Cell => ({ value, look: 'text' })

/** An empty question list with examples and, on a second sheet, what may be written where. */
export const templatePages = (): readonly Page[] => {
  const names = Object.values(questionColumns)
  const { examples, help, sheet, helpSheet } = words.template
  return [
    {
      name: sheet,
      rows: [names.map(head), ...examples.map((row) => row.map(text))],
      widths: names.map((_, i) => (i === 0 || i === 2 ? 28 : 14)),
      still: { rows: 1, columns: 0 },
    },
    {
      name: helpSheet,
      rows: [...help, [questionColumns.type, typeWords.join('、')] as const].map(
        ([name, says]): readonly Cell[] => [head(name), { value: says, look: 'lines' }],
      ),
      widths: [14, 80],
    },
  ]
}
