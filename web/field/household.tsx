import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { HouseholdFile, PersonView } from '../../functions/api/contract/index.ts'
import { cityPath } from '../app/client.ts'
import { usePlaces } from '../app/divisions.ts'
import { useApi, useMe } from '../app/queries.ts'
import { Failed, Loading } from '../app/states.tsx'
import { useTitle } from '../app/title.ts'
import { CaseCard } from './case-card.tsx'
import { useKept } from './kept.ts'
import { Masked, UnmaskContext } from './masked.tsx'
import { may } from './may.ts'
import { OtherForms } from './other-forms.tsx'
import { Records } from './records.tsx'
import { householdRoute } from './routes.ts'
import { TaskLine } from './task-line.tsx'
import { whereInWords } from './where.ts'

export const filePath = (city: string, household: string): string =>
  cityPath(city, `households/${encodeURIComponent(household)}`)

/** 一户一档: everything about one household on one page. */
export function Household() {
  const { t } = useTranslation('field')
  const { city, household } = householdRoute.useParams()
  const file = useApi<HouseholdFile>(filePath(city, household))
  useTitle(file.data && t('fill.household', { head: file.data.head }))
  const places = usePlaces(city)
  const kept = useKept(city)
  const me = useMe()
  if (file.isPending) return <Loading />
  if (file.isError) return <Failed error={file.error} retry={file.refetch} />
  const { data } = file
  const opens = data.open && may(me.data, city, 'case.open', data.path)
  const changes = may(me.data, city, 'household.change', data.path)
  const nameOf = (id: string | undefined) => data.people.find((person) => person.id === id)?.name.text
  return (
    <UnmaskContext value={{ city, household }}>
      <header className="page-head">
        <p className="muted">{whereInWords(data.path, places.name)}</p>
        <h1>{t('fill.household', { head: data.head })}</h1>
        <p className="muted">{`${t('file.number')} ${data.number} · ${t('file.basisLabel')}：${t(`file.basis.${data.lawfulBasis}`)}`}</p>
        <p className="muted">{t('file.notice', { version: data.noticeVersion })}</p>
        {!data.open && <p className="note">{t('file.closed')}</p>}
      </header>
      {(opens || changes) && (
        <div className="actions">
          {opens && (
            <Link
              className="button"
              to="/field/$city/households/$household/open"
              params={{ city, household }}
            >
              {t('file.open')}
            </Link>
          )}
          {changes && (
            <Link
              className="button quiet"
              to="/field/$city/households/$household/change"
              params={{ city, household }}
            >
              {t('file.change')}
            </Link>
          )}
        </div>
      )}
      {data.tasks.length > 0 && (
        <section className="card">
          <h2>{t('file.tasks')}</h2>
          <ul className="task-lines">
            {data.tasks.map((task) => {
              const person = nameOf(task.person)
              return (
                <TaskLine key={task.id} city={city} task={task} kept={kept} {...(person ? { person } : {})} />
              )
            })}
          </ul>
        </section>
      )}
      <section className="card">
        <h2>{t('file.people')}</h2>
        <dl className="facts">
          <div>
            <dt>{t('file.address')}</dt>
            <dd>
              <Masked value={data.address} label={t('file.address')} />
            </dd>
          </div>
        </dl>
        <ul className="people">
          {data.people.map((person) => (
            <Person key={person.id} person={person} />
          ))}
        </ul>
      </section>
      <section className="card">
        <h2>{t('file.cases')}</h2>
        {data.cases.length === 0 && <p className="muted">{t('file.noCases')}</p>}
        {data.cases.map((one) => (
          <CaseCard
            key={one.id}
            city={city}
            file={data}
            value={one}
            open={data.tasks.filter((task) => task.case === one.id).length}
            nameOf={nameOf}
          />
        ))}
      </section>
      <section className="card">
        <h2>{t('file.assessments')}</h2>
        <Records city={city} household={household} records={data.assessments} nameOf={nameOf} />
      </section>
      <OtherForms city={city} file={data} />
    </UnmaskContext>
  )
}

function Person({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation('field')
  return (
    <li className="person">
      <div className="person-head">
        <strong>
          <Masked value={person.name} label={t('file.people')} />
        </strong>
        <span className="tag">{person.relation}</span>
        {person.birthYear !== undefined && (
          <span className="muted">{t('file.born', { year: person.birthYear })}</span>
        )}
      </div>
      <dl className="facts">
        {person.idNumber && (
          <div>
            <dt>{t('file.idNumber')}</dt>
            <dd>
              <Masked value={person.idNumber} label={t('file.idNumber')} />
            </dd>
          </div>
        )}
        {person.phone && (
          <div>
            <dt>{t('file.phone')}</dt>
            <dd>
              <Masked value={person.phone} label={t('file.phone')} />
            </dd>
          </div>
        )}
        {person.guardian && (
          <div>
            <dt>{t('file.guardian')}</dt>
            <dd>
              <Masked value={person.guardian} label={t('file.guardian')} />
            </dd>
          </div>
        )}
        {person.serviceNumber && (
          <div>
            <dt>{t('file.service')}</dt>
            <dd>{person.serviceNumber}</dd>
          </div>
        )}
      </dl>
    </li>
  )
}
