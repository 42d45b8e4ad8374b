import './calculator.css'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed, Loading } from '../../app/states.tsx'
import { useDraft, useMayDraft } from '../draft.ts'
import { studioRoute } from '../routes.ts'
import { Without } from '../without.tsx'
import { MonthAgain } from './month.tsx'
import { OneService } from './one.tsx'

const views = ['one', 'month'] as const

/** Fees tried out before they are published. */
export function Calculator() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('studio')
  const mayDraft = useMayDraft(city)
  const draft = useDraft(city, mayDraft === true)
  const [view, setView] = useState<(typeof views)[number]>('one')
  if (mayDraft === false || draft.data?.documents.length === 0)
    return (
      <main id="main" className="office-main">
        <Without city={city} what={mayDraft ? 'configuration' : 'draft'} />
      </main>
    )
  if (draft.isError) return <Failed error={draft.error} retry={draft.refetch} />
  if (!draft.data) return <Loading />
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
