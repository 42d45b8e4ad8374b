import { Alert, Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Definition, importForm } from '#forms/definition'
import type { Barred as Why } from './enter.ts'

type Props = {
  readonly definition: Definition
  readonly findings: Why['findings']
  readonly change: (definition: Definition) => void
}

const FIRST = 12

/** A form that may not enter the builder: why, and what of it would be lost by tidying it up. */
export function Barred({ definition, findings, change }: Props) {
  const { t } = useTranslation('designer')
  const tidied = useMemo(() => importForm(definition), [definition])
  const lost = [
    ...tidied.report.refused.map(({ message }) => message),
    ...tidied.report.translated.filter(({ exact }) => !exact).map(({ message }) => message),
  ]
  return (
    <Alert
      type="warning"
      showIcon
      title={t('barred')}
      description={
        <div className="designer-barred">
          <p>{t('barredLead')}</p>
          <Lines lines={findings.map(({ message }) => message)} />
          <p>{t('tidyLead')}</p>
          {lost.length === 0 ? <p className="muted">{t('tidyNothing')}</p> : <Lines lines={lost} />}
          <Button onClick={() => change(tidied.form.definition)}>{t('tidy')}</Button>
        </div>
      }
    />
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation('designer')
  const different = [...new Set(lines)]
  return (
    <ul>
      {different.slice(0, FIRST).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {different.length > FIRST && (
        <li className="muted">{t('more', { count: different.length - FIRST })}</li>
      )}
    </ul>
  )
}
