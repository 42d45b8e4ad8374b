import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CityCard } from '../../../functions/api/contract/index.ts'
import { Notice } from '../../app/states.tsx'
import { paperOf } from '../../form/paper.ts'
import { Chart } from '../chart/chart.tsx'
import type { Look } from '../chart/look.ts'
import { type IndicatorRow, shown } from './rate.ts'
import { ratesPicture } from './rates-picture.ts'

type Props = { readonly cities: readonly CityCard[]; readonly row: IndicatorRow; readonly tools: ReactNode }

/** One indicator of one month: a bar for every city that shows it. */
export function Rates({ cities, row, tools }: Props) {
  const { t } = useTranslation('oversight')
  const title = t('indicators.picture', { name: row.name, period: row.period })
  const draw = useCallback((look: Look) => ratesPicture(t, cities, row)(look), [t, cities, row])
  return (
    <section className="office-panel" aria-label={title}>
      <header className="panel-head">
        <h2>{title}</h2>
        {tools}
      </header>
      {row.counted && (
        <p className="muted">
          {row.counted.of === null
            ? t('indicators.countedOf', { what: row.counted.what })
            : t('indicators.ratioOf', { what: row.counted.what, of: row.counted.of })}
          {row.source && t('indicators.basis', { paper: paperOf(row.source.rule) })}
        </p>
      )}
      {shown(row) > 0 ? (
        <Chart draw={draw} height={cities.length * 38 + 44} />
      ) : (
        <Notice title={t('indicators.noFigure')} lead={t('indicators.noFigureLead')} />
      )}
    </section>
  )
}
