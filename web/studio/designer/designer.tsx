import './designer.css'
import './zh.ts'
import { Alert, Button } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Definition, Rename } from '#forms/definition'
import { Loading } from '../../app/states.tsx'
import type { Drawn } from '../../designer/protocol.ts'
import { useContext } from './context.ts'
import { useConversation } from './conversation.ts'
import { type Entered, enter } from './enter.ts'
import { leave } from './leave.ts'
import { renamesIn, tagAt } from './seats.ts'

const Barred = lazy(() => import('./barred.tsx').then((room) => ({ default: room.Barred })))

type Props = {
  readonly definition: Definition
  /** `renames`: what has another key now, while everything else still names the old one. */
  readonly change: (definition: Definition, renames: readonly Rename[]) => void
  readonly around: Readonly<Record<string, unknown>>
  /** JSON pointer into the definition to show, with a count that changes when it is asked for again. */
  readonly at: { readonly pointer: string; readonly times: number } | undefined
}

/** What the page shows: what entered it, and how it is drawn by now. */
type Shown = { readonly entered: Entered; readonly drawing: readonly Drawn[]; readonly text: string }

/**
 * Draws a form with Form.io's builder, which stands in a page of its own without any right: it gets what the linter
 * passed, and what it says comes back as settings of ours, or not at all. The working copy is here; the page follows it.
 */
export function Designer({ definition, change, around, at }: Props) {
  const { t } = useTranslation('designer')
  const context = useContext(around)
  const shown = useRef<Shown>(undefined)
  const round = useRef(0)
  const entering = useMemo(() => enter(definition), [definition])
  const barred = 'findings' in entering
  const { frame, standing, attempt, say, again } = useConversation((message) => {
    if (message.say !== 'drawn' || message.round !== round.current || !shown.current) return
    const drawn = leave(shown.current.entered, message.components)
    const text = JSON.stringify(drawn)
    const same = text === shown.current.text
    const renames = same ? [] : renamesIn(drawn, shown.current.drawing, message.components)
    shown.current = { ...shown.current, drawing: message.components, text }
    if (!same) change(drawn, renames)
  })
  const open = standing === 'open' && !barred

  useEffect(() => {
    if (open) say(context)
  }, [open, context, say])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was loaded anew shows nothing yet
  useEffect(() => {
    shown.current = undefined
  }, [attempt, barred])

  useEffect(() => {
    if (!open || 'findings' in entering) return
    const text = JSON.stringify(definition)
    if (shown.current?.text === text) return
    round.current += 1
    shown.current = { entered: entering, drawing: entering.components, text }
    say({ say: 'load', round: round.current, display: entering.display, components: entering.components })
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: shown when it is asked for, not when something was drawn
  useEffect(() => {
    if (!open || at === undefined || !shown.current) return
    const tag = tagAt(definition, shown.current.drawing, at.pointer)
    if (tag !== undefined) say({ say: 'select', tag })
  }, [open, at])

  if (barred)
    return (
      <Suspense fallback={<Loading />}>
        <Barred definition={definition} findings={entering.findings} change={(next) => change(next, [])} />
      </Suspense>
    )
  return (
    <div className="designer">
      {standing === 'failed' ? (
        <Alert
          type="error"
          showIcon
          title={t('failed')}
          description={t('failedLead')}
          action={<Button onClick={again}>{t('again')}</Button>}
        />
      ) : (
        <div className="designer-frame">
          <iframe
            key={attempt}
            ref={frame}
            title={t('title')}
            src="/designer/index.html"
            sandbox="allow-scripts allow-forms"
            referrerPolicy="no-referrer"
          />
          {standing === 'opening' && (
            <div className="designer-wait">
              <Loading />
              <p className="muted">{t('loading')}</p>
            </div>
          )}
        </div>
      )}
      <p className="muted">{t('how')}</p>
    </div>
  )
}
