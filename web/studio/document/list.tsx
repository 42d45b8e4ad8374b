import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDraft, useOwnDivisions } from '../draft.ts'
import { leadOf } from '../look.ts'
import { useReleased } from '../released.ts'
import { NationalForms } from './national.tsx'

type Props = { readonly city: string; readonly at: string; readonly drafting: boolean }

/** What there is: every document of the configuration, the changed ones marked in words and colour. */
export function DocumentList({ city, at, drafting }: Props) {
  const { t } = useTranslation('studio')
  const draft = useDraft(city, drafting)
  const released = useReleased(city, !drafting)
  // A county administrator drafts prices only.
  const mayAdd = useOwnDivisions(city) === undefined && drafting
  const documents = drafting ? (draft.data?.documents ?? []) : released
  return (
    <nav className="document-list" aria-label={t('overview')}>
      <ul>
        {documents.map(({ key, title, state }) => (
          <li key={key}>
            <Link
              to="/studio/$city/documents/$key"
              params={{ city, key }}
              aria-current={key === at ? 'page' : undefined}
              title={t(`lead.${leadOf(key)}`)}
            >
              <span>{title}</span>
              {state !== 'same' && <span className={`state-dot ${state}`}>{t(`states.${state}`)}</span>}
            </Link>
          </li>
        ))}
        {mayAdd && draft.data && (
          <li className="document-add">
            <NationalForms city={city} documents={draft.data.documents} />
          </li>
        )}
      </ul>
    </nav>
  )
}
