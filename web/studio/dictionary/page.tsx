import './dictionary.css'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coverage } from '#forms/mapping'
import { Failed, Loading } from '../../app/states.tsx'
import { useDocumentsOf } from '../documents-of.ts'
import { useDraft, useMayDraft, useMayPublish } from '../draft.ts'
import { useReleased } from '../released.ts'
import { studioRoute } from '../routes.ts'
import { Without } from '../without.tsx'
import { CoverageView } from './coverage-view.tsx'
import { ElementsView } from './elements-view.tsx'

const isCovered = (key: string): boolean => key === 'catalogue' || key.startsWith('form:')
const views = ['coverage', 'elements'] as const

/** The shared dictionary of data elements, and how the city's forms and items are mapped to it. */
export function Dictionary() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('studio')
  const mayDraft = useMayDraft(city)
  const mayMap = useMayPublish(city)
  const draft = useDraft(city, mayDraft === true)
  const released = useReleased(city, mayDraft === false)
  const listed = mayDraft ? draft.data?.documents.filter(({ state }) => state !== 'removed') : released
  const documents = useDocumentsOf(city, listed, isCovered)
  const found = useMemo(() => documents && coverage(documents), [documents])
  const [view, setView] = useState<(typeof views)[number]>('coverage')
  if (draft.isError) return <Failed error={draft.error} retry={draft.refetch} />
  if (!found || mayDraft === undefined) return <Loading />
  const titleOf = (key: string) => listed?.find((one) => one.key === key)?.title ?? key
  return (
    <main id="main" className="office-main">
      <header className="office-title">
        <div>
          <h1>{t('dictionary.title')}</h1>
          <p>{t('dictionary.lead')}</p>
        </div>
        <Segmented
          aria-label={t('editor.view')}
          options={views.map((value) => ({ value, label: t(`dictionary.views.${value}`) }))}
          value={view}
          onChange={setView}
        />
      </header>
      {view === 'elements' && <ElementsView used={found.used} titleOf={titleOf} />}
      {view === 'coverage' &&
        (listed?.length === 0 ? (
          <Without city={city} what="configuration" />
        ) : (
          <CoverageView city={city} coverage={found} titleOf={titleOf} mayMap={mayMap} />
        ))}
    </main>
  )
}
