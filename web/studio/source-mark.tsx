import { Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { Quoted } from '../form/quoted.tsx'
import { paperOf } from './papers.ts'

/** Where a rule comes from; hovering or focusing shows the paper's own sentence. */
export function SourceMark({ rule }: { readonly rule: string | undefined }) {
  const { t } = useTranslation('studio')
  if (!rule) return null
  return (
    <Popover content={<Quoted rule={rule} />} trigger={['hover', 'focus']}>
      <button type="button" className="source-mark">
        {paperOf(rule)}
        <span className="visually-hidden">{t('source.quote')}</span>
      </button>
    </Popover>
  )
}
