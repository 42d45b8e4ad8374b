import { Link } from '@tanstack/react-router'
import { Alert, Button, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft, Release } from '../../../functions/api/contract/index.ts'
import { Failed, Loading, Notice } from '../../app/states.tsx'
import { renewConfiguration, useCheck, useDraft, useMayDraft, useMayPublish } from '../draft.ts'
import { studioRoute } from '../routes.ts'
import { Without } from '../without.tsx'
import { Changes } from './changes.tsx'
import { useDraftDiff } from './diff.ts'
import { Send } from './send.tsx'
import { useWaiting, WaitingNote } from './waiting.tsx'
import { WorkList } from './work-list.tsx'

/** Checks the draft, says in words what will change for people, and publishes it. */
export function Publish() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('studio')
  const mayDraft = useMayDraft(city)
  const draft = useDraft(city, mayDraft === true)
  if (mayDraft === false)
    return (
      <main id="main" className="office-main">
        <Notice title={t('publish.readers')} lead={t('publish.readersLead')}>
          <Link className="button quiet" to="/studio/$city" params={{ city }}>
            {t('publish.toConfiguration')}
          </Link>
        </Notice>
      </main>
    )
  if (draft.isError) return <Failed error={draft.error} retry={draft.refetch} />
  if (!draft.data) return <Loading />
  if (draft.data.documents.length === 0)
    return (
      <main id="main" className="office-main">
        <Without city={city} what="configuration" />
      </main>
    )
  return <Checked city={city} draft={draft.data} />
}

function Checked({ city, draft }: { readonly city: string; readonly draft: Draft }) {
  const { t } = useTranslation('studio')
  const check = useCheck(city, draft.rev)
  const changed = draft.documents.some(({ state }) => state !== 'same')
  const mayPublish = useMayPublish(city)
  const waiting = useWaiting(city, draft)
  const [done, setDone] = useState<Release>()
  return (
    <main id="main" className="office-main">
      <header className="office-title">
        <div>
          <h1>{t('publish.title')}</h1>
          <p>{t('publish.lead')}</p>
        </div>
        <Button
          loading={check.isFetching}
          onClick={() => {
            void renewConfiguration(city)
            void check.refetch()
          }}
        >
          {t('publish.check')}
        </Button>
      </header>
      <div className="publish-page">
        <div>
          {done && !changed && <Published city={city} release={done} />}
          {waiting && <WaitingNote city={city} waiting={waiting} />}
          <section className="office-panel">
            <h2>{t('publish.changes')}</h2>
            <p className="muted">
              {draft.base > 0 ? t('publish.against', { n: draft.base }) : t('publish.first')}
            </p>
            {changed ? <Difference city={city} draft={draft} /> : <p>{t('publish.nothing')}</p>}
          </section>
          {!mayPublish && (
            <section className="office-panel">
              <p>{t(changed ? 'publish.cityOnly' : 'publish.cityOnlyNothing')}</p>
            </section>
          )}
          {mayPublish && changed && check.data && (
            <Send
              key={waiting?.release.n ?? 0}
              city={city}
              draft={draft}
              report={check.data}
              waiting={waiting}
              published={setDone}
            />
          )}
        </div>
        {check.isPending && <Spin description={t('publish.checking')} />}
        {check.isError && <Failed error={check.error} retry={check.refetch} />}
        {check.data && <WorkList key={draft.rev} city={city} draft={draft} report={check.data} />}
      </div>
    </main>
  )
}

function Difference({ city, draft }: { readonly city: string; readonly draft: Draft }) {
  const diff = useDraftDiff(city, draft)
  if (diff.isPending) return <Loading />
  if (diff.isError) return <Failed error={diff.error} retry={diff.refetch} />
  return <Changes changes={diff.data.changes} />
}

function Published({ city, release }: { readonly city: string; readonly release: Release }) {
  const { t } = useTranslation('studio')
  const { n, state, effectiveFrom } = release
  const words =
    state === 'scheduled' ? t('publish.doneLater', { n, date: effectiveFrom }) : t('publish.done', { n })
  return (
    <section className="office-panel">
      <Alert
        type="success"
        showIcon
        title={words}
        action={
          <Link to="/studio/$city/releases" params={{ city }}>
            {t('tabs.releases')}
          </Link>
        }
      />
    </section>
  )
}
