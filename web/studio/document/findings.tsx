import { Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../functions/api/contract/index.ts'
import { levelColour } from '../look.ts'

const ORDER = ['error', 'warning', 'todo'] as const
const FIRST = 30

type Props = {
  readonly findings: readonly Finding[]
  readonly dirty?: boolean
  /** Said before the list. */
  readonly lead?: ReactNode
  readonly go: (pointer: string, document: string) => void
}

/** What is wrong and what is open, worst first; each jumps to its place. */
export function Findings({ findings, dirty = false, lead, go }: Props) {
  const { t } = useTranslation('studio')
  const [all, setAll] = useState(false)
  const sorted = ORDER.flatMap((level) => findings.filter((one) => one.level === level))
  const shown = all ? sorted : sorted.slice(0, FIRST)
  return (
    <aside className="findings" aria-label={t('findings.title')}>
      <h2>{t('findings.title')}</h2>
      {lead}
      {dirty && <p className="muted">{t('findings.unsaved')}</p>}
      {sorted.length === 0 && <p>{t('findings.none')}</p>}
      <ul>
        {shown.map((finding) => (
          <li key={`${finding.document} ${finding.pointer} ${finding.code} ${finding.message}`}>
            <button type="button" onClick={() => go(finding.pointer, finding.document)}>
              <Tag color={levelColour[finding.level]}>{t(`findings.${finding.level}`)}</Tag>
              {finding.label && <strong>{finding.label}</strong>}
              <span>{finding.message}</span>
            </button>
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <button type="button" className="button quiet small" onClick={() => setAll(true)}>
          {t('findings.more', { count: sorted.length - shown.length })}
        </button>
      )}
    </aside>
  )
}
