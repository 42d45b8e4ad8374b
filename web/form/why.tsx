import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutcomeView } from '../../functions/api/contract/index.ts'
import { inPapers, rulesIn } from './paper.ts'
import { Quoted } from './quoted.tsx'

type Trace = OutcomeView['trace']

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

/** A rule may read one answer several times; a reader needs it once. */
const once = (from: Trace[number]['from']) => [...new Map(from.map((one) => [one.path, one])).values()]

/** Folded reasons: every step in words with the answers it came from, and by which rule. */
export function Why({
  title,
  trace,
  rule,
}: {
  readonly title: string
  readonly trace: Trace
  readonly rule: string
}) {
  const { t } = useTranslation('form')
  const [open, setOpen] = useState(false)
  if (trace.length === 0) return null
  return (
    <details className="why" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      <ol>
        {trace.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a trace never changes its order
          <li key={index}>
            <p>{step.text === '***' ? t('masked') : step.text}</p>
            {step.from.length > 0 && (
              <dl>
                {once(step.from).map(({ path, label, value }) => (
                  <div className="fact" key={path}>
                    <dt>{label}</dt>
                    <dd>{value === '***' ? t('masked') : inWords(value)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
      <p className="muted">{`${t('rule')}：${inPapers(rule)}`}</p>
      {open && rulesIn(rule).map((one) => <Quoted key={one} rule={one} />)}
    </details>
  )
}
