import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftDocument } from '../../functions/api/contract/index.ts'
import { useLiveRelease } from '../app/documents.ts'
import { isProblem } from '../app/problem.ts'
import { useMe } from '../app/queries.ts'
import { Failed, Loading, Notice } from '../app/states.tsx'
import { useDraft, useMayDraft, useOwnDivisions } from './draft.ts'
import { leadOf } from './look.ts'
import { useReleased } from './released.ts'
import { useReturning } from './returning.ts'
import { studioRoute } from './routes.ts'

/** Only a new city needs it. */
const Adopt = lazy(async () => ({ default: (await import('./adopt/room.tsx')).AdoptRoom }))

const NewForm = lazy(async () => ({
  default: (await import('./document/new-form-room.tsx')).NewFormRoom,
}))

/** Everything a city has configured, as documents with their state. */
export function Overview() {
  const { city } = studioRoute.useParams()
  const mayDraft = useMayDraft(city)
  if (mayDraft === undefined) return <Loading />
  return mayDraft ? <DraftDocuments city={city} /> : <LiveDocuments city={city} />
}

function DraftDocuments({ city }: { readonly city: string }) {
  const { t } = useTranslation('studio')
  const draft = useDraft(city)
  // From the button on until it is left: the draft fills up while its own page still tells how far it is.
  const [adopting, setAdopting] = useState(false)
  if (draft.isPending) return <Loading />
  if (draft.isError) return <Failed error={draft.error} retry={draft.refetch} />
  const { base, documents } = draft.data
  return (
    <main id="main" className="office-main">
      {adopting || documents.length === 0 ? (
        <Suspense fallback={<Loading />}>
          <Adopt
            city={city}
            rev={draft.data.rev}
            begin={() => setAdopting(true)}
            leave={() => setAdopting(false)}
          />
        </Suspense>
      ) : (
        <>
          <header className="office-title">
            <div>
              <h1>{t('overview')}</h1>
              <p>{t('overviewLead')}</p>
            </div>
            <span className="document-state">{base > 0 ? t('base', { n: base }) : t('baseNone')}</span>
          </header>
          <Cards city={city} documents={documents} adding />
        </>
      )}
    </main>
  )
}

function LiveDocuments({ city }: { readonly city: string }) {
  const { t } = useTranslation('studio')
  const live = useLiveRelease(city)
  const documents = useReleased(city)
  const works = useMe().data?.memberships.some(({ code }) => code === city)
  if (live.isPending) return <Loading />
  if (works && isProblem(live.error) && live.error.problem.code === 'not-found')
    return (
      <main id="main" className="office-main">
        <Notice title={t('empty')} lead={live.error.problem.detail} />
      </main>
    )
  if (live.isError) return <Failed error={live.error} retry={live.refetch} />
  return (
    <main id="main" className="office-main">
      <header className="office-title">
        <div>
          <h1>{t('overview')}</h1>
          <p>{t('readOnly')}</p>
        </div>
        <span className="document-state">{t('release.n', { n: live.data.n })}</span>
      </header>
      <Cards city={city} documents={documents} />
    </main>
  )
}

type CardsProps = {
  readonly city: string
  readonly documents: readonly DraftDocument[]
  /** Whether a draft is shown, to which whoever drafts for the whole city may add. */
  readonly adding?: boolean
}

function Cards({ city, documents, adding = false }: CardsProps) {
  const { t } = useTranslation('studio')
  const mayAdd = useOwnDivisions(city) === undefined && adding
  const isForm = ({ key }: DraftDocument) => key.startsWith('form:')
  const groups = { rules: documents.filter((one) => !isForm(one)), forms: documents.filter(isForm) }
  return (['rules', 'forms'] as const).map((group) => (
    <section key={group} className="document-group">
      <header>
        <h2>{t(`groups.${group}`)}</h2>
        {group === 'forms' && mayAdd && <AddForm city={city} documents={documents} />}
      </header>
      <ul className="document-cards">
        {groups[group].map(({ key, title, state }) => (
          <li key={key}>
            <Link className="document-card" to="/studio/$city/documents/$key" params={{ city, key }}>
              <strong>{title}</strong>
              <span className="muted">{t(`lead.${leadOf(key)}`)}</span>
              {state !== 'same' && (
                <span className="document-state" data-state={state}>
                  {t(`states.${state}`)}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function AddForm({
  city,
  documents,
}: {
  readonly city: string
  readonly documents: readonly DraftDocument[]
}) {
  const { t } = useTranslation('studio')
  const [open, setOpen] = useState(false)
  const button = useReturning<HTMLButtonElement>(open)
  return (
    <>
      <button ref={button} type="button" className="button quiet small" onClick={() => setOpen(true)}>
        {t('national.add')}
      </button>
      {open && (
        <Suspense fallback={<Loading />}>
          <NewForm city={city} documents={documents} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
