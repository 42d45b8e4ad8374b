import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftBody, Finding } from '../../../functions/api/contract/index.ts'
import { useLiveRelease } from '../../app/documents.ts'
import { isProblem } from '../../app/problem.ts'
import { Failed, Loading } from '../../app/states.tsx'
import { useDocumentsOf } from '../documents-of.ts'
import { useCheck, useDraft, useDraftBody, useMayDraft, useOwnDivisions } from '../draft.ts'
import { useReleased } from '../released.ts'
import { documentRoute } from '../routes.ts'
import { Without } from '../without.tsx'
import { Editor } from './editor.tsx'
import { DocumentList } from './list.tsx'
import { ownView } from './views.ts'

/** One document: the list at the left, the thing itself in the middle, what is wrong with it at the right. */
export function DocumentPage() {
  const { city, key } = documentRoute.useParams()
  const mayDraft = useMayDraft(city)
  return (
    <div className="document-page">
      <DocumentList city={city} at={key} drafting={mayDraft === true} />
      <main id="main" className="document-main">
        {mayDraft === undefined && <Loading />}
        {mayDraft === true && <Drafted key={key} city={city} documentKey={key} />}
        {mayDraft === false && <Released city={city} documentKey={key} />}
      </main>
    </div>
  )
}

type Props = { readonly city: string; readonly documentKey: string }

function Drafted({ city, documentKey }: Props) {
  const { t } = useTranslation('studio')
  const body = useDraftBody(city, documentKey)
  const draft = useDraft(city)
  const documents = useLast(useDocumentsOf(city, draft.data?.documents, isNeeded))
  const own = useOwnDivisions(city)
  const findings = useFindings(city, documentKey, draft.data?.rev, body.data?.findings)
  if (isProblem(body.error) && body.error.problem.code === 'not-found')
    return <Without city={city} what={draft.data?.documents.length === 0 ? 'configuration' : 'document'} />
  if (body.isError) return <Failed error={body.error} retry={body.refetch} />
  if (draft.isError) return <Failed error={draft.error} retry={draft.refetch} />
  if (body.isPending || documents === undefined) return <Loading />
  // A county administrator drafts the county's prices and offers; everything else is to be read.
  const mine = own && ownView(documentKey)
  const readOnly = own !== undefined && mine === undefined
  const state = draft.data?.documents.find(({ key }) => key === documentKey)
  return (
    <Editor
      city={city}
      saved={body.data}
      findings={findings}
      around={documents}
      readOnly={readOnly}
      own={own}
      state={state}
      drafting
      {...(mine && { notice: t(mine === 'offers' ? 'countyOffers' : 'countyOwn') })}
      {...(readOnly && { notice: t('countyReadOnly') })}
    />
  )
}

/** What the document says of itself, and what the whole configuration says of it: an item that is gone, say. */
function useFindings(
  city: string,
  key: string,
  rev: number | undefined,
  alone: readonly Finding[] = [],
): readonly Finding[] {
  const check = useLast(useCheck(city, rev).data)
  return useMemo(() => {
    const all = [...alone, ...(check?.findings.filter(({ document }) => document === key) ?? [])]
    return [...new Map(all.map((one) => [`${one.pointer} ${one.code} ${one.message}`, one])).values()]
  }, [alone, check, key])
}

/** The last known value: saving renews the neighbours, and an editor taken down meanwhile would lose its undo and its place. */
function useLast<T>(value: T | undefined): T | undefined {
  const last = useRef(value)
  if (value !== undefined) last.current = value
  return last.current
}

/** For roles that do not draft: the release in use. */
function Released({ city, documentKey }: Props) {
  const { t } = useTranslation('studio')
  const live = useLiveRelease(city)
  const entries = Object.entries(live.data?.documents ?? {}).map(([key, sha]) => ({ key, sha }))
  const documents = useDocumentsOf(city, live.data && entries, (key) => key === documentKey || isNeeded(key))
  const state = useReleased(city).find(({ key }) => key === documentKey)
  if (live.isError) return <Failed error={live.error} retry={live.refetch} />
  if (!live.data || documents === undefined) return <Loading />
  const sha = live.data.documents[documentKey]
  if (sha === undefined) return <Without city={city} what="document" />
  const saved: DraftBody = { key: documentKey, sha, rev: 0, document: documents[documentKey], findings: [] }
  return (
    <Editor
      key={documentKey}
      city={city}
      saved={saved}
      findings={saved.findings}
      around={documents}
      readOnly
      own={undefined}
      state={state}
      drafting={false}
      notice={t('readOnly')}
    />
  )
}

/** What an editor reads beside its own document: names of categories, items and so on. */
const needed = ['profile', 'objects', 'catalogue', 'providers', 'fees', 'funds', 'indicators']
const isNeeded = (key: string): boolean => needed.includes(key) || key.startsWith('form:')
