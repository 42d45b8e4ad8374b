import { useBlocker } from '@tanstack/react-router'
import { App, Modal, Segmented } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftBody, DraftDocument, Finding } from '../../../functions/api/contract/index.ts'
import { isProblem } from '../../app/problem.ts'
import { Loading } from '../../app/states.tsx'
import { freshBody, useDiscard, useSave } from '../draft.ts'
import { documentRoute } from '../routes.ts'
import { Bar } from './bar.tsx'
import type { Clash } from './clash.ts'
import { EditingContext } from './editing.ts'
import { Findings } from './findings.tsx'
import { format } from './text.ts'
import { ownView, viewFor, viewsOf } from './views.ts'
import { useGuardedLeave, useWorkingCopy } from './working-copy.ts'

const Conflict = lazy(() => import('./conflict.tsx').then((room) => ({ default: room.Conflict })))
/** What an editor of one kind of document gets. It works on text, so that a half-typed source is never lost. */
export type EditorProps = {
  readonly city: string
  /** The document's key: `fees`, `form:visit`. */
  readonly name: string
  readonly text: string
  /** Changes of the same `step` in a row are undone together. */
  readonly change: (text: string, step?: string) => void
  readonly around: Readonly<Record<string, unknown>>
  readonly readOnly: boolean
  /** The only divisions whose rows may be changed; `undefined` = all. */
  readonly own: readonly string[] | undefined
  readonly findings: readonly Finding[]
  /** JSON pointer to show, with a count that changes when it is asked for again. */
  readonly at: { readonly pointer: string; readonly times: number } | undefined
  readonly undo?: (() => void) | undefined
  readonly redo?: (() => void) | undefined
  /** The document that the findings are about. */
  readonly saved?: unknown
}

type Props = {
  readonly city: string
  readonly saved: DraftBody
  readonly findings: readonly Finding[]
  readonly around: Readonly<Record<string, unknown>>
  readonly readOnly: boolean
  readonly own: readonly string[] | undefined
  readonly state: DraftDocument | undefined
  /** A draft, which is checked, or the release in use. */
  readonly drafting: boolean
  /** Why nothing can be changed here, and who can. */
  readonly notice?: string
}

export function Editor({ city, saved, findings, around, readOnly, own, state, notice, drafting }: Props) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const copy = useWorkingCopy(format(saved.document))
  // What the work on this screen grew from. The cache may know a newer text by somebody else.
  const [origin, setOrigin] = useState(saved)
  const [clash, setClash] = useState<Clash>()
  const save = useSave(city, saved.key)
  const discard = useDiscard(city, saved.key)
  const { at } = documentRoute.useSearch()
  const [jump, setJump] = useState(at === undefined ? undefined : { pointer: at, times: 0 })
  useGuardedLeave(copy.dirty)
  const leave = useBlocker({ shouldBlockFn: () => copy.dirty, enableBeforeUnload: false, withResolver: true })

  const put = (text: string, base: DraftBody) => {
    const document = parse(text)
    if (document === undefined) return void message.error(t('editor.broken'))
    save.mutate(
      { document, rev: base.rev },
      {
        onSuccess: (body) => {
          setOrigin(body)
          setClash(undefined)
          copy.settle(text)
          void message.success(t('editor.saved'))
        },
        onError: async (error) => {
          if (!isProblem(error) || error.problem.code !== 'stale') return void message.error(error.message)
          setClash({ base: base.document, mine: document, theirs: await freshBody(city, saved.key) })
        },
      },
    )
  }
  const write = () => put(copy.value, origin)
  const take = async () => {
    const fresh = await freshBody(city, saved.key)
    setOrigin(fresh)
    setClash(undefined)
    copy.reset(format(fresh.document))
  }
  const drop = () =>
    discard.mutate(
      { rev: origin.rev },
      { onSuccess: take, onError: (error) => void message.error(error.message) },
    )

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
      event.preventDefault()
      if (copy.dirty && !readOnly) write()
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  })

  const views = viewsOf(saved.key)
  const mine = own && ownView(saved.key)
  const first = mine ?? views[0].name
  const [view, setView] = useState(at === undefined ? first : viewFor(views, at))
  const Kind = views.find(({ name }) => name === view)?.room ?? views[0].room
  const locked = readOnly || (own !== undefined && view !== mine)
  const editing = useMemo(
    () => ({ text: copy.value, change: copy.set, readOnly: locked }),
    [copy.value, copy.set, locked],
  )
  return (
    <>
      <Bar
        copy={copy}
        readOnly={readOnly}
        saving={save.isPending}
        state={state}
        save={write}
        discard={own === undefined ? drop : undefined}
      >
        {views.length > 1 && (
          <Segmented
            aria-label={t('editor.view')}
            options={views.map(({ name }) => ({ label: t(`editor.views.${name}`), value: name }))}
            value={view}
            onChange={setView}
          />
        )}
      </Bar>
      {notice && <p className="read-only">{notice}</p>}
      <div className="document-body">
        <EditingContext value={editing}>
          <Suspense fallback={<Loading />}>
            <Kind
              city={city}
              name={saved.key}
              text={copy.value}
              change={copy.set}
              around={around}
              readOnly={locked}
              own={own}
              findings={findings}
              at={jump}
              undo={copy.undo}
              redo={copy.redo}
              saved={saved.document}
            />
          </Suspense>
        </EditingContext>
        {drafting && (
          <Findings
            findings={findings}
            dirty={copy.dirty}
            go={(pointer) => {
              setView(viewFor(views, pointer))
              setJump((now) => ({ pointer, times: (now?.times ?? 0) + 1 }))
            }}
          />
        )}
      </div>
      {clash && (
        <Suspense fallback={<Loading />}>
          <Conflict
            key={clash.theirs.rev}
            clash={clash}
            around={around}
            saving={save.isPending}
            settle={(document, theirs) => {
              copy.set(format(document))
              put(format(document), theirs)
            }}
            take={() => void take()}
            close={() => setClash(undefined)}
          />
        </Suspense>
      )}
      <Modal
        open={leave.status === 'blocked'}
        title={t('editor.unsavedLeave')}
        okText={t('editor.leave')}
        okButtonProps={{ danger: true }}
        cancelText={t('editor.keep')}
        onOk={() => leave.proceed?.()}
        onCancel={() => leave.reset?.()}
      />
    </>
  )
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
