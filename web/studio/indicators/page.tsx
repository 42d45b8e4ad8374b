import './indicators.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CityIndicators } from '../../../functions/api/contract/index.ts'
import { cityPath } from '../../app/client.ts'
import { addCatalogue } from '../../app/i18n.ts'
import { useApi } from '../../app/queries.ts'
import { Failed, Loading, Notice } from '../../app/states.tsx'
import { useTitle } from '../../app/title.ts'
import { studioRoute } from '../routes.ts'
import { today } from '../today.ts'
import { IndicatorCard } from './card.tsx'
import { inOrder, tally } from './facts.ts'
import { Todo } from './todo.tsx'
import { zh } from './zh.ts'

declare module '../../app/i18n.ts' {
  interface Catalogues {
    indicators: typeof zh
  }
}
addCatalogue('indicators', zh)

/** How the city's indicators stand in a month: figure, target, verdict, and what each is made of or waits for. */
export function IndicatorsPage() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('indicators')
  const [month, setMonth] = useState<string>()
  const read = useApi<CityIndicators>(
    cityPath(city, month === undefined ? 'indicators' : `indicators?month=${month}`),
  )
  useTitle(t('title'))
  if (read.isError) return <Failed error={read.error} retry={read.refetch} />
  const { data } = read
  return (
    <main id="main" className="office-main">
      <header className="office-title">
        <div>
          <h1>{t('title')}</h1>
          {data && <p>{t('lead', { n: data.release })}</p>}
        </div>
        <label className="indicator-month" htmlFor="indicator-month">
          {t('month')}
          <input
            id="indicator-month"
            className="input"
            type="month"
            max={today().slice(0, 7)}
            value={month ?? data?.month ?? ''}
            onChange={({ target }) => target.value && setMonth(target.value)}
          />
        </label>
      </header>
      {data ? <Indicators city={city} read={data} /> : <Loading />}
    </main>
  )
}

function Indicators({ city, read }: { readonly city: string; readonly read: CityIndicators }) {
  const { t } = useTranslation('indicators')
  const { indicators, running, demo } = read
  if (indicators.length === 0) return <Notice title={t('none')} lead={t('noneLead')} />
  const counts = tally(indicators)
  const facts = [
    ['told', t('of', { n: counts.told, all: indicators.length })],
    ...(['met', 'missed', 'unset', 'missing'] as const).map(
      (fact) => [fact, t('count', { count: counts[fact] })] as const,
    ),
  ] as const
  return (
    <>
      {demo && (
        <p className="indicator-demo">
          <strong>{t('demo')}</strong> {t('demoLead')}
        </p>
      )}
      <dl className="indicator-facts">
        {facts.map(([fact, value]) => (
          <div key={fact}>
            <dt>{t(`facts.${fact}`)}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      {running && <p className="muted">{t('running')}</p>}
      <div className="indicator-columns">
        <div className="indicator-list">
          {inOrder(indicators).map((one) => (
            <IndicatorCard key={one.key} indicator={one} running={running} />
          ))}
        </div>
        <Todo city={city} read={read} />
      </div>
    </>
  )
}
