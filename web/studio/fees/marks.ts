import type { Catalogue } from '#forms/catalogue'
import type { FeeRow, Fees } from '#forms/fees'
import { feeFaults } from '#forms/fees/sheet'
import type { Finding } from '../../../functions/api/contract/index.ts'
import type { Mark } from '../../office/grid/index.ts'

/** Members of a row that stand in a column of another name. */
const COLUMN: Readonly<Record<string, string>> = {
  tiers: 'pricing',
  formula: 'pricing',
  funding: 'pricing',
  caps: 'cap-month',
}

/** What is wrong, cell by cell: what can be seen at once, and what the check of the saved text found, as long as the row still stands as it was checked. */
export function feeMarks(
  { rows }: Fees,
  catalogue: Catalogue | undefined,
  saved: Fees | undefined,
  findings: readonly Finding[],
): readonly Mark[] {
  const seen = [...feeFaults(rows, catalogue)].flatMap(([at, faults]) => {
    const id = rows[at]?.id
    return id === undefined ? [] : faults.map((fault): Mark => ({ row: id, ...fault }))
  })
  const told = new Set(seen.map(({ row, column }) => `${row} ${column}`))
  const now = new Map(rows.map((row) => [row.id, row]))
  const checked = findings.flatMap(({ pointer, level, message }): Mark[] => {
    const [, index, member] = /^\/rows\/(\d+)(?:\/(\w+))?/.exec(pointer) ?? []
    const row: FeeRow | undefined = saved?.rows?.[Number(index)]
    if (!row || JSON.stringify(now.get(row.id)) !== JSON.stringify(row)) return []
    const column = member && (COLUMN[member] ?? member)
    return told.has(`${row.id} ${column}`) ? [] : [{ row: row.id, ...(column && { column }), level, message }]
  })
  return [...seen, ...checked]
}
