import './import.css'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FormDocument, lintForm } from '#forms/definition'
import { EditingContext } from '../document/editing.ts'
import { Preview } from '../form/preview.tsx'
import { Choose } from './choose.tsx'
import { type Failure, type Imported, isFailure } from './imported.ts'
import { Lines, Report } from './report.tsx'

type Props = {
  readonly around: Readonly<Record<string, unknown>>
  /** What can be done with what was read. */
  readonly children: (form: FormDocument) => ReactNode
}

/** Chooses a file or text, tells what becomes of it and shows the result, before anything of it is taken. */
export function ImportPanel({ around, children }: Props) {
  const { t } = useTranslation('workshop')
  const [read, setRead] = useState<Imported | Failure>()
  if (!read || isFailure(read))
    return (
      <div className="import">
        <p className="muted">{t('imports.lead')}</p>
        {read && <Alert type="error" showIcon title={read.failed} />}
        {read && <Lines lines={read.lines} />}
        <Choose read={setRead} />
      </div>
    )
  const sound = !lintForm(read.form).some(({ level }) => level === 'error')
  return (
    <div className="import">
      <div className="import-read">
        <div>
          <Report imported={read} />
          {children(read.form)}
          <Button onClick={() => setRead(undefined)}>{t('imports.again')}</Button>
        </div>
        {sound && (
          <section aria-label={t('imports.preview')}>
            <h3>{t('imports.preview')}</h3>
            <EditingContext value={undefined}>
              <Preview form={read.form} around={around} />
            </EditingContext>
          </section>
        )}
      </div>
    </div>
  )
}
