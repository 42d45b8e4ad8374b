import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormDocument } from '#forms/definition'
import { compile } from '#forms/engine'
import { BackIcon } from '../app/icons.tsx'
import { useTitle } from '../app/title.ts'
import { type Choices, createFormStore, Filling } from '../form/index.ts'
import { Closing } from './closing.tsx'
import { KeptState } from './kept-state.tsx'
import { LiveResult } from './live-result.tsx'
import { sendOne } from './outbox.ts'
import { byField, requestOf } from './request.ts'
import { useMemberId } from './self.ts'
import { useDraft } from './use-draft.ts'
import { todayHere } from './when.ts'
import type { Draft, Refused } from './work.ts'

type FillerProps = {
  readonly owner: string
  readonly first: Draft
  readonly form: FormDocument
  /** Number of the release in use, to say so when the draft was begun under an older one. */
  readonly live: number
  readonly person?: string
  /** The city is for demonstration: made-up ids and phones are accepted. */
  readonly demo: boolean
  /** Member ids of the pair that the case names. */
  readonly pair: readonly string[]
  readonly lists: Choices
}

/** One form being filled at the kitchen table: kept at every change, sent once, nothing lost when it is refused. */
export function Filler({ owner, first, form, live, person, demo, pair, lists }: FillerProps) {
  const { t } = useTranslation('field')
  useTitle(form.title)
  const navigate = useNavigate()
  const me = useMemberId()
  const keeper = useDraft(owner, first)
  const { draft, change } = keeper
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | undefined>(first.refused)
  // The case has named the pair already; the worker only changes it where somebody else came along.
  const second = form.team && (draft.second ?? pair.find((id) => id !== me))
  const plan = useMemo(
    () =>
      compile(form.definition, {
        outcomes: form.outcomes ?? [],
        recommends: form.recommends ?? [],
        options: lists,
      }),
    [form, lists],
  )
  const [store] = useState(() =>
    createFormStore({
      plan,
      today: todayHere,
      demo,
      answers: first.answers,
      onChange: (answers) => change({ answers }),
    }),
  )
  useEffect(() => {
    if (refused) store.refuse(byField(refused.errors, plan).fields)
  }, [refused, store, plan])

  const submit = async () => {
    if (!me) return
    setBusy(true)
    setRefused(undefined)
    const { refused: _, ...clean } = draft
    const signed = second === undefined ? clean : { ...clean, second }
    const request = requestOf(signed, store.read().result.answers, me, new Date())
    await keeper.flush()
    const sent = await sendOne(owner, { draft: signed, request, tries: 0 })
    setBusy(false)
    if (sent.state === 'refused') {
      setRefused(sent.refused)
      return
    }
    keeper.release()
    if (sent.state === 'waiting')
      await navigate({ to: '/field/$city/outbox', params: { city: draft.city }, replace: true })
    else
      await navigate({
        to: '/field/$city/households/$household/assessments/$assessment',
        params: { city: draft.city, household: draft.household, assessment: draft.id },
        replace: true,
      })
  }

  return (
    <div className="field whole">
      <header className="top">
        <Link
          className="back"
          to="/field/$city/households/$household"
          params={{ city: draft.city, household: draft.household }}
          aria-label={t('fill.leave')}
        >
          <BackIcon />
        </Link>
        <div>
          <strong>{form.title}</strong>
          <span className="muted">
            {[t('fill.household', { head: draft.head }), person].filter(Boolean).join(' · ')}
          </span>
        </div>
        <KeptState keeper={keeper} refused={refused !== undefined} />
      </header>
      <main id="main" className="field-main fill">
        {draft.release !== live && <p className="note">{t('fill.oldRelease', { n: draft.release })}</p>}
        {refused && <RefusedNotice refused={refused} others={byField(refused.errors, plan).others} />}
        <Filling
          store={store}
          definition={form.definition}
          choices={lists}
          aside={<LiveResult city={draft.city} store={store} />}
          busy={busy}
          onSubmit={() => void submit()}
          closing={{
            title: t('fill.check'),
            content: (
              <Closing
                city={draft.city}
                startedAt={draft.startedAt}
                store={store}
                team={form.team}
                second={second}
                choose={(one) => change({ second: one })}
              />
            ),
            ...(form.team && !second ? { blocked: t('fill.secondMissing') } : {}),
          }}
        />
      </main>
    </div>
  )
}

/** Why the server said no; reasons that belong to no question of the form are listed here. */
function RefusedNotice({
  refused,
  others,
}: {
  readonly refused: Refused
  readonly others: readonly { readonly path: string; readonly message: string }[]
}) {
  return (
    <div className="note bad" role="alert">
      <strong>{refused.message}</strong>
      {others.length > 0 && (
        <ul>
          {others.map(({ path, message }) => (
            <li key={path + message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
