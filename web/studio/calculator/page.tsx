import './calculator.css'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { studioRoute } from '../routes.ts'
import { MonthAgain } from './month.tsx'
import { OneService } from './one.tsx'

const views = ['one', 'month'] as const

/** Fees tried out before they are published. */
export function Calculator() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('studio')
  const [view, setView] = useState<(typeof views)[number]>('one')
  return (
    <main id="main" className="office-main">
      <header className="office-title">
        <div>
          <h1>{t('calculator.title')}</h1>
          <p>{t('calculator.lead')}</p>
        </div>
        <Segmented
          aria-label={t('editor.view')}
          options={views.map((value) => ({ value, label: t(`calculator.views.${value}`) }))}
          value={view}
          onChange={setView}
        />
      </header>
      {view === 'one' ? <OneService city={city} /> : <MonthAgain city={city} />}
    </main>
  )
}
