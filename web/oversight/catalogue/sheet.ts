import type { TFunction } from 'i18next'
import type { CatalogueComparison } from '../../../functions/api/contract/index.ts'
import { cityTitle, notesSheet } from '../export/notes.ts'
import type { Sheet } from '../export/workbook.ts'
import { lacks } from './lack.ts'

/** The catalogues as sheets: side by side, and what each city lacks or has not mapped. */
export function catalogueSheets(
  t: TFunction<'oversight'>,
  province: string,
  day: string,
  comparison: CatalogueComparison,
): readonly Sheet[] {
  const { cities, rows } = comparison
  const own = lacks(comparison)
  return [
    {
      name: t('catalogue.title'),
      head: [
        ...(['code', 'item', 'category', 'covered', 'disclosed'] as const).map((key) => t(`columns.${key}`)),
        ...cities.flatMap((city) => {
          const title = cityTitle(t, city)
          return [title, t('columns.unitOf', { city: city.name })]
        }),
      ],
      widths: [22, 22, 12, 10, 10, ...cities.flatMap(() => [26, 14])],
      rows: rows.map((row) => [
        row.common,
        row.name,
        row.category,
        row.coverage.numerator,
        row.coverage.denominator,
        ...row.cells.flatMap((cell, index) =>
          cell
            ? [cell.name, cell.unit ?? t('catalogue.unitUnset')]
            : [t(own[index]?.disclosed ? 'absent' : 'undisclosed'), null],
        ),
      ]),
    },
    {
      name: t('catalogue.sheetMissing'),
      head: [t('columns.city'), t('columns.code'), t('columns.item'), t('columns.category')],
      widths: [18, 22, 30, 22],
      rows: own.flatMap(({ city, disclosed, missing, unmapped }) => {
        if (!disclosed) return [[city.name, null, t('catalogue.notDisclosed'), null]]
        return [
          ...missing.map(({ common, name, category }) => [city.name, common, name, category]),
          ...unmapped.map((name) => [city.name, null, name, t('columns.local')]),
        ]
      }),
    },
    notesSheet(t, {
      title: t('catalogue.title'),
      province,
      cities,
      day,
      rules: t('catalogue.how', { returnObjects: true }) as readonly string[],
    }),
  ]
}
