import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormDocument } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { localDate } from '#forms/standards'
import type { Assessment, HouseholdFile } from '../../functions/api/contract/index.ts'
import { usePlaces } from '../app/divisions.ts'
import { useDocument } from '../app/documents.ts'
import { BackIcon, PrintIcon } from '../app/icons.tsx'
import { useApi } from '../app/queries.ts'
import { Failed, Loading } from '../app/states.tsx'
import { useTitle } from '../app/title.ts'
import { Advice, Outcomes, Reading } from '../form/index.ts'
import { Confirm } from './confirm.tsx'
import { filePath } from './household.tsx'
import { useLists } from './lists.ts'
import { QuoteTable } from './quote-table.tsx'
import { recordRoute } from './routes.ts'
import { SavedState } from './saved-state.tsx'
import { Stopped } from './stopped.tsx'
import { whenForTheFile } from './when.ts'

export const recordPath = (city: string, household: string, assessment: string): string =>
  `${filePath(city, household)}/assessments/${encodeURIComponent(assessment)}`

/** One assessment as the server has it: result, advice, price, and the answers on the form they were given on. */
export function Record() {
  const { t } = useTranslation('field')
  const { city, household, assessment } = recordRoute.useParams()
  const record = useApi<Assessment>(recordPath(city, household, assessment))
  const file = useApi<HouseholdFile>(filePath(city, household))
  useTitle(record.data?.title)
  if (record.isPending) return <Loading />
  if (record.isError)
    return (
      <Stopped city={city}>
        <Failed error={record.error} retry={record.refetch} />
      </Stopped>
    )
  const { data } = record
  const person = file.data?.people.find(({ id }) => id === data.person)?.name.text
  const waiting = data.investigators.filter(({ confirmedAt }) => confirmedAt === undefined)
  return (
    <div className="field whole">
      <header className="top no-print">
        <Link
          className="back"
          to="/field/$city/households/$household"
          params={{ city, household }}
          aria-label={t('back', { ns: 'app' })}
        >
          <BackIcon />
        </Link>
        <div>
          <strong>{file.data && t('fill.household', { head: file.data.head })}</strong>
          <span className="muted">{t('record.title')}</span>
        </div>
        <button type="button" className="button quiet" onClick={() => window.print()}>
          <PrintIcon />
          {t('record.print')}
        </button>
      </header>
      <main id="main" className="field-main record">
        <header className="page-head">
          <h1>{data.title}</h1>
          <p className="muted">
            {[file.data?.number, file.data && t('fill.household', { head: file.data.head }), person]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="task-facts">
            <SavedState state="sent" />
            <span className={data.status === 'awaiting' ? 'tag wait' : 'tag'}>
              {data.status === 'awaiting' ? t('file.awaiting') : t('file.confirmed')}
            </span>
            <span className="muted">{`${t('record.at', { time: whenForTheFile(data.at) })} · ${t('file.release', { n: data.release })}`}</span>
          </p>
          {data.status === 'awaiting' && waiting.length > 0 && (
            <p>{t('record.awaitingLead', { names: waiting.map(({ name }) => name).join('、') })}</p>
          )}
        </header>
        {data.outcomes.length > 0 && (
          <section className="card result">
            <h2>{t('record.outcomes')}</h2>
            <Outcomes outcomes={data.outcomes} />
          </section>
        )}
        <Recommended record={data} />
        <QuoteTable quote={data.quote} />
        <section className="card">
          <h2>{t('record.people')}</h2>
          <ul className="signatures">
            {data.investigators.map(({ member, name, confirmedAt }) => (
              <li key={member}>
                <strong>{name}</strong>
                <span className="muted">
                  {confirmedAt
                    ? t('record.signed', { time: whenForTheFile(confirmedAt) })
                    : t('record.unsigned')}
                </span>
              </li>
            ))}
          </ul>
          <p className="print-only sign-line">{t('record.sign')}</p>
          <p className="muted">{`${t('record.visited')}：${whenForTheFile(data.startedAt)} — ${whenForTheFile(data.finishedAt)}`}</p>
        </section>
        <section className="stack">
          <h2>{t('record.answers')}</h2>
          <Answered city={city} record={data} />
        </section>
        <Confirm city={city} record={data} />
      </main>
    </div>
  )
}

function Recommended({ record }: { readonly record: Assessment }) {
  const { t } = useTranslation('field')
  return (
    <section className="card">
      <h2>{t('record.recommended')}</h2>
      {record.recommended.length === 0 ? (
        <p className="muted">{t('record.noRecommended')}</p>
      ) : (
        <Advice items={record.recommended} />
      )}
    </section>
  )
}

/** Drawn with the form of its own time, never with today's. */
function Answered({ city, record }: { readonly city: string; readonly record: Assessment }) {
  const form = useDocument<FormDocument>(city, record.formSha)
  const { profile } = usePlaces(city)
  const lists = useLists(city, record.release, form.data?.definition)
  const hidden = useMemo(() => {
    if (!form.data) return []
    const today = localDate(new Date(record.finishedAt))
    return evaluate(compile(form.data.definition, { options: lists ?? {} }), record.answers, {
      today,
      demo: profile?.demo === true,
    }).hidden
  }, [form.data, record, profile, lists])
  if (form.isPending || (form.data && !lists)) return <Loading />
  if (form.isError) return <Failed error={form.error} retry={form.refetch} />
  return (
    <Reading
      definition={form.data.definition}
      answers={record.answers}
      hidden={hidden}
      masked={record.masked}
      choices={lists ?? {}}
    />
  )
}
