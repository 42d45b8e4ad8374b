import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { QuoteLine } from '#forms/fees'
import { yuan } from '../../app/money.ts'

type Props = {
  readonly city: string
  readonly line: QuoteLine
  readonly demo: boolean
  readonly fundName: (key: string) => string
}

/** An amount, who bears what of it, and every step by which it came about. */
export function Explained({ city, line, demo, fundName }: Props) {
  const { t } = useTranslation('studio')
  const money = (fen: number) => t('calculator.yuan', { amount: yuan(fen) })
  const parts: readonly (readonly [string, number])[] = [
    ...(line.copay === undefined ? [] : [[t('calculator.own'), line.copay] as const]),
    ...(line.funding ?? []).map(
      (part) => [t('calculator.fund', { name: fundName(part.fund) }), part.amount] as const,
    ),
    ...(line.over === undefined ? [] : [[t('calculator.over'), line.over] as const]),
    ...(line.advance === undefined ? [] : [[t('calculator.advance'), line.advance] as const]),
  ]
  return (
    <>
      <p className="calculator-total">
        <span>{t('calculator.amount')}</span>
        {line.amount === null ? (
          <strong className="unset">{t('calculator.unset')}</strong>
        ) : (
          <strong>{money(line.amount)}</strong>
        )}
      </p>
      <p>{line.words}</p>
      {parts.length > 0 && (
        <dl className="calculator-parts">
          {parts.map(([label, fen]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{money(fen)}</dd>
            </div>
          ))}
        </dl>
      )}
      <h3>{t('calculator.steps')}</h3>
      <ol>
        {line.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {demo && <p className="muted">{t('calculator.demo')}</p>}
      {line.row && (
        <Link className="button quiet small" to="/studio/$city/documents/$key" params={{ city, key: 'fees' }}>
          {t('calculator.toRow')}
        </Link>
      )}
    </>
  )
}
