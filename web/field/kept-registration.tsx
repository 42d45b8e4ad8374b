import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Discard } from './discard.tsx'
import { isTaken } from './refused.ts'
import { headOf, type NewHousehold, type Registration } from './registration.ts'
import { type Saved, SavedState } from './saved-state.tsx'
import { whenInWords } from './when.ts'

function Head({ draft, state }: { readonly draft: Registration; readonly state: Saved }) {
  const { t } = useTranslation('field')
  return (
    <div className="household-head">
      <h3>{t('outbox.registration', { head: headOf(draft.entry) || t('outbox.nameless') })}</h3>
      <SavedState state={state} />
    </div>
  )
}

/** A registered household that the server does not have yet. */
export function Arriving({ one: { draft, tries } }: { readonly one: NewHousehold }) {
  const { t } = useTranslation('field')
  const times = [
    t('outbox.finished', { time: whenInWords(draft.savedAt) }),
    tries > 0 && t('outbox.tries', { count: tries }),
  ]
  return (
    <li className="card">
      <Head draft={draft} state="waiting" />
      <p className="muted">{times.filter(Boolean).join(' · ')}</p>
      <p>{t('outbox.queued')}</p>
      <Link
        className="button quiet"
        to="/field/$city/households/new"
        params={{ city: draft.city }}
        search={{ draft: draft.id }}
      >
        {t('fill.recall')}
      </Link>
    </li>
  )
}

type RegistrationDraftProps = { readonly owner: string; readonly draft: Registration }

/** A registration that was begun, or that the server refused. */
export function RegistrationDraft({ owner, draft }: RegistrationDraftProps) {
  const { t } = useTranslation('field')
  return (
    <li className="card">
      <Head draft={draft} state={draft.refused ? 'refused' : 'draft'} />
      <p className="muted">{t('outbox.edited', { time: whenInWords(draft.savedAt) })}</p>
      {draft.refused && (
        <p className="error">{isTaken(draft.refused) ? t('outbox.registered') : draft.refused.message}</p>
      )}
      <div className="actions">
        <Link
          className="button"
          to="/field/$city/households/new"
          params={{ city: draft.city }}
          search={{ draft: draft.id }}
        >
          {draft.refused ? t('outbox.fix') : t('outbox.open')}
        </Link>
        <Discard owner={owner} draft={draft} />
      </div>
    </li>
  )
}
