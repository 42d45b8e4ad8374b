import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { yuan } from '../../app/money.ts'
import { Chart } from '../chart/chart.tsx'
import { CityMark } from '../chart/city-mark.tsx'
import type { Look } from '../chart/look.ts'
import { cityHeight, cityPicture, pricedCities } from './city-picture.ts'
import { type FeeRow, priceText, reasonOf } from './row.ts'

type Props = { readonly cities: readonly CityCard[]; readonly row: FeeRow }

/** One service in 元: the cities as bars, and in words those that could not be compared. */
export function Selected({ cities, row }: Props) {
  const { t } = useTranslation('oversight')
  const bars = useMemo(() => pricedCities(cities, row), [cities, row])
  const draw = useCallback((look: Look) => cityPicture(t, bars, row)(look), [t, bars, row])
  const left = cities.flatMap((city, index) => {
    const cell = row.cells[index] ?? null
    const reason = reasonOf(t, cell, row.unit)
    return reason === undefined ? [] : [{ city, index, cell, reason }]
  })
  return (
    <section className="office-panel selected-item" aria-label={t('fees.selected', { name: row.name })}>
      <h2>{t('fees.selected', { name: row.name })}</h2>
      <p className="muted tabular">
        {row.figures
          ? t('fees.selectedFigures', {
              n: row.figures.n,
              min: yuan(row.figures.min),
              median: yuan(row.figures.median),
              max: yuan(row.figures.max),
              unit: row.unit,
            })
          : t('fees.selectedNone')}
      </p>
      {bars.length > 0 && <Chart draw={draw} height={cityHeight(bars.length)} />}
      {left.length > 0 && (
        <>
          <h3>{t('fees.notCompared')}</h3>
          <ul className="not-compared">
            {left.map(({ city, index, cell, reason }) => (
              <li key={city.code}>
                <span className="city-name">
                  <CityMark index={index} />
                  {city.name}
                </span>
                <span className={cell ? undefined : 'absent'}>
                  {cell?.price != null && `${priceText(t, cell.price, cell.unit)}，`}
                  {reason}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
