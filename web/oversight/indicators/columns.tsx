import type { TFunction } from 'i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { CityHead } from '../table/city-head.tsx'
import type { Column } from '../table/matrix.tsx'
import { disclosing, figureOf, type IndicatorRow, isCount, shown, silenceOf } from './rate.ts'

/** Columns: the indicator, its month, how many cities show it, and each city as numerator over denominator. */
export const indicatorColumns = (
  t: TFunction<'oversight'>,
  cities: readonly CityCard[],
  selected: string | undefined,
  choose: (row: IndicatorRow) => void,
): readonly Column<IndicatorRow>[] => [
  {
    key: 'indicator',
    title: t('indicators.indicator'),
    sort: ({ name }) => name,
    cell: (row) => (
      <button
        type="button"
        className="row-button"
        aria-pressed={row.id === selected}
        onClick={() => choose(row)}
      >
        {row.name}
      </button>
    ),
  },
  {
    key: 'period',
    title: t('indicators.period'),
    numeric: true,
    sort: ({ period }) => period,
    cell: ({ period }) => period,
  },
  {
    key: 'coverage',
    title: t('coverage'),
    numeric: true,
    sort: shown,
    cell: (row) => `${shown(row)}/${disclosing(row)} 市`,
  },
  ...cities.map(
    (city, index): Column<IndicatorRow> => ({
      key: city.code,
      title: city.name,
      head: <CityHead city={city} index={index} />,
      numeric: true,
      sort: (row) => figureOf(row, row.cells[index] ?? null),
      cell: (row) => {
        const cell = row.cells[index] ?? null
        const figure = figureOf(row, cell)
        if (figure === null) return <span className={cell ? 'why' : 'absent'}>{silenceOf(t, row, cell)}</span>
        return (
          <span className="local" title={cell?.words}>
            {cell?.value ?? (isCount(row) ? figure : `${figure.toFixed(1)}%`)}
            {!isCount(row) && <span className="muted">{`${cell?.numerator}/${cell?.denominator}`}</span>}
            {cell?.state && (
              <span className="verdict" data-state={cell.state}>
                {t(`indicators.states.${cell.state}`)}
                {cell.target && <span className="muted"> {cell.target}</span>}
              </span>
            )}
          </span>
        )
      },
    }),
  ),
]
