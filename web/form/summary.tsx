import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

export type SummaryEntry = {
  readonly path: string
  readonly message: string
  /** Title of the part it stands in, where that is another one. */
  readonly elsewhere?: string
}

type SummaryProps = {
  readonly entries: readonly SummaryEntry[]
  /** Changes with every attempt, so that the summary takes the focus again. */
  readonly attempt: number
  readonly go: (path: string) => void
}

/** Everything that must be mended, each a link to its place. */
export function Summary({ entries, attempt, go }: SummaryProps) {
  const { t } = useTranslation('form')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (entries.length === 0) return null
  return (
    <div className="summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="summary-title">
      <h3 id="summary-title">{t('errorTitle', { count: entries.length })}</h3>
      <p className="hint">{t('errorLead')}</p>
      <ul>
        {entries.map(({ path, message, elsewhere }) => (
          <li key={path}>
            <button type="button" className="text-button" onClick={() => go(path)}>
              {message}
              {elsewhere && t('elsewhere', { step: elsewhere })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
