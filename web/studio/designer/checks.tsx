import './zh.ts'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LintFinding } from '#forms/definition'
import { levelColour } from '../look.ts'

type Props = {
  readonly findings: readonly LintFinding[]
  readonly go: (pointer: string) => void
}

/** What the linter minds of a form while it is drawn, at once; each leads to its component. */
export function Checks({ findings, go }: Props) {
  const { t } = useTranslation('designer')
  const { t: ts } = useTranslation('studio')
  if (findings.length === 0) return null
  return (
    <section className="designer-checks" aria-label={t('checks')}>
      <ul>
        {findings.slice(0, 30).map(({ pointer, code, level, label, message }) => (
          <li key={`${pointer} ${code} ${message}`}>
            <button type="button" onClick={() => go(pointer)}>
              <Tag color={levelColour[level]}>{ts(`findings.${level}`)}</Tag>
              {label && <strong>{label}</strong>} {message}
            </button>
          </li>
        ))}
      </ul>
      {findings.length > 30 && <p className="muted">{t('more', { count: findings.length - 30 })}</p>}
    </section>
  )
}
