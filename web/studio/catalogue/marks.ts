import type { Catalogue, Item } from '#forms/catalogue'
import { itemFaults } from '#forms/catalogue/sheet'
import type { Finding } from '../../../functions/api/contract/index.ts'
import type { Mark } from '../../office/grid/index.ts'

/** Members of an item that stand in a column of another name. */
const COLUMN: Readonly<Record<string, string>> = {
  'approval/by': 'approvedBy',
  'approval/number': 'approvedNumber',
  'approval/on': 'approvedOn',
}

/**
 * What is wrong, cell by cell: what can be seen at once, and what the check of the saved text found, as long as the item
 * still stands as it was checked.
 */
export function catalogueMarks(
  catalogue: Catalogue,
  saved: Catalogue | undefined,
  findings: readonly Finding[],
): readonly Mark[] {
  const now = new Map(catalogue.items.map((item) => [item.key, item]))
  const checked = findings.flatMap(({ pointer, level, message }): Mark[] => {
    const [, index, column] = /^\/items\/(\d+)(?:\/(.+))?$/.exec(pointer) ?? []
    const item: Item | undefined = saved?.items?.[Number(index)]
    if (!item || JSON.stringify(now.get(item.key)) !== JSON.stringify(item)) return []
    const name = column && (COLUMN[column] ?? column.split('/')[0])
    return [{ row: item.key, ...(name && { column: name }), level, message }]
  })
  const told = new Set(checked.map(({ row, column }) => `${row} ${column}`))
  const seen = catalogue.items.flatMap((item) =>
    itemFaults(item, catalogue.items, catalogue).flatMap(({ column, message }): Mark[] =>
      told.has(`${item.key} ${column}`)
        ? []
        : [{ row: item.key, ...(column && { column }), level: 'error', message }],
    ),
  )
  return [...checked, ...seen]
}
