import type { TFunction } from 'i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { CityHead } from '../table/city-head.tsx'
import type { Column } from '../table/matrix.tsx'
import { type FormRow, groupOf } from './group.ts'

/** Columns: the element, how many cities ask it, and each city in a word. */
export const formColumns = (
  t: TFunction<'oversight'>,
  cities: readonly CityCard[],
): readonly Column<FormRow>[] => [
  {
    key: 'element',
    title: t('forms.element'),
    sort: ({ name }) => name,
    cell: (row) => (
      <span className="local">
        {row.name}
        <span className="muted">{t(`forms.groups.${groupOf(row)}`)}</span>
      </span>
    ),
  },
  {
    key: 'coverage',
    title: t('coverage'),
    numeric: true,
    sort: ({ coverage }) => coverage.numerator,
    cell: ({ coverage }) => `${coverage.numerator}/${coverage.denominator} 市`,
  },
  ...cities.map(
    (city, index): Column<FormRow> => ({
      key: city.code,
      title: city.name,
      head: <CityHead city={city} index={index} />,
      sort: ({ cells }) => (cells[index] ? 0 : 1),
      cell: ({ cells }) =>
        cells[index] ? (
          <span className="asked">{t('forms.asked')}</span>
        ) : (
          <span className="absent">{t('forms.notAsked')}</span>
        ),
    }),
  ),
]
