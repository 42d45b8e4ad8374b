import './profile.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '#forms/catalogue'
import type { EditorProps } from '../document/editor.tsx'
import { JsonDocument } from '../document/json.tsx'
import { useParsed } from '../document/parsed.ts'
import { useMayPublish } from '../draft.ts'
import { studioRoute } from '../routes.ts'
import { SourceMark } from '../source-mark.tsx'
import { Divisions } from './divisions.tsx'
import { Standing } from './standing.tsx'

const LISTS = ['divisions', 'stages', 'duties', 'channels', 'systems']
const isProfile = (value: Record<string, unknown>) =>
  LISTS.every((key) => Array.isArray(value[key])) &&
  ['archive', 'settlement', 'visit'].every((key) => value[key])

/** What the city says of itself, to be read: its tree, its procedure and its standing rules, each with its sentence. */
export function ProfileView(props: EditorProps) {
  const { t } = useTranslation('studio')
  const { t: shell } = useTranslation('app')
  const parsed = useParsed<Profile>(props.text, props.change, isProfile)
  if (!parsed) return <JsonDocument {...props} />
  const { value } = parsed
  const actor = (one: Profile['stages'][number]['actors'][number]) =>
    one === 'applicant' ? t('profile.applicant') : shell(`roles.${one}`)
  return (
    <div className="profile-view">
      <Panel title={t('profile.divisions', { count: value.divisions.length })}>
        <Divisions city={value.city} divisions={value.divisions} />
        <ImportLink />
      </Panel>
      <Panel title={t('profile.stages')}>
        <ol className="ruled">
          {value.stages.map(({ key, name, actors, duty, dueDays, source }) => (
            <li key={key}>
              <strong>{name}</strong> <SourceMark rule={source?.rule} />
              <p>{duty}</p>
              <p className="muted">
                {t('profile.actors', { actors: actors.map(actor).join('、') })}
                {' · '}
                {dueDays === null ? (
                  <span className="unset">{t('profile.noTerm')}</span>
                ) : (
                  t('profile.term', { count: dueDays })
                )}
              </p>
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title={t('profile.archive')}>
        <p className="muted">
          {t('profile.archiveOf', {
            whose: [
              value.archive.person ? t('profile.personFile') : '',
              value.archive.household ? t('profile.householdFile') : '',
            ]
              .filter(Boolean)
              .join('、'),
          })}{' '}
          <SourceMark rule={value.archive.source?.rule} />{' '}
          <SourceMark rule={value.archive.householdSource?.rule} />
        </p>
        <ul className="ruled">
          {value.archive.papers.map(({ key, label, whenText, source }) => (
            <li key={key}>
              {label} {whenText && <span className="muted">{`（${whenText}）`}</span>}{' '}
              <SourceMark rule={source?.rule} />
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('profile.rules')}>
        <Standing profile={value} />
      </Panel>
      <Panel title={t('profile.duties')}>
        <ul className="ruled">
          {value.duties.map(({ title, text, source }) => (
            <li key={title + text}>
              <strong>{title}</strong> <SourceMark rule={source?.rule} />
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

/** The tree is put in whole, from a table; this page only reads it. */
function ImportLink() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('studio')
  if (!useMayPublish(city)) return null
  return (
    <Link className="button quiet small" to="/studio/$city/divisions" params={{ city }}>
      {t('adoption.toDivisions')}
    </Link>
  )
}

const Panel = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="office-panel">
    <h2>{title}</h2>
    {children}
  </section>
)
