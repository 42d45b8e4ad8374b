import { useTranslation } from 'react-i18next'
import type { OutcomeView } from '../../functions/api/contract/index.ts'

/** A value of an outcome or of an answer in a trace, in words. */
export const inWords = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '—'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(inWords).join('、') || '—'
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .filter(([, on]) => on === true)
        .map(([key]) => key)
        .join('、') || '—'
    )
  return String(value)
}

/** A yes or a no, also as 1 or 0: its label has said it, and the reasons still tell the number. */
const isYesOrNo = (value: unknown): boolean =>
  typeof value === 'boolean' || [0, 1, 'true', 'false', 'yes', 'no'].some((one) => one === value)

/** A rule may read one answer several times; a reader needs it once. */
const once = (from: OutcomeView['trace'][number]['from']) => [
  ...new Map(from.map((one) => [one.path, one])).values(),
]

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
          {outcome.trace.length > 0 && (
            <details className="why">
              <summary>{t('why')}</summary>
              <ol>
                {outcome.trace.map((step, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a trace never changes its order
                  <li key={index}>
                    <p>{step.text}</p>
                    {step.from.length > 0 && (
                      <dl>
                        {once(step.from).map(({ path, label, value }) => (
                          <div className="fact" key={path}>
                            <dt>{label}</dt>
                            <dd>{inWords(value)}</dd>
                          </div>
                        ))}
                      </dl>
                    )}
                  </li>
                ))}
              </ol>
              <p className="muted">{`${t('rule')}：${outcome.rule}`}</p>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
