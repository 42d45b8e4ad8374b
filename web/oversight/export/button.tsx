import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveWorkbook } from '../../office/workbook/index.ts'
import { pagesOf, type Sheet } from './workbook.ts'

type Props = { readonly name: string; readonly sheets: () => readonly Sheet[] }

/** The export and the print beside a picture. The file always holds every row, whatever is filtered on the page. */
export function ExportTools({ name, sheets }: Props) {
  const { t } = useTranslation('oversight')
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      await saveWorkbook(name, pagesOf(sheets()))
      void message.success(t('exported', { name }))
    } catch {
      void message.error(t('exportFailed'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="export-tools no-print">
      <Button onClick={() => window.print()}>{t('print')}</Button>
      <Button type="primary" disabled={busy} onClick={() => void run()}>
        {busy ? t('exporting') : t('export')}
      </Button>
    </div>
  )
}
