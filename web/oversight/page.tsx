import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CityCard } from '../../functions/api/contract/index.ts'
import { Notice } from '../app/states.tsx'

type Fact = { readonly label: string; readonly value: ReactNode; readonly hint?: string }

type Props = {
  readonly title: string
  readonly lead: string
  readonly cities: readonly CityCard[]
  readonly facts: readonly Fact[]
  readonly children: ReactNode
  /** What is never shown here, in one sentence, where it is not the general one. */
  readonly privacy?: string
  /** Controls at the right of the title. */
  readonly tools?: ReactNode
}

/** The head that every comparison shares: what it is, over what, and what it never shows. */
export function Page({ title, lead, cities, facts, privacy, tools, children }: Props) {
  const { t } = useTranslation('oversight')
  return (
    <main id="main" className="office-main oversight">
      <header className="office-title">
        <div>
          <h1>{title}</h1>
          <p>{lead}</p>
          <p>{privacy ?? t('privacy')}</p>
        </div>
        {tools && <div className="page-tools no-print">{tools}</div>}
      </header>
      {cities.some(({ demo }) => demo) && (
        <p className="demo-line">
          <span className="demo-mark">{t('demo')}</span> {t('demoLead')}
        </p>
      )}
      {cities.length === 0 ? (
        <Notice title={t('none')} lead={t('noneLead')} />
      ) : (
        <>
          <dl className="facts">
            {facts.map(({ label, value, hint }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="tabular">{value}</dd>
                {hint && <dd className="muted">{hint}</dd>}
              </div>
            ))}
          </dl>
          {children}
        </>
      )}
    </main>
  )
}
