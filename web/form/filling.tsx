import './styles.ts'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Definition } from '#forms/definition'
import { addCatalogue } from '../app/i18n.ts'
import { ChoicesContext } from './choices.ts'
import { FormContext, useFormState } from './context.ts'
import { focusWhenThere } from './focus.ts'
import { Nodes } from './node.tsx'
import type { Choices } from './options.ts'
import { Progress } from './progress.tsx'
import { belongsTo, stepsOf } from './steps.ts'
import type { FormStore } from './store.ts'
import { Summary, type SummaryEntry } from './summary.tsx'
import { zh } from './zh.ts'

declare module '../app/i18n.ts' {
  interface Catalogues {
    form: typeof zh
  }
}
addCatalogue('form', zh)

type FillingProps = {
  readonly store: FormStore
  readonly definition: Definition
  readonly choices?: Choices
  /** Stands beside the form where there is room, under it on a phone: the live result. */
  readonly aside?: ReactNode
  /** A last part after the form's own: checking and sending. `blocked` keeps it from being sent and says why. */
  readonly closing?: { readonly title: string; readonly content: ReactNode; readonly blocked?: string }
  /** Absent: a preview, nothing can be sent. */
  readonly onSubmit?: () => void
  readonly busy?: boolean
}

/** A form being filled: parts with progress, live conditions and results, and 下一步 always in the same place. */
export const Filling = ({ store, choices = {}, ...rest }: FillingProps) => (
  <FormContext value={store}>
    <ChoicesContext value={choices}>
      <Parts store={store} {...rest} />
    </ChoicesContext>
  </FormContext>
)

const CLOSING = '#closing'

function Parts({ store, definition, aside, closing, onSubmit, busy = false }: Omit<FillingProps, 'choices'>) {
  const { t } = useTranslation('form')
  const hidden = useFormState((state) => state.hidden)
  const all = useMemo(() => stepsOf(definition), [definition])
  const steps = all.filter((step) => step.panel === undefined || !hidden.has(step.panel))
  const count = steps.length + (closing ? 1 : 0)
  // By key: a part that a condition hides or shows must not move the reader to another one.
  const [wanted, setWanted] = useState<string>()
  const found = steps.findIndex(({ key }) => key === wanted)
  const at = wanted === CLOSING && closing ? steps.length : Math.max(0, found)
  const step = steps[at]
  const [scope, setScope] = useState<'none' | 'part' | 'all'>('none')
  const [attempt, setAttempt] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const goal = useFormState((state) => state.goal)
  const led = useRef(true)

  const refused = useFormState((state) => state.refused)
  useEffect(() => {
    if (refused.size > 0) setAttempt((n) => n + 1)
  }, [refused])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new part, and only that, moves the view
  useEffect(() => {
    const moved = led.current
    led.current = false
    if (moved) return
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [at])
  useEffect(() => (goal ? focusWhenThere(goal.path) : undefined), [goal])

  const go = (to: number) => {
    if (scope === 'part') setScope('none')
    setWanted(steps[to]?.key ?? CLOSING)
  }
  const mend = (path: string) => {
    const to = steps.findIndex((one) => belongsTo(one, path))
    led.current = to >= 0 && to !== at
    if (to >= 0) setWanted(steps[to]?.key)
    store.lead(path)
  }
  const check = (range: 'part' | 'all'): boolean => {
    const wrong = [...store.read().errors.keys()].filter(
      (path) => range === 'all' || (step && belongsTo(step, path)),
    )
    store.show(wrong)
    setScope(wrong.length > 0 ? range : 'none')
    if (wrong.length > 0) setAttempt((n) => n + 1)
    return wrong.length === 0
  }
  const next = () => {
    if (at < count - 1) {
      if (check('part')) go(at + 1)
    } else if (check('all')) onSubmit?.()
  }

  const entries = useEntries(scope, (path) => {
    const home = steps.findIndex((one) => belongsTo(one, path))
    return { here: home === at || home < 0, title: steps[home]?.title ?? '' }
  })
  const blocked = at === count - 1 && closing?.blocked
  return (
    <form className="filling" noValidate onSubmit={(event) => event.preventDefault()}>
      <Progress steps={steps} at={at} closing={closing?.title} go={go} />
      <div className="part">
        <Summary entries={entries} attempt={attempt} go={mend} />
        {count > 1 && (
          <h2 ref={heading} tabIndex={-1}>
            {step ? step.title : closing?.title}
          </h2>
        )}
        {step ? <Nodes key={step.key} components={step.components} prefix="" /> : closing?.content}
      </div>
      {aside && <aside className="beside">{aside}</aside>}
      <div className="steps-bar">
        {count > 1 && (
          <button
            type="button"
            className="button quiet"
            disabled={at === 0 || busy}
            onClick={() => go(at - 1)}
          >
            {t('back')}
          </button>
        )}
        <button
          type="button"
          className="button"
          disabled={busy || Boolean(blocked) || (at === count - 1 && !onSubmit)}
          onClick={next}
        >
          {at < count - 1 ? t('next') : busy ? t('submitting') : t('submit')}
        </button>
        {blocked && <p className="hint">{blocked}</p>}
      </div>
    </form>
  )
}

/** What the summary lists: what the server refused, and what an attempt to go on found and is still wrong. */
function useEntries(
  scope: 'none' | 'part' | 'all',
  placeOf: (path: string) => { readonly here: boolean; readonly title: string },
): readonly SummaryEntry[] {
  const errors = useFormState((state) => (scope === 'none' ? undefined : state.errors))
  const refused = useFormState((state) => state.refused)
  const found = new Map(refused)
  for (const [path, message] of errors ?? []) if (!found.has(path)) found.set(path, message)
  return [...found].flatMap(([path, message]) => {
    const { here, title } = placeOf(path)
    if (scope === 'part' && !here && !refused.has(path)) return []
    return [{ path, message, ...(here ? {} : { elsewhere: title }) }]
  })
}
