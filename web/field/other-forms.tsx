import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormDocument } from '#forms/definition'
import type { HouseholdFile } from '../../functions/api/contract/index.ts'
import { documentQuery, useLiveRelease } from '../app/documents.ts'
import { furtherForms } from './further.ts'

/** Every form about a household or a person of the release in use, for a case, without waiting for a task. */
export function OtherForms({ city, file }: { readonly city: string; readonly file: HouseholdFile }) {
  const { t } = useTranslation('field')
  const [open, setOpen] = useState(false)
  const first = file.cases.find((one) => one.actions === undefined || one.actions.includes('assess'))
  if (!first) return null
  return (
    <details className="card" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('file.others')}</summary>
      {open && <Forms city={city} file={file} of={first.id} />}
    </details>
  )
}

function Forms({
  city,
  file,
  of,
}: {
  readonly city: string
  readonly file: HouseholdFile
  readonly of: string
}) {
  const release = useLiveRelease(city)
  const shas = Object.entries(release.data?.documents ?? {})
    .filter(([key]) => key.startsWith('form:'))
    .map(([, sha]) => sha)
  const documents = useQueries({ queries: shas.map((sha) => documentQuery<FormDocument>(city, sha)) })
  const subjects = file.cases.find(({ id }) => id === of)?.persons ?? []
  const forms = documents.flatMap(({ data }) => data ?? [])
  return (
    <ul className="lines flat">
      {furtherForms(forms, subjects).map(({ form, person }) => (
        <li key={`${form.key}-${person ?? ''}`}>
          <Link
            className="line"
            to="/field/$city/households/$household/fill/$form"
            params={{ city, household: file.id, form: form.key }}
            search={{ case: of, ...(person ? { person } : {}) }}
          >
            <strong>{form.title}</strong>
            {person && (
              <span className="muted">{file.people.find(({ id }) => id === person)?.name.text}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
