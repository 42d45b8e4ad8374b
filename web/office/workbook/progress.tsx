import './workbook.css'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Reading } from './reading.ts'

type Props = { readonly reading: Reading; readonly stop: () => void }

/** How far the reading of a file is, and the way to stop it; nothing where none is read. */
export function ReadingProgress({ reading, stop }: Props) {
  const { t } = useTranslation('office')
  if (reading.kind !== 'progress') return null
  const says = t('reading', { name: reading.name })
  return (
    <div className="workbook-reading" role="status">
      <span>{says}</span>
      <progress max={1} value={reading.done} aria-label={says} />
      <Button onClick={stop}>{t('stopReading')}</Button>
    </div>
  )
}
