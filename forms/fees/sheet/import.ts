import { dryRun, type Report, type Sheet } from '../../sheet/index.ts'
import type { FeeRow } from '../schema.ts'
import { type FeeWords, feeColumns } from './columns.ts'
import { feeFaults } from './faults.ts'
import { newRow, rowId } from './new-row.ts'

/** The most rows of a fee standard. */
export const mostFees = 10_000

/**
 * What a workbook would change in the fee standard. A line means the row with its 编号; without one it is a new row.
 * Tiers, formulas and the split over funds have no column: a row that is known by its 编号 keeps them.
 */
export function feeReport(sheet: Sheet, words: FeeWords): Report<FeeRow> {
  const { fees, own } = words
  const byId = new Map(fees.rows.map((row) => [row.id, row]))
  const taken = new Set(byId.keys())
  const report = dryRun(sheet, {
    rows: fees.rows,
    columns: feeColumns(words),
    rowKey: ({ id }) => id,
    match: (says) => byId.get(says('id')),
    // The 编号 of a new row is ours to give, when the row is whole.
    create: (_, added) => ({ ...newRow([]), id: `new-${added.length}` }),
    mayChange: (row) => own === undefined || (row.division !== undefined && own.has(row.division)),
    most: mostFees,
    faults: faultsOf(words),
  })
  return {
    ...report,
    added: report.added.map((row) => {
      const id = rowId(row.item, row.from, (one) => taken.has(one))
      taken.add(id)
      return { ...row, id }
    }),
  }
}

/** Asked row by row, answered for the whole table once. */
function faultsOf({ catalogue }: FeeWords) {
  let of: readonly FeeRow[] | undefined
  let found: ReturnType<typeof feeFaults> = new Map()
  let places = new Map<FeeRow, number>()
  return (row: FeeRow, all: readonly FeeRow[]) => {
    if (of !== all) {
      of = all
      found = feeFaults(all, catalogue)
      places = new Map(all.map((one, at) => [one, at]))
    }
    return (found.get(places.get(row) ?? -1) ?? []).filter(({ level }) => level === 'error')
  }
}
