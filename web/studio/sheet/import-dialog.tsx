import './sheet.css'
import { Alert, App, Button, Modal } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { applied, isClean } from '#forms/sheet'
import { ReadingProgress, useReading } from '../../office/workbook/index.ts'
import type { SheetJob } from './menu.tsx'
import { ReportView } from './report-view.tsx'

type Props<R> = { readonly job: SheetJob<R>; readonly close: () => void }

/** Choose a file, see what it would change and what is wrong with it, and only then take it over. */
export function ImportDialog<R>({ job, close }: Props<R>) {
  const { t } = useTranslation('sheet')
  const { message } = App.useApp()
  const { reading, read, stop } = useReading({ names: [job.name], most: job.most })
  const [removing, setRemoving] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const sheet = reading.kind === 'sheet' ? reading.sheet : undefined
  const report = useMemo(() => sheet && job.report(sheet), [sheet, job.report])
  const removed = removing ? (report?.missing.length ?? 0) : 0
  const changes = report ? report.added.length + report.changed.length + removed : 0
  const take = () => {
    if (!report) return
    job.replace?.(applied(job.rows, report, job.rowKey, removing))
    void message.success(
      t('applied', { added: report.added.length, changed: report.changed.length, removed }),
    )
    close()
  }
  return (
    <Modal
      open
      width={860}
      title={t('title', { name: job.name })}
      okText={t('apply')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !report || !isClean(report) || changes === 0 }}
      mask={{ closable: false }}
      onOk={take}
      onCancel={close}
    >
      <div className="sheet-import">
        <p>{t('lead')}</p>
        <p className="muted">{t('limits', { most: job.most })}</p>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('choose')}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            // The same file may be chosen again after it was put right.
            target.value = ''
            if (!file) return
            setRemoving(false)
            void read(file)
          }}
        />
        {reading.kind === 'progress' ? (
          <ReadingProgress reading={reading} stop={stop} />
        ) : (
          <Button type={report ? 'default' : 'primary'} onClick={() => input.current?.click()}>
            {t(reading.kind === 'idle' ? 'choose' : 'again')}
          </Button>
        )}
        {reading.kind === 'unreadable' && (
          <Alert type="error" showIcon title={t('unreadable', reading)} description={reading.remedy} />
        )}
        {report && sheet && (
          <ReportView
            job={job}
            report={report}
            sheet={sheet.name}
            removing={removing}
            setRemoving={setRemoving}
            nothing={changes === 0 && isClean(report)}
          />
        )}
      </div>
    </Modal>
  )
}
