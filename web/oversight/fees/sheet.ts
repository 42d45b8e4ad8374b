import type { TFunction } from 'i18next'
import type { FeeComparison } from '../../../functions/api/contract/index.ts'
import { cityTitle, notesSheet } from '../export/notes.ts'
import type { Sheet, SheetCell } from '../export/workbook.ts'
import { categoryOf, countedPrice, type FeeCell, offered, priceText, reasonOf } from './row.ts'

const money = (fen: number | null | undefined): SheetCell => (fen == null ? null : { fen })

/** Price and reason of one city; a price in another unit stands among the words only, where nobody sums it up. */
function cityCells(t: TFunction<'oversight'>, cell: FeeCell, unit: string): readonly SheetCell[] {
  const reason = reasonOf(t, cell, unit)
  if (reason === undefined) return [money(countedPrice(cell)), null]
  const own = cell && cell.price !== null ? `${priceText(t, cell.price, cell.unit)}，` : ''
  return [null, `${own}${reason}`]
}

/** The fee comparison as sheets: every row of the day, whatever is filtered on the page. */
export function feeSheets(
  t: TFunction<'oversight'>,
  province: string,
  { cities, on, rows }: FeeComparison,
): readonly Sheet[] {
  const names = cities.map((city) => cityTitle(t, city))
  const head = [
    ...(['code', 'item', 'category', 'unit', 'comparable', 'offered', 'cities'] as const),
    ...(['min', 'median', 'max'] as const),
  ].map((key) => t(`columns.${key}`))
  return [
    {
      name: t('fees.title'),
      head: [...head, ...names.flatMap((city) => [t('columns.price', { city }), t('columns.why', { city })])],
      widths: [20, 20, 12, 10, 10, 16, 8, 13, 13, 13, ...names.flatMap(() => [18, 26])],
      rows: rows.map((row) => {
        const category = categoryOf(row)
        return [
          row.common,
          row.name,
          category ? t(`categories.${category}`) : '',
          row.unit,
          row.figures?.n ?? 0,
          offered(row),
          cities.length,
          money(row.figures?.min),
          money(row.figures?.median),
          money(row.figures?.max),
          ...row.cells.flatMap((cell) => cityCells(t, cell, row.unit)),
        ]
      }),
    },
    notesSheet(t, {
      title: t('fees.title'),
      province,
      cities,
      day: on,
      rules: t('fees.how', { returnObjects: true }) as readonly string[],
      money: true,
    }),
  ]
}
