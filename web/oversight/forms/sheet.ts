import type { TFunction } from 'i18next'
import type { FormComparison } from '../../../functions/api/contract/index.ts'
import { cityTitle, notesSheet } from '../export/notes.ts'
import type { Sheet } from '../export/workbook.ts'
import { groupOf } from './group.ts'

/** Which city asks which shared element, as a sheet. */
export const formSheets = (
  t: TFunction<'oversight'>,
  province: string,
  day: string,
  { cities, rows }: FormComparison,
): readonly Sheet[] => [
  {
    name: t('forms.title'),
    head: [
      t('columns.elementCode'),
      t('forms.element'),
      t('forms.group'),
      t('columns.covered'),
      t('columns.disclosed'),
      ...cities.map((city) => cityTitle(t, city)),
    ],
    widths: [28, 24, 12, 10, 10, ...cities.map(() => 20)],
    rows: rows.map((row) => [
      row.element,
      row.name,
      t(`forms.groups.${groupOf(row)}`),
      row.coverage.numerator,
      row.coverage.denominator,
      ...row.cells.map((asked) => t(asked ? 'forms.asked' : 'forms.notAsked')),
    ]),
  },
  notesSheet(t, {
    title: t('forms.title'),
    province,
    cities,
    day,
    rules: t('forms.how', { returnObjects: true }) as readonly string[],
  }),
]
