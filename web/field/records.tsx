import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AssessmentCard } from '../../functions/api/contract/index.ts'
import { SavedState } from './saved-state.tsx'
import { whenInWords } from './when.ts'

type RecordsProps = {
  readonly city: string
  readonly household: string
  readonly records: readonly AssessmentCard[]
  readonly nameOf: (person: string | undefined) => string | undefined
}

/** Assessments the server has, newest first; each opens with the form it was made on. */
export function Records({ city, household, records, nameOf }: RecordsProps) {
  const { t } = useTranslation('field')
  if (records.length === 0) return <p className="muted">{t('file.noAssessments')}</p>
  return (
    <ul className="lines flat">
      {[...records]
        .sort((a, b) => (a.at < b.at ? 1 : -1))
        .map((one) => (
          <li key={one.id}>
            <Link
              className="line"
              to="/field/$city/households/$household/assessments/$assessment"
              params={{ city, household, assessment: one.id }}
            >
              <strong>{[one.title, nameOf(one.person)].filter(Boolean).join(' · ')}</strong>
              <span className="muted">
                {[one.byName, whenInWords(one.at), t('file.release', { n: one.release })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className="task-facts">
                <SavedState state="sent" />
                <span className={one.status === 'awaiting' ? 'tag wait' : 'tag'}>
                  {one.status === 'awaiting' ? t('file.awaiting') : t('file.confirmed')}
                </span>
              </span>
            </Link>
          </li>
        ))}
    </ul>
  )
}
