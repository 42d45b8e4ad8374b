import type { TFunction } from 'i18next'
import { CityHead } from '../table/city-head.tsx'
import type { Column } from '../table/matrix.tsx'
import type { CatalogueRow, CityLack } from './lack.ts'

/** Columns of the matrix: the common item, how many cities have it, and every city's own name and unit. */
export const catalogueColumns = (
  t: TFunction<'oversight'>,
  cities: readonly CityLack[],
): readonly Column<CatalogueRow>[] => [
  {
    key: 'item',
    title: t('catalogue.item'),
    sort: ({ name }) => name,
    cell: ({ name, category }) => (
      <span className="local">
        {name}
        <span className="muted">{category}</span>
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
    ({ city, index, disclosed }): Column<CatalogueRow> => ({
      key: city.code,
      title: city.name,
      head: <CityHead city={city} index={index} />,
      sort: ({ cells }) => cells[index]?.name ?? null,
      cell: ({ cells }) => {
        const cell = cells[index]
        if (!cell) return <span className="absent">{t(disclosed ? 'absent' : 'undisclosed')}</span>
        return (
          <span className="local">
            {cell.name}
            <span className="muted">{cell.unit ?? t('catalogue.unitUnset')}</span>
          </span>
        )
      },
    }),
  ),
]
