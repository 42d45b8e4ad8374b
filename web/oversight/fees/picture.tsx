import { Segmented } from 'antd'
import { type ReactNode, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { Notice } from '../../app/states.tsx'
import { Chart } from '../chart/chart.tsx'
import { CityMark } from '../chart/city-mark.tsx'
import type { Look } from '../chart/look.ts'
import { rangeHeight, rangePicture, type Scale } from './range-picture.ts'
import { type FeeRow, isDrawn } from './row.ts'

type Props = {
  readonly cities: readonly CityCard[]
  readonly rows: readonly FeeRow[]
  readonly scale: Scale
  readonly selected: string | undefined
  readonly rescale: (scale: Scale) => void
  readonly choose: (common: string) => void
  readonly tools: ReactNode
}

/** The spread of every service that can be compared, with a legend in the page itself so that it wraps and can be read out. */
export function Picture({ cities, rows, scale, selected, rescale, choose, tools }: Props) {
  const { t } = useTranslation('oversight')
  const drawn = useMemo(() => rows.filter(isDrawn), [rows])
  const draw = useCallback(
    (look: Look) => rangePicture(t, cities, drawn, scale, selected)(look),
    [t, cities, drawn, scale, selected],
  )
  const pick = useCallback(
    (line: number) => {
      const row = drawn[line]
      if (row) choose(row.common)
    },
    [drawn, choose],
  )
  const one = rows.filter(({ figures }) => figures?.n === 1).length
  return (
    <section className="office-panel" aria-label={t('fees.picture')}>
      <header className="panel-head">
        <div>
          <h2>{t('fees.picture')}</h2>
          <p className="muted">{t('fees.pictureLead')}</p>
        </div>
        {tools}
      </header>
      {drawn.length === 0 ? (
        <Notice title={t('fees.nothingDrawn')} lead={t('fees.nothingDrawnLead')} />
      ) : (
        <>
          <div className="legend-line">
            <ul className="legend">
              {cities.map((city, index) => (
                <li key={city.code}>
                  <CityMark index={index} />
                  {city.name}
                </li>
              ))}
              <li>
                <span className="median-sign" aria-hidden="true" />
                {t('fees.median')}
              </li>
              <li>
                <span className="range-sign" aria-hidden="true" />
                {t('fees.range')}
              </li>
            </ul>
            <Segmented<Scale>
              className="no-print"
              aria-label={t('fees.scale')}
              value={scale}
              onChange={rescale}
              options={(['relative', 'amount'] as const).map((value) => ({
                value,
                label: t(`fees.scales.${value}`),
              }))}
            />
          </div>
          <Chart draw={draw} height={rangeHeight(drawn.length)} pick={pick} />
        </>
      )}
      {rows.length > drawn.length && drawn.length > 0 && (
        <p className="muted">{t('fees.notDrawn', { one, zero: rows.length - drawn.length - one })}</p>
      )}
    </section>
  )
}
