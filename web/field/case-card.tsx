import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Programmes } from '#forms/catalogue'
import type { CaseAction, CaseView, HouseholdFile } from '../../functions/api/contract/index.ts'
import { cityPath, send } from '../app/client.ts'
import { usePlaces } from '../app/divisions.ts'
import { useLiveDocument } from '../app/documents.ts'
import { queries } from '../app/queries.ts'
import { Actions } from './acting/actions.tsx'
import { filePath } from './household.tsx'
import { dateInWords } from './when.ts'

type CaseCardProps = {
  readonly city: string
  readonly file: HouseholdFile
  readonly value: CaseView
  /** How many tasks of the case are still to be done. */
  readonly open: number
  readonly nameOf: (person: string | undefined) => string | undefined
}

/** One case: where it stands, until when, and what the reader may do with it next. */
export function CaseCard({ city, file, value, open, nameOf }: CaseCardProps) {
  const { t } = useTranslation('field')
  const household = file.id
  const { profile } = usePlaces(city)
  const { document: programmes } = useLiveDocument<Programmes>(city, 'programmes')
  const programme = programmes.data?.programmes.find(({ key }) => key === value.programme)?.title
  const source = profile?.channels.find(({ key }) => key === value.source)?.name
  const others = value.actions?.filter((action) => action !== 'assess') ?? []
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
      {programme && <h3>{programme}</h3>}
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
        {source && (
          <div>
            <dt>{t('file.source')}</dt>
            <dd>{source}</dd>
          </div>
        )}
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
      <Actions city={city} file={file} value={value} actions={others} />
      {failure && (
        <p className="error" role="alert">
          {failure}
        </p>
      )}
    </div>
  )
}
