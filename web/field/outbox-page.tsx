import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading, Notice } from '../app/states.tsx'
import { useTitle } from '../app/title.ts'
import { forgetDraft } from './draft.ts'
import { useKept, useOwner } from './kept.ts'
import { sendAll } from './outbox.ts'
import { fieldRoute } from './routes.ts'
import { SavedState } from './saved-state.tsx'
import { whenInWords } from './when.ts'
import type { Draft } from './work.ts'

/** What is still only on this device: records on their way, and drafts. */
export function OutboxPage() {
  const { t } = useTranslation('field')
  const { city } = fieldRoute.useParams()
  useTitle(t('outbox.title'))
  const owner = useOwner()
  const kept = useKept(city)
  const [busy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    await sendAll(owner).catch(() => undefined)
    setBusy(false)
  }
  if (!kept) return <Loading />
  const { outbox, drafts } = kept
  return (
    <>
      <header className="page-head">
        <h1>{t('outbox.title')}</h1>
      </header>
      {outbox.length === 0 && <Notice title={t('outbox.empty')} lead={t('outbox.emptyLead')} />}
      {outbox.length > 0 && (
        <button type="button" className="button wide" disabled={busy} onClick={() => void retry()}>
          {busy ? t('outbox.sending') : outbox.length > 1 ? t('outbox.retryAll') : t('outbox.retry')}
        </button>
      )}
      <ul className="cards">
        {outbox.map(({ draft, request, tries }) => (
          <li key={request.id} className="card">
            <Head draft={draft} state="waiting" />
            <p className="muted">
              {[
                t('outbox.finished', { time: whenInWords(request.finishedAt) }),
                tries > 0 && t('outbox.tries', { count: tries }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p>{t('outbox.queued')}</p>
          </li>
        ))}
      </ul>
      {drafts.length > 0 && (
        <section className="stack">
          <h2>{t('outbox.drafts')}</h2>
          <p className="muted">{t('outbox.draftsLead')}</p>
          <ul className="cards">
            {drafts.map((draft) => (
              <li key={draft.id} className="card">
                <Head draft={draft} state={draft.refused ? 'refused' : 'draft'} />
                <p className="muted">{t('outbox.edited', { time: whenInWords(draft.savedAt) })}</p>
                {draft.refused && <p className="error">{draft.refused.message}</p>}
                <div className="actions">
                  <Link
                    className="button"
                    to="/field/$city/households/$household/fill/$form"
                    params={{ city, household: draft.household, form: draft.form }}
                    search={{
                      case: draft.case,
                      ...(draft.person === undefined ? {} : { person: draft.person }),
                    }}
                  >
                    {draft.refused ? t('outbox.fix') : t('outbox.open')}
                  </Link>
                  <Discard owner={owner} draft={draft} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Head({ draft, state }: { readonly draft: Draft; readonly state: 'waiting' | 'draft' | 'refused' }) {
  const { t } = useTranslation('field')
  return (
    <div className="household-head">
      <h3>{`${t('fill.household', { head: draft.head })} · ${draft.title}`}</h3>
      <SavedState state={state} />
    </div>
  )
}

/** Deleting work asks once, in place. */
function Discard({ owner, draft }: { readonly owner: string; readonly draft: Draft }) {
  const { t } = useTranslation('field')
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <button type="button" className="button quiet" onClick={() => setAsking(true)}>
        {t('fill.discard')}
      </button>
    )
  return (
    <div className="ask" role="alert">
      <strong>{t('fill.discardTitle')}</strong>
      <p className="muted">{t('fill.discardLead')}</p>
      <div className="actions">
        <button type="button" className="button quiet" onClick={() => setAsking(false)}>
          {t('cancel', { ns: 'app' })}
        </button>
        <button type="button" className="button danger" onClick={() => void forgetDraft(owner, draft)}>
          {t('fill.discard')}
        </button>
      </div>
    </div>
  )
}
