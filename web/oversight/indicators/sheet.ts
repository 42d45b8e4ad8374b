import type { TFunction } from 'i18next'
import type { IndicatorComparison } from '../../../functions/api/contract/index.ts'
import { cityTitle, notesSheet } from '../export/notes.ts'
import type { Sheet } from '../export/workbook.ts'
import { disclosing, figureOf, isCount, shown, silenceOf } from './rate.ts'

/** Indicators as a sheet: both parts, the figure and its verdict of every city; what is not shown stays empty. */
export const indicatorSheets = (
  t: TFunction<'oversight'>,
  province: string,
  day: string,
  { cities, rows }: IndicatorComparison,
): readonly Sheet[] => [
  {
    name: t('indicators.title'),
    head: [
      t('indicators.indicator'),
      t('indicators.period'),
      t('columns.covered'),
      t('columns.disclosed'),
      ...cities.flatMap((city) => [
        t('columns.numerator', { city: city.name }),
        t('columns.denominator', { city: city.name }),
        cityTitle(t, city),
        t('columns.target', { city: city.name }),
        t('columns.verdict', { city: city.name }),
        t('columns.why', { city: city.name }),
      ]),
    ],
    rows: rows.map((row) => [
      row.name,
      row.period,
      shown(row),
      disclosing(row),
      ...row.cells.flatMap((cell) => {
        const figure = figureOf(row, cell)
        const share = figure === null || isCount(row) ? figure : { share: figure / 100 }
        return [
          cell?.numerator ?? null,
          cell?.denominator ?? null,
          share,
          cell?.target ?? null,
          cell?.state ? t(`indicators.states.${cell.state}`) : null,
          silenceOf(t, row, cell) ?? null,
        ]
      }),
    ]),
  },
  notesSheet(t, {
    title: t('indicators.title'),
    province,
    cities,
    day,
    privacy: t('privacyTotals'),
    rules: t('indicators.how', { returnObjects: true }) as readonly string[],
  }),
]
