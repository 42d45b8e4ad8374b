import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseAction, CaseView } from '../../functions/api/contract/index.ts'
import { cityPath, send } from '../app/client.ts'
import { usePlaces } from '../app/divisions.ts'
import { queries } from '../app/queries.ts'
import { filePath } from './household.tsx'
import { dateInWords } from './when.ts'

type CaseCardProps = {
  readonly city: string
  readonly household: string
  readonly value: CaseView
  /** How many tasks of the case are still to be done. */
  readonly open: number
  readonly nameOf: (person: string | undefined) => string | undefined
}

/** One case: where it stands, until when, and for the pair who visited the way on to the township's review. */
export function CaseCard({ city, household, value, open, nameOf }: CaseCardProps) {
  const { t } = useTranslation('field')
  const { profile } = usePlaces(city)
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const state = profile?.states.find(({ key }) => key === value.stage)?.name ?? value.stage
  const pair = [value.assigneeName, value.partnerName].filter(Boolean).join('、')
  const finish = async () => {
    setBusy(true)
    setFailure(undefined)
    const action: CaseAction = { action: 'assess', household }
    try {
      await send('PATCH', cityPath(city, `cases/${value.id}`), action, { rev: value.rev })
      await queries.invalidateQueries({ queryKey: [filePath(city, household)] })
      await queries.invalidateQueries({ queryKey: [cityPath(city, 'tasks/mine')] })
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="case">
      <dl className="facts">
        <div>
          <dt>{t('file.stage')}</dt>
          <dd>
            <span className="tag accent">{state}</span>
          </dd>
        </div>
        <div>
          <dt>{t('file.due')}</dt>
          <dd>{dateInWords(value.due)}</dd>
        </div>
        <div>
          <dt>{t('file.forPerson')}</dt>
          <dd>{value.persons.map(nameOf).filter(Boolean).join('、')}</dd>
        </div>
        {pair && (
          <div>
            <dt>{t('file.pair')}</dt>
            <dd>{pair}</dd>
          </div>
        )}
      </dl>
      {value.actions?.includes('assess') && (
        <>
          <p className="muted">{t('file.doneHint')}</p>
          {open === 0 && (
            <button type="button" className="button" disabled={busy} onClick={() => void finish()}>
              {t('file.done')}
            </button>
          )}
        </>
      )}
      {failure && (
        <p className="error" role="alert">
          {failure}
        </p>
      )}
    </div>
  )
}
