import type { TFunction } from 'i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { CityHead } from '../table/city-head.tsx'
import type { Column } from '../table/matrix.tsx'
import { disclosing, type IndicatorRow, rateOf, shown, silenceOf } from './rate.ts'

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
        aria-pressed={`${row.indicator} ${row.period}` === selected}
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
      sort: ({ cells }) => rateOf(cells[index] ?? null),
      cell: ({ cells }) => {
        const cell = cells[index] ?? null
        const rate = rateOf(cell)
        const silence = silenceOf(t, cell)
        if (rate === null) return <span className={cell ? 'why' : 'absent'}>{silence}</span>
        return (
          <span className="local" title={cell?.note}>
            {`${rate.toFixed(1)}%`}
            <span className="muted">{`${cell?.numerator}/${cell?.denominator}`}</span>
          </span>
        )
      },
    }),
  ),
]
