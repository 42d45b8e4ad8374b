import type { TFunction } from 'i18next'
import type { FeeRow } from '#forms/fees'
import { type FeeWords, feeColumns, pricing } from '#forms/fees/sheet'
import type { GridColumn } from '../../office/grid/index.ts'

const WIDTHS: Readonly<Record<string, number>> = {
  item: 200,
  amount: 120,
  unit: 84,
  pricing: 190,
  level: 130,
  objectClass: 190,
  division: 130,
  from: 124,
  to: 124,
  'cap-month': 160,
  'cap-year': 160,
  copay: 130,
  advance: 100,
  note: 220,
  id: 200,
}

type Wish = {
  readonly words: FeeWords
  readonly open: (id: string) => void
  readonly t: TFunction<'studio'>
}

/** The columns of the fee standard on the screen: those of the workbook. 计价方式 opens the drawer. */
export function rowColumns({ words, open, t }: Wish): readonly GridColumn<FeeRow>[] {
  return feeColumns(words).map((column): GridColumn<FeeRow> => {
    const width = WIDTHS[column.id] ?? 140
    if (column.id === 'pricing' && column.kind === 'shown')
      return {
        ...column,
        width,
        open: (row) => open(row.id),
        draw: (row) =>
          row.amount === null && !row.tiers && !row.formula ? (
            <span className="unset">{t('fees.priceUnset')}</span>
          ) : (
            pricing(row)
          ),
      }
    return { ...column, width }
  })
}
