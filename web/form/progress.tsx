import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormState, useTally } from './context.ts'
import { isEmpty } from './describe.ts'
import { valueAt } from './path.ts'
import { belongsTo, type Step } from './steps.ts'
import type { FormState } from './store.ts'

type ProgressProps = {
  readonly steps: readonly Step[]
  readonly at: number
  /** Title of the part after the form itself, e.g. checking and sending. */
  readonly closing: string | undefined
  readonly go: (at: number) => void
}

/** Where the worker is, how much is left, and a way to every part. On a wide screen the list stands open beside the form. */
export function Progress({ steps, at, closing, go }: ProgressProps) {
  const { t } = useTranslation('form')
  const [open, setOpen] = useState(false)
  const titles = [...steps.map((step) => step.title), ...(closing ? [closing] : [])]
  if (titles.length < 2) return null
  return (
    <nav className="progress" aria-label={t('sections')}>
      <button type="button" className="progress-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="muted">{t('step', { at: at + 1, of: titles.length })}</span>
        <span className="progress-all">{t('sections')}</span>
      </button>
      <progress className="progress-bar" max={titles.length} value={at + 1} aria-hidden="true" />
      <ol data-open={open}>
        {titles.map((title, index) => (
          <li key={steps[index]?.key ?? 'closing'}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              onClick={() => {
                setOpen(false)
                go(index)
              }}
            >
              <span>{title || t('step', { at: index + 1, of: titles.length })}</span>
              {steps[index] && <StepState step={steps[index]} />}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** In words: filled in, still open, or so many places to mend (only those already shown to the worker). */
function StepState({ step }: { readonly step: Step }) {
  const { t } = useTranslation('form')
  const tally = useTally(step, (path) => belongsTo(step, path))
  const started = useFormState((state) => isStarted(step, state))
  if (typeof tally === 'number') return <span className="tag bad">{t('stepWrong', { count: tally })}</span>
  if (!started) return null
  return <span className="muted">{tally === 'open' ? t('stepOpen') : t('stepOk')}</span>
}

function isStarted(step: Step, { typed }: FormState): boolean {
  for (const path of step.paths) if (!isEmpty(valueAt(typed, path))) return true
  return false
}
