import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading, Notice } from '../app/states.tsx'
import { useTitle } from '../app/title.ts'
import { Discard } from './discard.tsx'
import { useKept, useOwner } from './kept.ts'
import { Arriving, RegistrationDraft } from './kept-registration.tsx'
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
  const { outbox, arriving, drafts, registrations } = kept
  const waiting = outbox.length + arriving.length
  return (
    <>
      <header className="page-head">
        <h1>{t('outbox.title')}</h1>
      </header>
      {waiting === 0 && <Notice title={t('outbox.empty')} lead={t('outbox.emptyLead')} />}
      {waiting > 0 && (
        <button type="button" className="button wide" disabled={busy} onClick={() => void retry()}>
          {busy ? t('outbox.sending') : waiting > 1 ? t('outbox.retryAll') : t('outbox.retry')}
        </button>
      )}
      <ul className="cards">
        {arriving.map((one) => (
          <Arriving key={one.request.id} one={one} />
        ))}
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
      {drafts.length + registrations.length > 0 && (
        <section className="stack">
          <h2>{t('outbox.drafts')}</h2>
          <p className="muted">{t('outbox.draftsLead')}</p>
          <ul className="cards">
            {registrations.map((draft) => (
              <RegistrationDraft key={draft.id} owner={owner} draft={draft} />
            ))}
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
