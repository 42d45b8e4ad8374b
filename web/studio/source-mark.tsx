import { useQuery } from '@tanstack/react-query'
import { Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { paperOf, rulesQuery } from './papers.ts'

/** The register of rules is fetched when somebody first asks for a sentence. */
const useRule = (id: string) =>
  useQuery({ ...rulesQuery, select: (rules) => rules.find((rule) => rule.id === id) })

/** Where a rule comes from; hovering or focusing shows the paper's own sentence. */
export function SourceMark({ rule }: { readonly rule: string | undefined }) {
  const { t } = useTranslation('studio')
  if (!rule) return null
  return (
    <Popover content={<Quotes rule={rule} />} trigger={['hover', 'focus']}>
      <button type="button" className="source-mark">
        {paperOf(rule)}
        <span className="visually-hidden">{t('source.quote')}</span>
      </button>
    </Popover>
  )
}

function Quotes({ rule }: { readonly rule: string }) {
  const found = useRule(rule)
  return (
    <div className="quotes">
      <p className="muted">{paperOf(rule)}</p>
      {found.data?.quotes.map((quote) => (
        <blockquote key={quote}>{quote}</blockquote>
      ))}
    </div>
  )
}
