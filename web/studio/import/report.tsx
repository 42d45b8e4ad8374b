import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Imported, Line } from './imported.ts'

const levels = ['refused', 'lossy', 'changed'] as const
const few = 30

/** What became of everything in a file, in words: first what was left out, then what was changed. */
export function Report({ imported }: { readonly imported: Imported }) {
  const { t } = useTranslation('workshop')
  const { from, taken, lines } = imported
  return (
    <section className="import-report" aria-label={t('imports.result')}>
      <p role="status">
        {from === 'own' ? t('imports.takenOwn') : t('imports.taken', { count: taken })}
        {from !== 'own' && lines.length === 0 && t('imports.whole')}
      </p>
      <Lines lines={lines} />
    </section>
  )
}

/** The lines by what they mean for whoever imports. */
export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation('workshop')
  return levels.map((level) => {
    const mine = lines.filter((line) => line.level === level)
    if (mine.length === 0) return null
    return (
      <details key={level} open={level !== 'changed'} className={`import-lines ${level}`}>
        <summary>
          {t(`imports.counts.${level}`)} <span className="count">{mine.length}</span>
        </summary>
        <Listed lines={mine} />
      </details>
    )
  })
}

function Listed({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation('workshop')
  const [all, setAll] = useState(false)
  const shown = all ? lines : lines.slice(0, few)
  return (
    <>
      <ul>
        {shown.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never change, and two may say the same
          <li key={at}>
            <strong>{line.place}</strong> {line.message}
            {(line.from !== undefined || line.to !== undefined) && (
              <span className="import-change">
                {line.from !== undefined && (
                  <span>
                    {t('imports.from')}：<code>{line.from.slice(0, 300)}</code>
                  </span>
                )}
                {line.to !== undefined && (
                  <span>
                    {t('imports.to')}：<code>{line.to.slice(0, 300)}</code>
                  </span>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {t('imports.more', { count: lines.length - shown.length })}
        </button>
      )}
    </>
  )
}
