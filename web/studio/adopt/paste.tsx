import { Alert, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pasted } from './divisions.ts'

type PasteProps = {
  readonly city: string
  readonly text: string
  readonly pasted: Pasted
  readonly change: (text: string) => void
}

/** More than a city's configuration holds. */
export const mostDivisions = 20_000
const shownFaults = 8
const kinds = ['county', 'zone', 'township', 'village'] as const

/** A table of divisions, pasted, and at once what it would bring and what is wrong with it, line by line. */
export function PasteDivisions({ city, text, pasted, change }: PasteProps) {
  const { t } = useTranslation('studio')
  const id = useId()
  const { divisions, faults } = pasted
  const count = (kind: string) => divisions.filter((one) => one.kind === kind).length
  return (
    <div className="paste">
      <label htmlFor={id}>{t('adoption.paste')}</label>
      <p className="muted">{t('adoption.divisionsLead', { city })}</p>
      <Input.TextArea
        id={id}
        rows={8}
        spellCheck={false}
        value={text}
        placeholder={`${city}001\t××街道`}
        onChange={(event) => change(event.target.value)}
      />
      <p role="status">
        {divisions.length > 0 ? (
          <>
            <strong>{t('adoption.found', { count: divisions.length })}</strong>{' '}
            <span className="muted">
              {kinds
                .filter((kind) => count(kind) > 0)
                .map((kind) => t(`adoption.kinds.${kind}`, { count: count(kind) }))
                .join('、')}
            </span>
          </>
        ) : (
          <span className="muted">{t('adoption.foundNone')}</span>
        )}
      </p>
      {divisions.length > mostDivisions && <Alert type="error" showIcon title={t('adoption.tooMany')} />}
      {faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('adoption.faults', { count: faults.length })}
          description={
            <ul className="paste-faults">
              {faults.slice(0, shownFaults).map(({ line, text: words, why }) => (
                <li key={`${line} ${why}`}>
                  {t('adoption.faultLine', { line, text: words, why: t(`adoption.why.${why}`) })}
                </li>
              ))}
              {faults.length > shownFaults && (
                <li>{t('adoption.faultMore', { count: faults.length - shownFaults })}</li>
              )}
            </ul>
          }
        />
      )}
    </div>
  )
}
