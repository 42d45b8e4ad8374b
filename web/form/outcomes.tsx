import { useTranslation } from 'react-i18next'
import type { OutcomeView } from '../../functions/api/contract/index.ts'
import { inWords, Why } from './why.tsx'

/** A yes or a no, also as 1 or 0: its label has said it, and the reasons still tell the number. */
const isYesOrNo = (value: unknown): boolean =>
  typeof value === 'boolean' || [0, 1, 'true', 'false', 'yes', 'no'].some((one) => one === value)

/** What the form finds out, each with its rule and why. Level in words first, the number beside it. */
export function Outcomes({ outcomes }: { readonly outcomes: readonly OutcomeView[] }) {
  const { t } = useTranslation('form')
  return (
    <ul className="outcomes">
      {outcomes.map((outcome) => (
        <li key={outcome.key} className="outcome">
          <span className="muted">{outcome.title}</span>
          {outcome.label === undefined && inWords(outcome.value) === '—' ? (
            <span>{t('pending')}</span>
          ) : (
            <strong>{outcome.label ?? inWords(outcome.value)}</strong>
          )}
          {outcome.label !== undefined &&
            outcome.label !== inWords(outcome.value) &&
            !isYesOrNo(outcome.value) && (
              <span className="muted">{t('figure', { value: inWords(outcome.value) })}</span>
            )}
          <Why title={t('why')} trace={outcome.trace} rule={outcome.rule} />
        </li>
      ))}
    </ul>
  )
}
